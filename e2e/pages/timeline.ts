import type { Locator, Page } from '@playwright/test';

export type Rect = {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};
export type Counts = Readonly<Record<'visible' | 'clustered' | 'filtered' | 'outside' | 'total', number>>;

/** The timeline as a reader meets it: by role and by name, and by the hooks that the design promises. */
export class TimelinePage {
  readonly page: Page;
  readonly listbox: Locator;
  readonly field: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.listbox = page.getByRole('listbox');
    this.field = page.locator('[data-view="timeline"] .field');
    this.panel = page.getByRole('complementary');
  }

  async open(path = './'): Promise<void> {
    await this.page.goto(path);
    await this.listbox.waitFor();
  }

  async counts(): Promise<Counts> {
    await this.page.locator('[data-view="timeline"][aria-busy="false"]').waitFor();
    const entries = await this.page
      .locator('[data-count]')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('data-count'), Number(one.getAttribute('data-value'))] as const),
      );
    return Object.fromEntries(entries) as Counts;
  }

  /** The boxes of the labels on screen, px from the corner of the page. */
  async labels(): Promise<Rect[]> {
    return this.page.locator('[data-label]').evaluateAll((all) =>
      all.map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return { id: one.getAttribute('data-label') ?? '', left, right, top, bottom };
      }),
    );
  }

  /** Waits until nothing moves any more, and the words say so too: some frames in a row with the same marks in the same places. */
  async settled(): Promise<void> {
    await this.page.evaluate(() => {
      const store = window as unknown as { still: number };
      store.still = 0;
    });
    await this.page.waitForFunction(() => {
      const picture = [
        ...document.querySelectorAll('[data-event],[data-cluster],[data-label],[data-count],.field svg > g'),
      ]
        .map((one) => ['style', 'data-value', 'y'].map((name) => one.getAttribute(name) ?? '').join())
        .join();
      const store = window as unknown as { picture?: string; still: number };
      const isBusy = document.querySelector('[data-view="timeline"][aria-busy="true"]') !== null;
      store.still = store.picture === picture && !isBusy ? store.still + 1 : 0;
      store.picture = picture;
      return store.still >= 4;
    });
  }

  /** Turns the wheel over a place on the time axis, a share of its length, and waits until the page has met the turn. */
  async wheel(at: number, delta: number): Promise<void> {
    const box = (await this.field.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const down = await this.isVertical();
    await this.page.mouse.move(box.x + (down ? 0.5 : at) * box.width, box.y + (down ? at : 0.5) * box.height);
    await this.turn(delta);
  }

  /** Turns the wheel where the pointer is, and waits until the page has met the turn. */
  async turn(delta: number): Promise<void> {
    await this.page.evaluate(() => {
      const store = window as unknown as { turned: boolean };
      store.turned = false;
      addEventListener('wheel', () => requestAnimationFrame(() => (store.turned = true)), {
        once: true,
        capture: true,
      });
    });
    await this.page.mouse.wheel(0, delta);
    await this.page.waitForFunction(() => (window as unknown as { turned: boolean }).turned);
  }

  /** Makes a gesture that scrolls the page, and waits until the page has scrolled and rests: a finger that was quick lets it fly on. */
  async scrolling(gesture: () => Promise<void>): Promise<void> {
    await this.page.evaluate(async () => {
      // What has moved before, by a layout too, has said so by the second picture: it must not be taken for the gesture's end.
      for (let i = 0; i < 2; i += 1) await new Promise((next) => requestAnimationFrame(next));
      const store = window as unknown as { rests: boolean };
      store.rests = false;
      addEventListener('scrollend', () => (store.rests = true), { once: true });
    });
    await gesture();
    await this.page.waitForFunction(() => (window as unknown as { rests: boolean }).rests);
    // On a busy machine the end of what moved before may have been heard late: at rest is what stands still from picture to picture.
    await this.page.evaluate(async () => {
      for (let still = 0; still < 6;) {
        const before = scrollY;
        await new Promise((next) => requestAnimationFrame(next));
        still = scrollY === before ? still + 1 : 0;
      }
    });
  }

  /** Whether time runs downwards: on phones. */
  async isVertical(): Promise<boolean> {
    return (await this.listbox.getAttribute('aria-orientation')) === 'vertical';
  }

  /** Fingers on the screen: each a path of places, px; all go down together, move along their paths, and leave. */
  async touch(...fingers: readonly (readonly (readonly [x: number, y: number])[])[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const steps = fingers[0]?.length ?? 0;
    for (let i = 0; i < steps; i += 1) {
      const touchPoints = fingers.map((path, id) => ({ x: path[i]?.[0] ?? 0, y: path[i]?.[1] ?? 0, id }));
      await session.send('Input.dispatchTouchEvent', { type: i === 0 ? 'touchStart' : 'touchMove', touchPoints });
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await session.detach();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}

/** The pairs of labels that lie over one another, by id. */
export function overlapping(labels: readonly Rect[]): string[] {
  return labels.flatMap((a, i) =>
    labels
      .slice(i + 1)
      .filter(
        (b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5,
      )
      .map((b) => `${a.id} and ${b.id}`),
  );
}
