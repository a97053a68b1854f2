import type { Locator, Page } from '@playwright/test';

/** The list, an event's page and the panel as a reader meets them. */
export class ReadingPage {
  readonly page: Page;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: 'Event' });
  }

  /** An event's own address: with a script, the timeline with its panel; without, its document. */
  async openEvent(id: string): Promise<void> {
    await this.page.goto(`e/${id}/`);
  }

  async openList(): Promise<void> {
    await this.page.goto('#v1&view=list');
    await this.page.locator('[data-view="list"]').waitFor();
  }

  article(id: string): Locator {
    return this.page.locator(`article[data-event="${id}"]`);
  }

  /** The chips below one claim, outside disputes. */
  chips(claim: string): Locator {
    return this.panel
      .getByRole('listitem')
      .filter({ has: this.page.locator(`[data-claim="${claim}"]`) })
      .first()
      .getByRole('button', { name: /show/ });
  }

  /** px by which the page is wider than the window. */
  async overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }
}
