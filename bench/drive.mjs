// Drives one page in a fresh context with real wheel and drag input, and measures it.
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const SIZE = { width: 1280, height: 800 };
const FRAME = 1000 / 60;
const NOTCHES = 20;
const MOVES = 60;
/** px of a move of the drag. */
const STRIDE = 8;
const GESTURES = 3;
/** ms after which a gesture is broken off, and no other begun: what is slow is known by then. */
const BUDGET = 6_000;

/** Runs in the page: the times of frames, the longest blocks of its main thread, the first frame that has content, and the first that can be used. */
function recorder({ content, alive }) {
  const seen = { frames: [], recording: false, content: 0, alive: 0, blocks: [], paint: 0 };
  globalThis.seen = seen;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.blocks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') seen.paint = startTime;
  }).observe({ type: 'paint', buffered: true });
  const watch = (now) => {
    if (seen.content === 0 && document.querySelector(content)) seen.content = now;
    if (seen.content > 0 && document.querySelector(alive)) {
      seen.alive = now;
      console.debug('alive');
    } else requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
  seen.start = () => {
    seen.frames = [];
    seen.recording = true;
    const note = (now) => {
      seen.frames.push(now);
      if (seen.recording) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  };
}

/**
 * @typedef {{name: string, path: string, content: string, alive?: string, settled?: string, target: string, pan: 'drag' | 'wheel', zoom: 'wheel' | 'buttons', file?: string}} Contender
 * @param {import('@playwright/test').Browser} browser
 * @param {Contender} contender
 * @param {{url: string, sent: Map<string, number>}} server
 * @param {{patience: number, loadOnly?: boolean, trace?: string}} options `patience`: ms until a page that shows nothing has given up; `loadOnly`: no gesture
 */
export async function measure(browser, contender, server, { patience, loadOnly = false, trace }) {
  const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: 1 });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('crash', () => errors.push('the page crashed'));
  try {
    const { content, alive = content } = contender;
    await page.goto(`${server.url}pages/before.html`);
    await still(page);
    await page.addInitScript(recorder, { content, alive });
    server.sent.clear();
    // The page says it by itself: asking it would run scripts of the driver in it while it loads.
    const said = page.waitForEvent('console', {
      predicate: (message) => message.text() === 'alive',
      timeout: patience,
    });
    await Promise.all([said, page.goto(server.url + contender.path, { waitUntil: 'commit' })]);
    const loaded = await page.evaluate(() => ({ ...globalThis.seen, origin: performance.timeOrigin, frames: [] }));
    const had = contender.file ? (server.sent.get(contender.file) ?? NaN) - loaded.origin : NaN;
    if (contender.settled) await page.waitForSelector(contender.settled, { timeout: patience, state: 'attached' });
    // Told only now: the browser reports paints and blocks a little later.
    await still(page);
    const { blocks, paint } = await page.evaluate(() => globalThis.seen);
    const load = {
      paint,
      had,
      // What the document holds is there before its first paint.
      content: Math.max(loaded.content, paint),
      alive: loaded.alive,
      block: Math.max(0, ...blocks.map(({ duration }) => duration)),
    };
    if (loadOnly) return { ...load, fault: errors[0] ?? null };
    const client = await context.newCDPSession(page);
    // CPU time of the main thread: what else the machine does meanwhile does not count.
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const box = await page.locator(contender.target).first().boundingBox();
    if (!box) throw new Error(`${contender.name} has no ${contender.target}`);
    const gesture = gestureOn(client, page, contender, box);
    if (trace) await startTrace(client);
    const frames = [];
    const work = { task: 0, script: 0, steps: 0 };
    const begun = performance.now();
    for (let i = 0; i < GESTURES && performance.now() - begun < BUDGET; i += 1) {
      const before = await metricsOf(client);
      await page.evaluate(() => globalThis.seen.start());
      work.steps += await gesture();
      const times = await page.evaluate(() => {
        globalThis.seen.recording = false;
        return globalThis.seen.frames;
      });
      const after = await metricsOf(client);
      frames.push(...times.slice(1).map((time, k) => time - times[k]));
      work.task += 1000 * (after.TaskDuration - before.TaskDuration);
      work.script += 1000 * (after.ScriptDuration - before.ScriptDuration);
      await still(page);
    }
    if (work.steps === 0) throw new Error(`took no input for ${BUDGET / 1000} s`);
    if (trace) await endTrace(client, trace);
    let svg = 0;
    let elements = 0;
    await gesture(async () => {
      const counted = await page.evaluate(() => ({
        // The largest picture: icons of buttons are pictures too.
        svg: Math.max(0, ...Array.from(document.querySelectorAll('svg'), (one) => one.querySelectorAll('*').length)),
        all: document.querySelectorAll('*').length,
      }));
      svg = Math.max(svg, counted.svg);
      elements = Math.max(elements, counted.all);
    });
    frames.sort((a, b) => a - b);
    const at = (share) => frames[Math.min(frames.length - 1, Math.floor(share * frames.length))] ?? NaN;
    return {
      ...load,
      median: at(0.5),
      p95: at(0.95),
      worst: at(1),
      task: work.task / work.steps,
      script: work.script / work.steps,
      heap: await memoryOf(client),
      svg,
      elements,
      fault: errors[0] ?? null,
    };
  } catch (error) {
    const why =
      errors[0] ??
      String(error)
        .split('\n')[0]
        .replace(/^Error: /, '');
    return { fault: /Timeout/.test(why) ? `nothing shown after ${patience / 1000} s` : why };
  } finally {
    await context.close();
  }
}

/** Zoom in, pan there and back, zoom out: an input each sixtieth of a second, or as fast as the page takes them. */
function gestureOn(client, page, { pan, zoom }, box) {
  const x = Math.round(box.x + box.width / 2);
  const y = Math.round(box.y + box.height / 2);
  const mouse = (type, rest) => client.send('Input.dispatchMouseEvent', { type, x, y, ...rest });
  return async (each = async () => undefined) => {
    let steps = 0;
    let next = performance.now();
    const end = next + BUDGET;
    const paced = async (send) => {
      if (performance.now() > end) return;
      await send();
      steps += 1;
      await each();
      next = Math.max(next + FRAME, performance.now());
      await sleep(Math.max(0, next - performance.now()));
    };
    const wheel = (delta) => paced(() => mouse('mouseWheel', { deltaX: delta.x ?? 0, deltaY: delta.y ?? 0 }));
    const press = (selector) => paced(() => page.locator(selector).first().click({ force: true, noWaitAfter: true }));
    await mouse('mouseMoved', {});
    for (let i = 0; i < NOTCHES; i += 1) await (zoom === 'wheel' ? wheel({ y: -100 }) : press('.tl-icon-zoom-in'));
    if (pan === 'wheel') {
      for (let i = 0; i < MOVES; i += 1) await wheel({ x: i < MOVES / 2 ? STRIDE : -STRIDE });
    } else {
      await mouse('mousePressed', { button: 'left', buttons: 1, clickCount: 1 });
      for (let i = 1; i <= MOVES; i += 1) {
        const away = STRIDE * (i <= MOVES / 2 ? i : MOVES - i);
        await paced(() => mouse('mouseMoved', { x: x - away, button: 'left', buttons: 1 }));
      }
      await mouse('mouseReleased', { button: 'left', clickCount: 1 });
    }
    for (let i = 0; i < NOTCHES; i += 1) await (zoom === 'wheel' ? wheel({ y: 100 }) : press('.tl-icon-zoom-out'));
    return steps;
  };
}

/** Waits until the page has had ten frames in a row without a long one, or two seconds. */
async function still(page) {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        let last = performance.now();
        const end = last + 2000;
        let calm = 0;
        const next = (now) => {
          calm = now - last < 34 ? calm + 1 : 0;
          last = now;
          if (calm >= 10 || now > end) resolve(undefined);
          else requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
  );
}

async function metricsOf(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** MB of the page and its workers, buffers too, after a collection. */
async function memoryOf(client) {
  const heapOf = async (send) => {
    await send('HeapProfiler.enable');
    await send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await send('Runtime.getHeapUsage');
    return usedSize + embedderHeapUsedSize + backingStorageSize;
  };
  const workers = [];
  const waiting = new Map();
  client.on('Target.attachedToTarget', ({ sessionId }) => workers.push(sessionId));
  client.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
  });
  await client.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let bytes = await heapOf((method) => client.send(method));
  for (const sessionId of workers) {
    bytes += await heapOf((method) => {
      const id = waiting.size + 1;
      const answer = new Promise((resolve) => waiting.set(id, resolve));
      const message = JSON.stringify({ id, method });
      return client.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answer);
    });
  }
  return bytes / 2 ** 20;
}

async function startTrace(client) {
  await client.send('Profiler.enable');
  await client.send('Profiler.setSamplingInterval', { interval: 200 });
  await client.send('Profiler.start');
}

async function endTrace(client, file) {
  const { profile } = await client.send('Profiler.stop');
  writeFileSync(file, JSON.stringify(profile));
}
