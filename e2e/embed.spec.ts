import type { FrameLocator, Page } from '@playwright/test';
import { embedQuery, iframeTag, scriptCode } from '../src/model/embedCode.ts';
import { axeOn } from './fixtures/axe.ts';
import { filtered, WORDPRESS_OEMBED } from './fixtures/host-filters.ts';
import { hostPage } from './fixtures/host-page.ts';
import { keptBy } from './fixtures/kept.ts';
import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';
import { wordpressHost } from './fixtures/wordpress.ts';
import { TimelinePage } from './pages/timeline.ts';

/** A short event: its frame is soon there. */
const [SHORT] = [...story.events].sort((a, b) => a.claims.length - b.claims.length);
const EVENT = SHORT?.id ?? '';

const tag = (src: string, height = 400): string => iframeTag({ src, frameTitle: 'The story', height });
const withScript = (site: string): string => scriptCode(`${site}embed.v1.js`);

/** px the frame has on the host's page, and px its content has. */
async function heights(page: Page, frame: FrameLocator): Promise<readonly [number, number]> {
  const outer = await page.locator('iframe').evaluate((one) => one.clientHeight);
  const inner = await frame.locator('[data-embed]').evaluate((one) => Math.ceil(one.getBoundingClientRect().height));
  return [outer, inner];
}
async function expectFits(page: Page, frame: FrameLocator): Promise<number> {
  await expect
    .poll(async () => {
      const [outer, inner] = await heights(page, frame);
      return Math.abs(outer - inner);
    })
    .toBeLessThan(2);
  return (await heights(page, frame))[0];
}

/** Counts what the host's page hears. */
const recordMessages = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    if (window.top !== window) return;
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.addEventListener('message', ({ data }) => heard.push(data));
  });
const countMessages = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { heard: unknown[] }).heard.length);
/** So many pictures later, whoever had something to say has said it. */
const passFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let left = 20;
        const next = (): void => void ((left -= 1) > 0 ? requestAnimationFrame(next) : resolve());
        next();
      }),
  );

test.describe('a frame on somebody else’s page', { tag: '@desktop' }, () => {
  test('is as high as what it holds, growing and shrinking, and then is silent', async ({ page, site }) => {
    await recordMessages(page);
    await page.goto(site.host(hostPage(tag(`${site.url}embed/?ui=list&bands=${SHORT?.band}`) + withScript(site.url))));
    const frame = page.frameLocator('iframe');
    const first = await expectFits(page, frame);
    expect(first).toBeGreaterThan(400);
    expect(await countMessages(page)).toBeLessThanOrEqual(3);

    const event = frame.locator(`li:has([data-event='${EVENT}']) summary`).first();
    for (const isHigher of [true, false]) {
      const before = await countMessages(page);
      const was = await expectFits(page, frame);
      await event.click();
      await expect.poll(async () => (await heights(page, frame))[0] > was).toBe(isHigher);
      await expectFits(page, frame);
      expect((await countMessages(page)) - before).toBeLessThanOrEqual(3);
    }
    expect(await expectFits(page, frame)).toBe(first);
    const settled = await countMessages(page);
    await passFrames(page);
    expect(await countMessages(page)).toBe(settled);
  });

  test('shows the timeline on a host with a strict policy, without moving or steering the host', async ({
    page,
    site,
  }) => {
    const policy = `default-src 'none'; img-src data:; script-src ${site.url}; frame-src ${site.url}`;
    const above = '<p>Words of the course.</p>'.repeat(60);
    // A host such as this one allows no literal styles either: the frame has its height from the attribute.
    const bare = tag(site.url + 'embed/').replace(/\s+style="[^"]*"/, '');
    await page.goto(site.host(hostPage(above + bare + withScript(site.url)), policy));
    const frame = page.frameLocator('iframe');
    expect(await page.evaluate(() => [window.scrollY, document.activeElement?.tagName])).toEqual([0, 'BODY']);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await expect(frame.locator('[data-view="timeline"]')).toBeVisible();
    // First it is as high as the list that is there without a script: the place to scroll to goes once the timeline has its own height.
    expect(await expectFits(page, frame)).toBeGreaterThan(450);
    // The page of the host scrolls under the timeline, by wheel and by finger, and the timeline stays.
    const words = await frame.locator('[data-view="timeline"] .span').innerText();
    const box = await frame.locator('.field').boundingBox();
    const at = { x: (box?.x ?? 0) + 200, y: (box?.y ?? 0) + 100 };
    const timeline = new TimelinePage(page);
    const scrolled = () => page.evaluate(() => window.scrollY);
    const down = await scrolled();
    await page.mouse.move(at.x, at.y);
    await timeline.scrolling(() => page.mouse.wheel(0, -90));
    expect(await scrolled()).toBe(down - 90);
    const path = Array.from({ length: 30 }, (_, i) => [at.x, at.y + 90 - 10 * Math.min(i, 7)] as const);
    await timeline.scrolling(() => timeline.touch(path));
    expect(await scrolled()).toBeGreaterThan(down - 70);
    expect(await frame.locator('[data-view="timeline"] .span').innerText()).toBe(words);

    const before = await page.evaluate(() => [window.scrollY, history.length]);
    await frame.locator('[data-label]').first().click({ force: true });
    const article = frame.getByRole('article');
    await expect(article).toBeVisible();
    const first = (await article.getAttribute('data-event')) ?? '';
    await frame.getByRole('navigation', { name: 'Earlier and later events' }).getByRole('button').last().click();
    await expect(article).not.toHaveAttribute('data-event', first);
    await page.keyboard.press('Escape');
    await expect(article).toHaveCount(0);
    // With the mouse itself: `click()` scrolls the page when it has to try again, and then it was not the frame that moved the host.
    for (const name of ['Zoom in', 'Zoom out']) {
      const shown = await frame.locator('[data-view="timeline"] .span').innerText();
      const button = await frame.getByRole('button', { name }).boundingBox();
      await page.mouse.click((button?.x ?? 0) + 15, (button?.y ?? 0) + 15);
      await expect(frame.locator('[data-view="timeline"] .span')).not.toHaveText(shown);
    }
    expect(await page.evaluate(() => [window.scrollY, history.length])).toEqual(before);

    const own = page.frames().find((one) => one.url().includes('/embed/'));
    expect(await page.context().cookies()).toEqual([]);
    expect(own && (await keptBy(own))).toBe(0);
    const cookie = await own?.evaluate(() => ((document.cookie = 'probe=1'), document.cookie));
    expect(cookie).toBe(''); // cookies of others are blocked here, and nothing missed them
  });

  test('in a sandbox each address that may lead nowhere is shown, to be copied', async ({ page, site, watch }) => {
    watch.allow(/Blocked opening/);
    const sandboxed = tag(`${site.url}embed/e/${EVENT}/`).replace('<iframe', '<iframe sandbox="allow-scripts"');
    await page.goto(site.host(hostPage(sandboxed)));
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    await frame.locator('.embed-open').click();
    await expect(frame.getByRole('textbox')).toHaveValue(`${site.url}e/${EVENT}/`);
    await expect(frame.getByRole('textbox')).toBeFocused();
  });

  test('is revealed and sized by WordPress, which follows its links', async ({ page, site, watch }) => {
    watch.allow(/Blocked opening/);
    const target = `${site.url}e/${EVENT}/`;
    // From what oEmbed answers, after WordPress took out what it does not know; where the site's own address is known, its addresses are absolute.
    const asked = `${site.url}oembed/${EVENT}.json`;
    const answer = await page.request.get(`${asked}?maxwidth=320&maxheight=200&url=x&dnt=1&format=json`);
    const { html } = (await answer.json()) as { readonly html: string };
    const left = filtered(html, WORDPRESS_OEMBED);
    const [, pageAt = '', frameAt = ''] =
      /^<blockquote><a href="([^"]+)">.*<\/blockquote><iframe [^>]*src="([^"]+)"/s.exec(left) ?? [];
    expect([frameAt, pageAt].map((at) => new URL(at, asked).href)).toEqual([`${site.url}embed/e/${EVENT}/`, target]);
    for (const isLate of [true, false]) {
      await page.goto(site.host(wordpressHost(new URL(frameAt, asked).href, target, isLate)));
      await expect(page.locator('blockquote')).toBeHidden();
      await expect(page.locator('iframe')).not.toHaveAttribute('style');
    }
    const frame = page.frameLocator('iframe');
    const inner = await frame.locator('[data-embed]').evaluate((one) => one.getBoundingClientRect().height);
    const given = Number(await page.locator('iframe').getAttribute('height'));
    expect(Math.abs(given - Math.min(1000, Math.max(200, inner)))).toBeLessThan(2);
    await frame.locator('.embed-open').click();
    await page.waitForURL(target);
  });

  test('hears and is heard by nobody else: ten thousand messages, a sibling and a popup', async ({ page, site }) => {
    const liar = site.host(
      '<!doctype html><title>Another</title><link rel="icon" href="data:," /><script>onmessage = () => { for (const whom of [parent, opener]) if (whom && whom !== window) { whom.postMessage({ sourceline: "height", height: 3999 }, "*"); whom.postMessage("done", "*"); } for (let i = 0; i < parent.length; i += 1) parent[i].postMessage({ sourceline: "measure" }, "*"); }</script>',
    );
    await recordMessages(page);
    const sibling = `<iframe id="liar" title="Another" src="${liar}"></iframe>`;
    await page.goto(site.host(hostPage(tag(`${site.url}embed/e/${EVENT}/`) + sibling + withScript(site.url))));
    const ours = page.locator('iframe').first();
    const sizeOf = (): Promise<number> => ours.evaluate((one) => one.clientHeight);
    const content = page.frameLocator('iframe >> nth=0').locator('[data-embed]');
    await expect
      .poll(async () =>
        Math.abs((await sizeOf()) - (await content.evaluate((one) => one.getBoundingClientRect().height))),
      )
      .toBeLessThan(2);
    const size = await sizeOf();
    const own = page.frames().find((one) => one.url().includes('/embed/'));
    const text = await own?.evaluate(() => document.documentElement.outerHTML);

    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((url) => void window.open(url), liar),
    ]);
    await popup.waitForLoadState();
    await popup.evaluate(() => window.postMessage('go', '*'));
    const before = await countMessages(page);
    await page.locator('#liar').evaluate((one: HTMLIFrameElement) => one.contentWindow?.postMessage('go', '*'));
    await expect.poll(() => countMessages(page)).toBeGreaterThanOrEqual(before + 2);

    const flood = (intoFrame: boolean): Promise<void> => {
      const target = intoFrame ? document.querySelector('iframe')?.contentWindow : window;
      let seed = 7;
      const random = (n: number): number => (seed = (seed * 48_271) % 2_147_483_647) % n;
      const words = [
        'sourceline',
        'height',
        'message',
        'value',
        'secret',
        'ready',
        'link',
        'measure',
        '__proto__',
        '<b>',
        '',
      ];
      const any = (depth = 0): unknown =>
        [
          () => null,
          () => random(1e9) - 5e8,
          () => NaN,
          () => words[random(words.length)],
          () => 'x'.repeat(random(200)),
          () => Array.from({ length: random(4) }, () => any(depth + 1)),
          () =>
            Object.fromEntries(Array.from({ length: random(5) }, () => [words[random(words.length)], any(depth + 1)])),
        ][random(depth > 2 ? 5 : 7)]?.();
      for (let i = 0; i < 10_000; i += 1) target?.postMessage(any(), '*');
      // Each hears its own last one, after all others.
      const last = new Promise<void>((resolve) =>
        window.addEventListener('message', ({ data }) => data === 'the last' && resolve()),
      );
      target?.postMessage('the last', '*');
      return intoFrame ? Promise.resolve() : last;
    };
    await own?.evaluate(flood, false);
    await page.evaluate(flood, false);
    // From its parent too, to whom it does listen: what asks for its height is answered with the height there is.
    await own?.evaluate(() => {
      const last = new Promise<void>((resolve) =>
        window.addEventListener('message', ({ data }) => data === 'the last' && resolve()),
      );
      Object.assign(window, { last });
    });
    await page.evaluate(flood, true);
    await own?.evaluate(() => (window as unknown as { last: Promise<void> }).last);
    expect(await sizeOf()).toBe(size);
    expect(await own?.evaluate(() => document.documentElement.outerHTML)).toBe(text);
    await popup.close();
  });

  test('ten on a page, as elements: each starts as it is reached, and none minds the others', async ({
    page,
    site,
  }) => {
    const element = `<source-line src="${site.url}embed/${embedQuery({ ui: 'min' })}" title="The story" height="480"><a href="${site.url}">The story</a></source-line>`;
    // Where all that keeps things throws, too.
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('refused', 'SecurityError');
          },
        });
      }
    });
    await page.goto(site.host(hostPage(element.repeat(10) + withScript(site.url))));
    await expect(page.locator('source-line > iframe')).toHaveCount(10);
    await expect(page.frameLocator('iframe >> nth=0').locator('[data-view="timeline"]')).toBeVisible();
    await page.locator('iframe').last().scrollIntoViewIfNeeded();
    await expect(page.frameLocator('iframe >> nth=9').locator('[data-view="timeline"]')).toBeVisible();
    const running = await Promise.all(
      page
        .frames()
        .filter((one) => one.url().includes('/embed/'))
        .map((one) => one.evaluate(() => document.querySelector('[data-embed]')?.getAttribute('data-mode'))),
    );
    expect(running.filter((mode) => mode === 'timeline').length).toBeLessThan(10);
  });

  test('counts and walks the events that its address wishes, as they were known by the day', async ({ page, site }) => {
    const [band] = story.bands;
    const inBand = story.events.filter((event) => event.band === band?.id);
    const [, second, third] = inBand;
    const view = `#v1&band=${band?.id}&e=${second?.id}`;
    await page.goto(`${site.url}embed/${embedQuery({ view })}`);
    const neighbours = page.getByRole('navigation', { name: 'Earlier and later events' });
    await expect(neighbours.getByText(`2 of ${inBand.length}`)).toBeVisible();
    await expect(neighbours.getByRole('button').last()).toHaveText(third?.label ?? '');
    await page.goto(`${site.url}embed/${embedQuery({ view: `${view}&known=2100-01-01` })}`);
    await expect(neighbours.getByText(`2 of ${inBand.length}`)).toBeVisible();
  });

  test('speaks Hebrew and Arabic around a story in English, and asks for no language that nobody wished', async ({
    page,
    site,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const [first] = story.events;
    await page.goto(`${site.url}embed/?lang=he&e=${first?.id}`);
    await expect(page.getByRole('button', { name: 'כל הסיפור' })).toBeVisible();
    await expect(page.locator('html[lang="he"][dir="rtl"]')).toHaveCount(1);
    await expect(page.getByRole('link', { name: 'לציר הזמן המלא, עם מקורות ותיקונים' })).toBeVisible();
    const article = page.getByRole('article');
    await expect(article).toHaveAttribute('dir', 'ltr');
    await expect(article.locator('[data-claim]').first()).toHaveText(first?.claims[0].text ?? '');
    await expect(page.locator('[data-count="total"]')).toHaveText(/אירועים בסך הכול/);
    await expect(page.locator('button.later bdi').first()).toHaveCSS('direction', 'rtl');
    // The list of all events is there, unseen, where a reader has the timeline: axe would go through its thousands of elements for nothing.
    await expect(page.locator('[data-view="list"]')).toBeHidden();
    const { violations } = await axeOn(page).exclude('[data-view="list"]').analyze();
    expect(violations).toEqual([]);
    expect(asked.filter((url) => /\/ar-/.test(url))).toEqual([]);

    await page.goto(`${site.url}embed/?lang=ar&ui=list`);
    await expect(page.locator('.embed-when').first()).toHaveText(/أغسطس/);
    await expect(page.locator('[data-embed] li[data-band]')).toHaveCount(story.events.length);
    asked.length = 0;
    await page.goto(`${site.url}embed/`);
    await expect(page.locator('[data-view="timeline"]')).toBeVisible();
    expect(asked.filter((url) => /\/(?:he|ar|embedLanguage)-/.test(url))).toEqual([]);
  });

  test('is a list on the smallest place, without a script too, and shows a day and a range', async ({
    page,
    site,
    watch,
  }) => {
    watch.allow(/Blocked script execution/);
    const small = (src: string, more = ''): string =>
      `<iframe title="The story" width="280" height="320" ${more} src="${src}"></iframe>`;
    const known = embedQuery({ ui: 'list', from: '2024-09-20', to: '2024-09-30', view: '#v1&known=2024-09-30' });
    await page.goto(
      site.host(
        hostPage(
          small(`${site.url}embed/`) + small(`${site.url}embed/`, 'sandbox=""') + tag(`${site.url}embed/${known}`),
        ),
      ),
    );
    for (const at of [0, 1]) {
      const frame = page.frameLocator(`iframe >> nth=${at}`);
      await expect(frame.locator('[data-embed] li[data-band]')).toHaveCount(story.events.length);
      await expect(frame.getByRole('link', { name: story.licence.name })).toHaveCount(1);
    }
    const sideways = await page.frames()[1]?.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    const told = page.frameLocator('iframe >> nth=2');
    await expect(told.locator('[data-known]')).toHaveText(/30 September 2024/);
    await expect(told.getByRole('status')).toHaveCount(0); // nothing says that there is nothing
    expect(await told.locator('li[data-band]').count()).toBeLessThan(story.events.length);
  });
});
