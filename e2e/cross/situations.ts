import { story, tours } from '../fixtures/site.ts';
import { until, type Settings, type Visit } from './engine.ts';
import {
  canScript,
  expectHeight,
  expectNothingKept,
  expectTold,
  openInList,
  openInTimeline,
  press,
  sees,
} from './checks.ts';
import type { Places } from './places.ts';

/** Where a frame of ours may find itself; `go` throws where it does not do there what it should. */
export type Situation = {
  readonly name: string;
  readonly settings?: Partial<Settings>;
  /** The site is built for the address that it has in the test, as with `SITE_URL`. */
  readonly builtHere?: boolean;
  readonly go: (visit: Visit, places: Places) => Promise<void>;
  /** What the browser says because the host forbids it, not because we did wrong. */
  readonly allows?: RegExp;
};

const [SHORT] = [...story.events].sort((a, b) => a.claims.length - b.claims.length);
const EVENT = SHORT?.id ?? '';
const frame = (src: string, more = ''): string =>
  `<iframe title="The story" width="900" height="640" ${more} src="${src}"></iframe>`;
const script = (site: string): string => `<script src="${site}embed.v1.js"></script>`;

export const SITUATIONS: readonly Situation[] = [
  {
    name: 'plain, with the host script',
    go: async (visit, { site, host }) => {
      await visit.open(host(frame(`${site}embed/`) + frame(`${site}embed/e/${EVENT}/`) + script(site)));
      await openInTimeline(visit, 0);
      await expectTold(visit, 0, site);
      await expectTold(visit, 1, `${site}e/${EVENT}/`);
      await expectHeight(visit, 1);
      await expectNothingKept(visit, [0, 1]);
    },
  },
  {
    name: 'sandbox="allow-scripts"',
    allows: /Blocked opening|blocked|sandbox/i,
    go: async (visit, { site, host }) => {
      await visit.open(host(frame(`${site}embed/`, 'sandbox="allow-scripts"')));
      await until('its origin is opaque', () => visit.ask(0, () => window.origin === 'null'));
      await openInTimeline(visit, 0);
      await expectTold(visit, 0, site);
      await press(visit, 0, '[data-stage] .both.open button[aria-label="Close"]');
      // No window may open from here: the address is shown, to be copied.
      await press(visit, 0, '.embed-open');
      await until('the address is shown', () =>
        visit.ask(
          0,
          (url) => {
            const field = document.querySelector<HTMLInputElement>('[data-address] input');
            return field !== null && field.offsetParent !== null && field.value === url;
          },
          site,
        ),
      );
      await expectNothingKept(visit, [0]);
    },
  },
  {
    name: 'storage throws',
    go: async (visit, { site, host }) => {
      await visit.open(host(frame(`${site}embed/?storage=throws`)));
      await openInTimeline(visit, 0);
      await sees(visit, 0, 'storage throws', () => {
        try {
          return window.localStorage.length < 0;
        } catch {
          return true;
        }
      });
      await expectTold(visit, 0, site);
      await expectNothingKept(visit, [0]);
    },
  },
  {
    name: 'third-party cookies blocked',
    settings: { thirdPartyCookies: false },
    go: async (visit, { site, host }) => {
      await visit.open(host(frame(`${site}embed/`)));
      await openInTimeline(visit, 0);
      await expectTold(visit, 0, site);
      await expectNothingKept(visit, [0]);
      await sees(visit, 0, 'a cookie that is set is refused', () => {
        document.cookie = 'tried=1; SameSite=None; Secure';
        document.cookie = 'tried=2';
        return document.cookie === '';
      });
    },
  },
  {
    name: 'ten on a page',
    go: async (visit, { site, host }) => {
      const one = `<source-line src="${site}embed/" title="The story" height="640"><a href="${site}">The story</a></source-line>`;
      await visit.open(host(one.repeat(10) + script(site)));
      await sees(visit, 'host', 'ten frames', () => document.querySelectorAll('source-line > iframe').length === 10);
      await openInTimeline(visit, 0);
      await visit.ask('host', () => document.querySelectorAll('iframe')[9]?.scrollIntoView({ block: 'start' }));
      await openInTimeline(visit, 9);
      await sees(visit, 5, 'one that was not reached waits', () => document.querySelector('[data-mode]') === null);
      await sees(visit, 0, 'the first has kept its event', () => document.querySelector('.both.open') !== null);
      await expectTold(visit, 9, site);
      await expectNothingKept(visit, [0, 9]);
    },
  },
  {
    name: 'scripts off',
    settings: { scripts: false },
    allows: /script/i,
    go: async (visit, { site, host }) => {
      await visit.open(host(frame(`${site}embed/`)));
      await until('the list', async () => (await visit.ask(0, () => document.querySelectorAll('summary').length)) > 0);
      await sees(visit, 0, 'no script runs', () => !('noted' in window));
      await openInList(visit, 0);
      await expectTold(visit, 0, site);
    },
  },
  {
    name: '280 × 320 px',
    go: async (visit, { site, host }) => {
      await visit.open(
        host(frame(`${site}embed/`).replace('width="900" height="640"', 'width="280" height="320" style="border:0"')),
      );
      await canScript(visit, 0);
      await openInList(visit, 0);
      await expectTold(visit, 0, site);
      await sees(
        visit,
        0,
        'nothing stands out sideways',
        () => document.documentElement.scrollWidth <= window.innerWidth,
      );
      await expectNothingKept(visit, [0]);
    },
  },
  {
    name: 'host with a strict policy',
    go: async (visit, { site, host }) => {
      const policy = `default-src 'none'; img-src data:; script-src ${site}; frame-src ${site}`;
      await visit.open(host(frame(`${site}embed/`) + script(site), policy));
      await openInTimeline(visit, 0);
      await expectTold(visit, 0, site);
      await sees(visit, 'host', 'the host has not moved', () => window.scrollY === 0 && history.length <= 2);
      await expectNothingKept(visit, [0]);
    },
  },
  {
    name: 'built for its address',
    builtHere: true,
    go: async (visit, { site, host }) => {
      const [tour = ''] = tours;
      for (const path of ['', `e/${EVENT}/`, `t/${tour}/`]) {
        await visit.open(site + path);
        await sees(visit, 'host', `the page /${path} is alive`, () => {
          const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;
          const isNamed = policy?.includes(`'self' ${location.origin};`) ?? false;
          return isNamed && document.querySelector('[data-view="timeline"] svg [data-event]') !== null;
        });
        await expectNothingKept(visit, ['host']);
      }
      await visit.open(host(frame(`${site}embed/`, 'sandbox="allow-scripts"')));
      await openInTimeline(visit, 0);
      await expectTold(visit, 0, site);
      await expectNothingKept(visit, [0]);
      await visit.open(host(frame(`${site}embed/t/${tour}/`)));
      await press(visit, 0, '[data-tour-stage] nav button:last-of-type');
      await sees(
        visit,
        0,
        'the second step',
        () => document.querySelector('[data-tour]')?.getAttribute('data-at') === '2',
      );
      await expectNothingKept(visit, [0]);
    },
  },
];
