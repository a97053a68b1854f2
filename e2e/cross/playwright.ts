import { existsSync } from 'node:fs';
import { chromium, firefox, type Browser, type Frame, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/browser.mjs';
import type { Engine, Settings, Visit, Where } from './engine.ts';

/** px; frames stand at the top of it. */
const VIEWPORT = { width: 1000, height: 900 };
/** Debian's; Playwright drives it by WebDriver BiDi, without a program between them. */
const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
const launch = await findChromium();

export const CHROMIUM: Engine = {
  name: 'Chromium',
  missing: launch ? undefined : 'no Chromium: run node scripts/ensure.mjs --browser',
  start: (settings) =>
    visit(settings, () => chromium.launch(launch ?? {}), settings.thirdPartyCookies ? undefined : blockCookies),
};

export const FIREFOX_ESR: Engine = {
  name: 'Firefox',
  missing: FIREFOX ? undefined : 'no Firefox (Debian: apt install firefox-esr)',
  start: (settings) =>
    visit(settings, () =>
      firefox.launch({
        channel: 'moz-firefox',
        executablePath: FIREFOX ?? '',
        firefoxUserPrefs: {
          'network.cookie.cookieBehavior': settings.thirdPartyCookies ? 0 : 1,
          'javascript.enabled': settings.scripts,
          'fission.autostart': false, // a press on the page reaches a frame only where both are of one process
        },
      }),
    ),
};

/** Its switches for this are taken by some builds only. */
async function blockCookies(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCookieControls', { enableThirdPartyCookieRestriction: true });
}

async function visit(
  settings: Settings,
  start: () => Promise<Browser>,
  prepare?: (page: Page) => Promise<void>,
): Promise<Visit> {
  const browser = await start();
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: 'en-US',
    timezoneId: 'Asia/Jerusalem',
    javaScriptEnabled: settings.scripts,
  });
  const heard: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:/.test(protocol) && !/^(?:127\.0\.0\.1|localhost)$/.test(hostname))
      heard.push(`a request to ${request.url()}`);
  });
  const page = await context.newPage();
  await prepare?.(page);
  return {
    version: browser.version(),
    open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    ask: async (where, question, told) => {
      const frame = await frameAt(page, where);
      return frame.evaluate(question as never, told as never);
    },
    press: (x, y) => page.mouse.click(x, y),
    picture: async (file) => void (await page.screenshot({ path: file })),
    heard: () => heard,
    close: () => browser.close(),
  };
}

async function frameAt(page: Page, where: Where): Promise<Frame> {
  if (where === 'host') return page.mainFrame();
  const element = await page.locator('iframe').nth(where).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`no frame ${where}`);
  return frame;
}
