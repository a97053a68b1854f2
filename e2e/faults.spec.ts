import type { Route } from '@playwright/test';
import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';

/** The data file of the page, whatever its hash. */
const DATA = /\/data\/story\.[0-9a-f]{16}\.json$/;

type Fault = {
  readonly name: string;
  readonly says: RegExp;
  /** What the browser itself reports of it. */
  readonly reports: RegExp;
  readonly answer: (route: Route) => Promise<void>;
};

const FAULTS: readonly Fault[] = [
  {
    name: 'the network is gone',
    says: /no connection/,
    reports: /ERR_INTERNET_DISCONNECTED/,
    answer: (route) => route.abort('internetdisconnected'),
  },
  {
    name: 'the data is not there',
    says: /was not found/,
    reports: /404|integrity|SRI/,
    answer: (route) => route.fulfill({ status: 404, body: 'Not found' }),
  },
  {
    name: 'the server fails',
    says: /server could not/,
    reports: /503|integrity|SRI/,
    answer: (route) => route.fulfill({ status: 503, body: 'Try later' }),
  },
  {
    name: 'the data is cut off',
    says: /did not arrive whole/,
    reports: /integrity|SRI/,
    answer: (route) => route.fulfill({ body: JSON.stringify(story).slice(0, 5000), contentType: 'application/json' }),
  },
  {
    name: 'the data is that of another build',
    says: /not what this page was made with/,
    reports: /integrity|SRI/,
    answer: (route) => route.fulfill({ json: { ...story, title: 'Another story' } }),
  },
];

const event = story.events[0];

for (const { name, says, reports, answer } of FAULTS) {
  test(`${name}: the page says so, stays readable, and can try again`, { tag: '@desktop' }, async ({ page, watch }) => {
    watch.allow(reports);
    await page.route(DATA, answer);
    await page.goto(`e/${event?.id}/`);
    const notice = page.getByRole('status').filter({ hasText: says });
    await expect(notice).toBeVisible();
    await expect(page.locator(`article[data-event="${event?.id}"] [data-claim]`).first()).toBeVisible();

    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(notice).toBeVisible(); // still failing: still said

    await page.unroute(DATA);
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('[data-view="timeline"]')).toBeVisible();
    await expect(notice).toHaveCount(0);
  });
}

test(
  'the front page keeps its whole list while the data cannot be had',
  { tag: '@desktop' },
  async ({ page, watch }) => {
    watch.allow(/ERR_INTERNET_DISCONNECTED/);
    await page.route(DATA, (route) => route.abort('internetdisconnected'));
    await page.goto('');
    await expect(page.getByRole('status').filter({ hasText: /no connection/ })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(story.title);
    await expect(page.locator('article[data-event]')).toHaveCount(story.events.length);
  },
);
