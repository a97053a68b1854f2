import { plain } from './fixtures/plain.ts';
import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';
import { ReadingPage } from './pages/reading.ts';

test('from each claim of the story its evidence opens in one press', { tag: '@desktop' }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // no flight from each event to the next
  const reading = new ReadingPage(page);
  const [first] = story.events;
  await reading.openEvent(first?.id ?? '');
  await reading.panel.waitFor();
  const agents = new Map(
    story.events.flatMap(({ claims }) => claims.map(({ id, citations }) => [id as string, citations] as const)),
  );
  const met = new Set<string>();
  for (const event of story.events) {
    await expect(reading.panel.locator('article')).toHaveAttribute('data-event', event.id);
    // All sentences of the panel, each pressed once as a pointer or a key would, and what then stands open.
    const opened = await reading.panel.evaluate(async (panel) => {
      const found: [claim: string, words: string][] = [];
      for (const sentence of panel.querySelectorAll('[data-claim]')) {
        const chip = sentence.parentElement?.querySelector('button');
        chip?.click();
        // It is there before the next task: to wait for the screen as well, hundreds of times, would take longer than the rest.
        await new Promise((resolve) => setTimeout(resolve));
        const words = document.getElementById(chip?.getAttribute('aria-controls') ?? '');
        found.push([sentence.getAttribute('data-claim') ?? '', words?.textContent ?? '']);
      }
      return found;
    });
    // Told together: Playwright notes each `expect` as a step, for longer than all that is asked here takes.
    const wrong = opened.flatMap(([claim, words]) => {
      met.add(claim);
      const shown = plain(words);
      // The words, and everybody they came through, of one of its citations at least.
      const isThere = (agents.get(claim) ?? []).some(
        ({ quote, chain }, i) =>
          shown.includes(plain(quote)) &&
          chain.every(
            ({ agent }, hop) => (hop === 0 && i === 0) || shown.toLowerCase().includes(plain(agent).toLowerCase()),
          ),
      );
      const isToldHow = /Checked against the full text on|Read in an excerpt|Not seen by us/.test(shown);
      return isThere && isToldHow ? [] : [`${claim}: ${shown}`];
    });
    expect(wrong).toEqual([]);
    const next = reading.panel.getByRole('button', { name: /^Later event/ });
    if (event !== story.events.at(-1)) await next.click();
  }
  expect([...met].sort()).toEqual([...agents.keys()].sort());
});

test(
  'all answers of all disputes have one size, on wide and narrow screens, by day and by night',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('disputes/');
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1440, 320]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        const ratios = await page.locator('[data-dispute] > ol').evaluateAll((lists) =>
          lists.map((list) => {
            const areas = [...list.children].map((one) => {
              const { width: across, height } = one.getBoundingClientRect();
              return across * height;
            });
            return Math.max(...areas) / Math.min(...areas);
          }),
        );
        expect(ratios).toHaveLength(story.events.flatMap(({ disputes }) => disputes).length);
        expect(Math.max(...ratios), `${width} px, ${colorScheme}`).toBeLessThan(1.05);
      }
  },
);

test(
  'what was told later is marked at the mark, in its name, in the panel and at the claim',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('e/pager-explosions/');
    const article = page.locator('article[data-event="pager-explosions"]');
    await expect(article.getByText(/claims were told later, between .* and .*10 November 2024/)).toBeVisible();
    await expect(article.getByText('Told later, on 10 November 2024').first()).toBeVisible();
    await expect(page.getByRole('option', { name: /Pagers.*Part told later/ })).toHaveCount(1);
    await expect(page.locator('g[data-event="pager-explosions"] .later')).toBeVisible();
    await page.goto('#v1&e=pager-explosions&known=2024-10-09');
    await expect(
      page.locator('article[data-event="pager-explosions"]').getByText(/Title and notes are those of today/),
    ).toBeVisible();
    await expect(page.getByText('Told later, on 10 November 2024')).toHaveCount(0);
  },
);
