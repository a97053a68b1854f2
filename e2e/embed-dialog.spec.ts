import { axeOn } from './fixtures/axe.ts';
import { CANVAS, filtered, MOODLE, WORDPRESS_POST } from './fixtures/host-filters.ts';
import { hostPage } from './fixtures/host-page.ts';
import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';

const [event] = [...story.events].sort((a, b) => a.claims.length - b.claims.length);
const EVENT = event?.id ?? '';

test.describe('embedding', { tag: '@desktop' }, () => {
  test('the dialog works by keyboard and gives codes that show the event, on hosts that take parts of them out too', async ({
    page,
    site,
  }) => {
    await page.goto(`e/${EVENT}/`);
    const button = page.getByRole('banner').getByRole('button', { name: 'Embed' });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Embed in a page' });
    await expect(dialog.getByRole('radio', { name: 'This event' })).toBeChecked();
    const preview = dialog.frameLocator('iframe');
    await expect(preview.locator(`article[data-event="${EVENT}"]`)).toBeVisible();
    const { violations } = await axeOn(page).include('dialog').exclude('iframe').analyze();
    expect(violations).toEqual([]);

    const codeOf = async (kind: string): Promise<string> => {
      await dialog.getByRole('radio', { name: kind, exact: true }).check();
      return dialog.getByRole('textbox', { name: 'To copy' }).inputValue();
    };
    await dialog.getByRole('radio', { name: 'Your own HTML' }).check();
    const address = await codeOf('Address');
    const frame = await codeOf('Frame');
    const codes = [frame, await codeOf('Frame and script'), await codeOf('Element and script')];
    // A radio is one stop for Tab, and arrows choose in it.
    await dialog.getByRole('radio', { name: 'Live' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(dialog.getByRole('radio', { name: 'Pinned' })).toBeChecked();
    await expect(preview.getByText(/^Pinned: revision \d+ of/)).toBeVisible();
    const pinned = await codeOf('Address');
    expect(pinned).toMatch(new RegExp(`/embed/e/${EVENT}/r/\\d+/$`));
    await dialog.getByRole('radio', { name: 'A tour' }).check();
    await expect(preview.locator('[data-tour]')).toBeVisible();
    await expect(preview.getByText(/^Pinned: revision \d+ of/)).toBeVisible();
    const tour = await codeOf('Address');
    expect(tour).toMatch(/\/embed\/t\/[\w-]+\/r\/\d+\/$/);
    await dialog.getByRole('radio', { name: 'What is on screen' }).check();
    const range = await codeOf('Frame');
    expect(range).toMatch(/\/embed\/r\/\d+\/\?from=/);
    await dialog.getByRole('radio', { name: 'The whole story' }).check();
    await expect(preview.getByText(/^Pinned: edition \d+ of/)).toBeVisible();
    const edition = await codeOf('Address');
    expect(edition).toMatch(/\/embed\/r\/\d+\/$/);
    await dialog.getByRole('radio', { name: 'עברית' }).check();
    await expect(dialog.getByRole('textbox', { name: 'To copy' })).toHaveValue(`${edition}?lang=he`);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();

    for (const src of [address, pinned]) {
      await page.goto(src);
      await expect(page.locator(`article[data-event="${EVENT}"]`)).toBeVisible();
    }
    // As the stylesheet beside it will say, once there is a newer one (lasting.test.ts).
    await expect(page.locator('.embed-newer')).toBeHidden();
    const later = `[data-pinned='${/(\d+)\/$/.exec(pinned)?.[1]}'] .embed-facts .embed-newer {\n  display: inline;\n}\n`;
    await page.route('**/newest.css', (route) => route.fulfill({ contentType: 'text/css', body: later }));
    await page.reload();
    await expect(page.getByRole('link', { name: 'A newer version of this event exists' })).toBeVisible();
    await page.unroute('**/newest.css');
    await page.goto(`${tour}?lang=he`);
    await expect(page.getByText('מקובע: גרסה')).toBeVisible();
    await expect(page.locator('[data-view="tour"] [data-view="timeline"]')).toBeVisible();
    await expect(page.locator('.embed-newer')).toBeHidden();
    await page.goto(`${edition}?lang=he`);
    await expect(page.getByText('מקובע: מהדורה')).toBeVisible();
    await expect(page.locator('[data-view="timeline"]')).toBeVisible();
    await expect(page.locator('[data-count="total"]')).toHaveAttribute('data-value', String(story.events.length));
    await expect(page.locator('.embed-newer')).toBeHidden();
    for (const code of [...codes, filtered(frame, CANVAS)]) {
      await page.goto(site.host(hostPage(code)));
      await expect(page.frameLocator('iframe').locator(`article[data-event="${EVENT}"]`)).toBeVisible();
      expect(await page.locator('iframe').evaluate((one) => one.clientHeight)).toBeGreaterThan(300);
    }
    await page.goto(site.host(hostPage(range)));
    await expect(page.frameLocator('iframe').locator('[data-view="timeline"]')).toBeVisible();
    // Where no frame may stand, the link does, and leads to the event.
    for (const allowed of [WORDPRESS_POST, MOODLE]) {
      for (const code of codes) {
        const left = filtered(code, allowed);
        expect(left).not.toMatch(/iframe|script|source-line/);
        expect(left).toContain(`<a href="${site.url}e/${EVENT}/">`);
      }
      await page.goto(site.host(hostPage(filtered(frame, allowed))));
      await page.getByRole('link').click();
      await expect(page.locator(`article[data-event="${EVENT}"]`)).toBeVisible();
    }
  });
});
