import { must } from '#base/assert.ts';
import { story } from '../fixtures/site.ts';
import { until, type Visit, type Where } from './engine.ts';

/** What must be so of a frame wherever it stands. Each throws, or waits in vain, where it is not so. */

/** Waits until a question is answered with yes. */
export async function sees(
  visit: Visit,
  where: Where,
  what: string,
  question: () => boolean | Promise<boolean>,
): Promise<void> {
  await until(what, () => visit.ask(where, question));
}

export async function canScript(visit: Visit, where: number): Promise<void> {
  await sees(visit, where, 'the frame’s scripts run', () => document.documentElement.dataset['theme'] !== undefined);
}

/** Title, publisher, day, licence, and the way to the whole page, all to be seen. */
export async function expectTold(visit: Visit, where: number, page: string): Promise<void> {
  const { text, hrefs } = await visit.ask(where, () => ({
    text: document.body.innerText,
    hrefs: [...document.querySelectorAll<HTMLAnchorElement>('.embed-open')].map(({ href }) => href),
  }));
  const words = [story.title, story.publisher.name, 'As of ', story.licence.name];
  const missing = words.filter((one) => !text.includes(one));
  if (missing.length > 0) throw new Error(`not told: ${missing.join(', ')}`);
  if (hrefs.join() !== page) throw new Error(`the way to the page leads to ${hrefs.join() || 'nowhere'}`);
}

/** Presses the middle of the first element that matches and has nothing over it, once it stands still: a font that is on its way will move it. */
export async function press(visit: Visit, where: number, selector: string): Promise<void> {
  let at: Place | null = null;
  await until(`something to press: ${selector}`, async () => {
    const before = at;
    at = await placeOf(visit, where, selector);
    return at !== null && at.x === before?.x && at.y === before.y;
  });
  const { x, y } = must<Place>(at, 'a place to press');
  await visit.press(x, y);
}

/** px on the host's page. */
type Place = { readonly x: number; readonly y: number };

/** @returns null for what is not there, or has something over it */
async function placeOf(visit: Visit, where: number, selector: string): Promise<Place | null> {
  const inner = await visit.ask(
    where,
    (wanted) => {
      if (document.fonts.status !== 'loaded') return null;
      for (const one of document.querySelectorAll(wanted)) {
        one.scrollIntoView({ block: 'nearest' });
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const hit = document.elementFromPoint(x, y);
        if (hit && one.contains(hit)) return { x, y };
      }
      return null;
    },
    selector,
  );
  const outer = await visit.ask(
    'host',
    (at) => {
      const frame = document.querySelectorAll('iframe')[at];
      if (!frame) return null;
      const { left, top } = frame.getBoundingClientRect();
      return { x: left + frame.clientLeft, y: top + frame.clientTop };
    },
    where,
  );
  return inner && outer && { x: inner.x + outer.x, y: inner.y + outer.y };
}

/** The timeline comes, and an event of it opens with its claims. */
export async function openInTimeline(visit: Visit, where: number): Promise<void> {
  await press(visit, where, '[data-stage] svg [data-event]');
  await expectClaims(visit, where, '[data-stage] .both.open article[data-event]');
}

/** The first event of the list opens. */
export async function openInList(visit: Visit, where: number): Promise<void> {
  await press(visit, where, '[data-told] summary');
  await expectClaims(visit, where, '[data-told] details[open] article[data-event]');
}

async function expectClaims(visit: Visit, where: number, article: string): Promise<void> {
  await until('the event is open', async () => {
    const open = await visit.ask(
      where,
      (selector) => {
        const found = document.querySelector<HTMLElement>(selector);
        return found && { id: found.dataset['event'], text: found.innerText };
      },
      article,
    );
    const claims = story.events.find(({ id }) => id === open?.id)?.claims ?? [];
    const text = open?.text.replace(/\s+/g, ' ') ?? '';
    return claims.length > 0 && claims.every((claim) => text.includes(claim.text));
  });
}

/** With the host's script a frame is as high as what it holds. */
export async function expectHeight(visit: Visit, where: number): Promise<void> {
  await until('the frame is as high as what it holds', async () => {
    const outer = await visit.ask('host', (at) => document.querySelectorAll('iframe')[at]?.clientHeight ?? 0, where);
    const inner = await visit.ask(
      where,
      () => document.querySelector('[data-embed]')?.getBoundingClientRect().height ?? 0,
    );
    return outer > 0 && Math.abs(outer - inner) < 2;
  });
}

/** No error was noted, nobody else was asked for anything, and nothing was kept. */
export async function expectNothingKept(visit: Visit, places: readonly Where[]): Promise<void> {
  for (const where of places) {
    const found = await visit.ask(where, async () => {
      const kept = async (name: string, count: () => number | Promise<number>): Promise<readonly string[]> => {
        try {
          const n = await count();
          return n > 0 ? [`kept in ${name}: ${n}`] : [];
        } catch {
          return []; // what throws keeps nothing
        }
      };
      const strangers = performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => /^(?:https?|wss?):/.test(name) && new URL(name).host !== location.host);
      return [
        ...(window as unknown as { noted: readonly string[] }).noted,
        ...strangers.map((name) => `a request to ${name}`),
        ...(await kept('cookies', () => document.cookie.length)),
        ...(await kept('localStorage', () => localStorage.length)),
        ...(await kept('sessionStorage', () => sessionStorage.length)),
        ...(await kept('indexedDB', async () => (await indexedDB.databases()).length)),
        ...(await kept('caches', async () => (await caches.keys()).length)),
      ];
    });
    if (found.length > 0) throw new Error(found.join('; '));
  }
}
