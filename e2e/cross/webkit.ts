import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { freePort } from '#cli/web-servers.ts';
import { until, type Engine, type Settings, type Visit, type Where } from './engine.ts';

/**
 * Debian's WebKitGTK by plain WebDriver: `MiniBrowser`, the window that comes with the library, on a screen that nobody sees.
 * @see https://www.w3.org/TR/webdriver2/
 */

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/xvfb-run';
const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'];
const BROWSER = LIBRARIES.filter(existsSync)
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.startsWith('webkit'))
      .map((name) => join(folder, name, 'MiniBrowser')),
  )
  .find(existsSync);

const isThere = BROWSER !== undefined && existsSync(DRIVER) && existsSync(SCREEN);
export const WEBKIT: Engine = {
  name: 'WebKit',
  missing: isThere ? undefined : 'no WebKit (Debian: apt install webkit2gtk-driver xvfb)',
  start,
};

type Call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>;

async function start({ scripts, thirdPartyCookies }: Settings): Promise<Visit> {
  const port = await freePort();
  // A group of its own: xvfb-run leaves its screen running when only it is ended.
  const driver = spawn(SCREEN, ['-a', DRIVER, `--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, TZ: 'Asia/Jerusalem', LANG: 'C.UTF-8' },
  });
  const call: Call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { readonly value: unknown };
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value).slice(0, 300)}`);
    return value;
  };
  try {
    await until('WebKitWebDriver answers', async () => (await call('GET', '/status')) !== undefined);
    const args = [
      '--automation',
      `--cookies-policy=${thirdPartyCookies ? 'always' : 'no-third-party'}`,
      ...(scripts ? [] : ['--enable-javascript=false']),
    ];
    const made = (await call('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: BROWSER, args } } },
    })) as { readonly sessionId: string; readonly capabilities: { readonly browserVersion: string } };
    return visitOf(call, `/session/${made.sessionId}`, made.capabilities.browserVersion, driver);
  } catch (error) {
    end(driver);
    throw error;
  }
}

function visitOf(call: Call, session: string, version: string, driver: ChildProcess): Visit {
  const find = async (selector: string): Promise<readonly Readonly<Record<string, string>>[]> =>
    (await call('POST', `${session}/elements`, { using: 'css selector', value: selector })) as never;
  const goTo = async (where: Where): Promise<void> => {
    await call('POST', `${session}/frame`, { id: null });
    if (where === 'host') return;
    const frame = (await find('iframe'))[where];
    if (!frame) throw new Error(`no frame ${where}`);
    await call('POST', `${session}/frame`, { id: frame });
  };
  const run = (question: string, told: unknown): Promise<unknown> =>
    call('POST', `${session}/execute/sync`, { script: `return (${question})(arguments[0])`, args: [told ?? null] });
  return {
    version,
    open: async (url) => {
      await call('POST', `${session}/frame`, { id: null });
      await call('POST', `${session}/url`, { url });
    },
    ask: async (where, question, told) => {
      await goTo(where);
      return (await run(String(question), told)) as never;
    },
    press: async (x, y) => {
      await goTo('host');
      const actions = [
        { type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
      await call('POST', `${session}/actions`, { actions: [mouse] });
      await call('DELETE', `${session}/actions`);
    },
    picture: async (file) => {
      await call('POST', `${session}/frame`, { id: null });
      writeFileSync(file, Buffer.from(String(await call('GET', `${session}/screenshot`)), 'base64'));
    },
    heard: () => [],
    close: async () => {
      await call('DELETE', session).catch(() => undefined); // it may have ended by itself
      end(driver);
    },
  };
}

function end({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid);
}
