import type { FrameLocator, Page } from '@playwright/test';
import { hostPage } from './fixtures/host-page.ts';
import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';

/** A page that is lighter than the front page, where which one it is does not matter. */
const EVENT = `e/${story.events[0]?.id}/`;

const framing = (url: string, attributes = '') =>
  hostPage(`<iframe title="The story" width="700" height="600" src="${url}" ${attributes}></iframe>`);

/** The scripts have run and the story is on screen. */
async function expectAlive(place: Page | FrameLocator): Promise<void> {
  await expect(place.locator('[data-view="timeline"]')).toBeVisible();
  await expect(place.locator('[data-notice]')).toBeEmpty();
}

async function expectReadable(place: Page | FrameLocator): Promise<void> {
  await expect(place.locator('[data-view="list"]')).toBeVisible();
  await expect(place.getByRole('heading', { level: 1 })).toHaveText(story.title);
  await expect(place.locator('article[data-event]')).toHaveCount(story.events.length);
}

/** How one feature of the platform that keeps things behaves: the name of what it throws, or `works`. */
const tryStorage = () => {
  try {
    window.localStorage.setItem('probe', '1');
    return 'works';
  } catch (error) {
    return (error as Error).name;
  }
};

test(
  'runs in a sandboxed frame of another site, where its origin is opaque',
  { tag: '@desktop' },
  async ({ page, site }) => {
    await page.goto(site.host(framing(site.url, 'sandbox="allow-scripts"')));
    await expectAlive(page.frameLocator('iframe'));
    const frame = page.frames().find((each) => each.url() === site.url);
    expect(await frame?.evaluate(() => window.origin)).toBe('null');
    expect(await frame?.evaluate(tryStorage)).toBe('SecurityError');
  },
);

test('runs in a frame of another site without a sandbox', { tag: '@desktop' }, async ({ page, site }) => {
  await page.goto(site.host(framing(site.url + EVENT)));
  await expectAlive(page.frameLocator('iframe'));
});

test('runs where storage throws', { tag: '@desktop' }, async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }
  });
  await page.goto(EVENT);
  expect(await page.evaluate(tryStorage)).toBe('SecurityError');
  await expectAlive(page);
});

test(
  'runs below a folder of a host, on the front page and on an event’s',
  { tag: '@desktop' },
  async ({ page, site }) => {
    await page.goto(site.below);
    await expectAlive(page);
    await page.goto(site.below + EVENT);
    await expectAlive(page);
  },
);

test('stays readable when scripts are blocked', { tag: '@desktop' }, async ({ page, watch }) => {
  watch.allow(/ERR_BLOCKED_BY_CLIENT/);
  await page.route('**/*.js', (route) => route.abort('blockedbyclient'));
  await page.goto('');
  await expectReadable(page);
});

test('stays readable in a frame that allows no script', { tag: '@desktop' }, async ({ page, site, watch }) => {
  watch.allow(/Blocked script execution/);
  await page.goto(site.host(framing(site.url, 'sandbox=""')));
  await expectReadable(page.frameLocator('iframe'));
});

test('asks for each of its files once and for nothing else', { tag: '@desktop' }, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(EVENT);
  await expectAlive(page);
  // The build weighs the scripts that the page names, and what a phone adds; the arcs of an open event weigh less than that. No other comes unasked.
  const html = await (await page.request.get(EVENT)).text();
  const named = [...html.matchAll(/assets\/[^" ]+\.js/g)].map(([path]) => path);
  await expect.poll(() => asked.some((url) => url.includes('/TimelineArcs-'))).toBe(true);
  const scripts = asked.flatMap((url) => /assets\/[^"]+\.js/.exec(url) ?? []);
  expect(scripts.filter((path) => !path.startsWith('assets/TimelineArcs-')).sort()).toEqual(named.sort());
  expect(asked.length).toBe(new Set(asked).size);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => window.localStorage.length + window.sessionStorage.length)).toBe(0);
});

test(
  'every answer carries the headers, and only hashed files may be kept',
  { tag: '@desktop' },
  async ({ request }) => {
    const front = await request.get('');
    const hashed = [...(await front.text()).matchAll(/(?:src|href)="\.\/((?:assets|data)\/[^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(hashed.length).toBeGreaterThanOrEqual(3);
    for (const path of ['', EVENT, 'data/story.json', 'no-such-page', ...hashed]) {
      const headers = (await request.get(path)).headers();
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; script-src 'self';.* style-src 'self';.* connect-src 'self';.* frame-ancestors \*; require-trusted-types-for 'script'/,
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      if (hashed.includes(path)) expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      else expect(headers['cache-control'] ?? 'no-cache').toBe('no-cache');
    }
  },
);
