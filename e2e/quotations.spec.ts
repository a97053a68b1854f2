import { quotationUrl } from '../src/model/text-fragment.ts';
import { expect, test } from './fixtures/test.ts';

/** What a source may do to words: each is a block of a page, and the words as they would be quoted. */
const PASSAGES: readonly (readonly [html: string, quote: string])[] = [
  ['<p>Both sides spoke of a 21-day cease-fire on the blue-line.</p>', 'a 21-day cease-fire'],
  ['<p>He said yes, no, and then, at last, nothing.</p>', 'yes, no, and then, at last'],
  ['<p>Research &amp; Development lost 5% of R&amp;D funds.</p>', 'Development lost 5% of R&D funds'],
  ['<p>“We’re not reviving it,” the official told us.</p>', '“We’re not reviving it,” the official'],
  ['<p dir="rtl" lang="he">דובר צה״ל מסר כי התקיפה הסתיימה הבוקר.</p>', 'צה״ל מסר כי התקיפה'],
  ['<p dir="rtl" lang="ar">أعلنت الوزارة أن الهجوم انتهى صباح اليوم.</p>', 'الوزارة أن الهجوم انتهى'],
  ['<p>The cafe\u0301 on the quay stayed open.</p>', 'The café on the quay'],
  [
    '<p>The ferry stopped at nine on Monday.</p><p>It left again in the early evening, half empty.</p>',
    'ferry stopped at nine on Monday. It left again in the early evening',
  ],
];

test('a quotation’s link opens its source at the quoted words', { tag: '@desktop' }, async ({ page, site }) => {
  const blocks = PASSAGES.map(([html], i) => `<div><section id="passage-${i}">${html}</section></div>`).join('');
  const head = '<meta charset="utf-8"><title>Source</title><link rel="icon" href="data:,">';
  const source = site.host(`<!doctype html>${head}<style>div { padding-block: 2000px }</style>${blocks}`);
  await page.goto('disputes/');
  const links = page.getByRole('link', { name: /^Open at these words on / });
  for (const [i, [, quote]] of PASSAGES.entries()) {
    // The ways to other people's pages, but to one of our own: nothing here may depend on theirs.
    const href = quotationUrl(source, quote);
    await links.nth(i).evaluate((link, to) => {
      link.setAttribute('href', to ?? '');
      link.setAttribute('target', '_blank');
    }, href);
    const [opened] = await Promise.all([page.waitForEvent('popup'), links.nth(i).click()]);
    await expect(opened.locator(`#passage-${i}`), quote).toBeInViewport();
    await opened.close();
  }
});
