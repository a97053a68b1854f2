// Turns what was measured into a page to read. What misses a bar is written as missed.
const NAMES = {
  sourceline: 'Sourceline',
  anyfile: 'Sourceline, any file',
  canvas: 'bare canvas',
  gravity: '@gravity-ui/timeline',
  vis: 'vis-timeline',
  timelinejs: 'TimelineJS',
};

const whole = (value) => (Number.isFinite(value) ? Math.round(value).toLocaleString('en') : '–');
const tenth = (value) => (Number.isFinite(value) ? value.toFixed(1) : '–');

const isMade = ({ story, count }) => story === String(count);

/** @returns {string} Markdown */
export function reportOf(rows, front, machine, versions) {
  const sorted = rows.toSorted((a, b) => Number(isMade(b)) - Number(isMade(a)) || a.count - b.count);
  const stories = [...new Set(sorted.map(({ story }) => story))];
  return `${[
    '# Benchmark',
    '',
    '`npm run bench` writes this page. All figures are of one run, side by side, on the machine named here.',
    '',
    `Chromium ${machine.version}, headless, no GPU, ${machine.cores} cores (${machine.model.trim()}); load of the machine ${machine.load.map((one) => one.toFixed(1)).join(' at the start, ')} at the end${Math.max(...machine.load) > machine.cores ? ': **others worked on it too**, so frame times and times to content are worse than they would be alone' : ''}. Node ${machine.node}.`,
    `Peers: ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    '',
    '## How it is measured',
    '',
    '- Each page reads the same file of columns from the same server, in a browser of its own, 1280 × 800. Ours is the built site; nothing in it knows of the benchmark: the stories are files in the `columns/` of the story folder, and the build writes a page for each, as it does for any such file.',
    '- **paint**: first contentful paint. **content**: the first frame with events in it. **alive**: the first frame with events that can be zoomed and pressed. All ms after the navigation, in a browser that shows another page of the same server, of nine loads the middle one (of pages that take longer than four seconds the only one). **after data**: until alive, after the last byte of the file had been sent. **block**: the longest time the page was deaf while it loaded.',
    '- Our page holds the first view, drawn at build, and a list of events: they are there with the first paint, without a script. The others draw all of theirs by script, so content and alive are one. **Sourceline, any file** is our page with a file that no build has seen, named by its address: it draws by script as the others do.',
    '- **The gesture**, three times over: twenty notches of the wheel in, a drag of thirty moves there and thirty back, twenty notches out, an input each 1/60 s, sent as a real pointer would. TimelineJS zooms by its buttons; @gravity-ui has no drag and is panned by the wheel.',
    '- **frames**: ms between animation frames during the gesture. **work**: CPU time of the page’s main thread for each input, all told (script, style, layout, paint); **script**: the part that is JavaScript. CPU time, so that other programs count little.',
    '- **memory**: MB of the page and its workers, buffers too, after a collection. **SVG**: most elements of one picture at any step of the gesture. **elements**: most elements of the page.',
    '- The bare canvas is the limit: rectangles from sorted arrays, at most one for each pixel of a band, no text, nothing to select, to print or to hear. What it takes every page takes: the start of a process, the putting together of a frame. The faster a machine, the greater is this part, and the nearer to one another are all pages; so two comparisons are also told without it. No bar is judged by them.',
    '- The made stories come from a seed: six in ten events in bursts, the others anywhere in forty years.',
    '',
    ...stories.flatMap((story) => tableOf(story, rows)),
    '## What was asked, and what came out',
    '',
    ...barsOf(rows, front),
    '',
  ].join('\n')}`;
}

function tableOf(story, rows) {
  const own = rows.filter((row) => row.story === story);
  const count = own[0]?.count ?? 0;
  const head = [
    '',
    'paint',
    'content',
    'alive',
    'after data',
    'block',
    'frames: median',
    'p95',
    'worst',
    'work a step',
    'script a step',
    'memory',
    'SVG',
    'elements',
  ];
  const title = own.some(isMade) ? `${whole(count)} made events` : `${story}: ${whole(count)} records`;
  return [
    `## ${title}`,
    '',
    `| ${head.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(head.length - 1)}`,
    ...own.map((row) =>
      row.fault
        ? `| ${NAMES[row.name]} | ${row.fault.replaceAll('|', '/')} |${' |'.repeat(head.length - 2)}`
        : `| ${NAMES[row.name]} | ${[
            whole(row.paint),
            whole(row.content),
            whole(row.alive),
            whole(row.aliveAfter),
            whole(row.block),
            tenth(row.median),
            tenth(row.p95),
            tenth(row.worst),
            tenth(row.task),
            tenth(row.script),
            whole(row.heap),
            row.svg || '–',
            whole(row.elements),
          ].join(' | ')} |`,
    ),
    '',
  ];
}

function barsOf(rows, front) {
  const at = (name, count) => rows.find((row) => row.name === name && row.count === count && isMade(row));
  const line = (what, bar, value, isMet) =>
    `| ${what} | ${bar} | ${value} | ${isMet === null ? '' : isMet ? 'met' : '**missed**'} |`;
  const lines = [];
  /** @param {(readonly [string, number])[]} of the rows needed */
  const told = (what, bar, of, judge) => {
    const found = of.map(([name, count]) => at(name, count));
    if (found.some((row) => row === undefined)) return;
    if (found[0].fault) lines.push(line(what, bar, found[0].fault, false));
    else if (found[1]?.fault) lines.push(line(what, bar, `the other: ${found[1].fault}`, bar === 'none' ? null : true));
    else if (found[2]?.fault) lines.push(line(what, bar, `the canvas: ${found[2].fault}`, null));
    else {
      const [value, isMet] = judge(...found);
      lines.push(line(what, bar, value, isMet));
    }
  };
  const million = 1_000_000;
  const alone = [['sourceline', million]];
  told('1 000 000: p95 frame', '≤ 20 ms', alone, ({ p95 }) => [`${tenth(p95)} ms`, p95 <= 20]);
  told('1 000 000: worst frame', '≤ 100 ms', alone, ({ worst }) => [`${tenth(worst)} ms`, worst <= 100]);
  told('1 000 000: work a step against the canvas', '≤ 2×', [...alone, ['canvas', million]], (one, other) => [
    `${tenth(one.task)} against ${tenth(other.task)} ms: ${tenth(one.task / other.task)}×`,
    one.task <= 2 * other.task,
  ]);
  told('1 000 000: elements of the SVG', '≤ 300', alone, ({ svg }) => [String(svg), svg <= 300]);
  told('1 000 000: memory', '< 400 MB', alone, ({ heap }) => [`${whole(heap)} MB`, heap < 400]);
  told('1 000 000: alive after the data', '≤ 3 000 ms', alone, ({ aliveAfter }) => [
    `${whole(aliveAfter)} ms`,
    aliveAfter <= 3000,
  ]);
  told('10 000: p95 frame', '≤ 17 ms', [['sourceline', 10_000]], ({ p95 }) => [`${tenth(p95)} ms`, p95 <= 17]);
  lines.push(
    line(
      `front page, ${front.events} events, scripts held back ${front.held / 1000} s`,
      'painted before any script',
      `${whole(front.paint)} ms`,
      front.paint < front.held,
    ),
  );
  told('script a step at 1 000 000 against 10 000', '≤ 2×', [...alone, ['sourceline', 10_000]], (one, other) => [
    `${tenth(one.script)} against ${tenth(other.script)} ms: ${tenth(one.script / other.script)}×`,
    one.script <= 2 * other.script,
  ]);
  const against = (name, count) => [
    ['sourceline', count],
    [name, count],
  ];
  const times = (one, other, key) =>
    `${whole(one[key])} against ${whole(other[key])} ms: ${tenth(other[key] / one[key])}×`;
  const timesAbove = (one, other, canvas, digits) => {
    const [ours, theirs] = [one - canvas, other - canvas];
    // No slower than the limit: there is nothing to compare.
    if (ours <= 0) return `${digits(one)} ms, no more than the bare canvas`;
    return `${digits(ours)} against ${digits(theirs)} ms: ${tenth(theirs / ours)}×`;
  };
  for (const [name, count] of [
    ['vis', 1000],
    ['vis', 5000],
    ['timelinejs', 200],
  ]) {
    const [what, of] = [`against ${NAMES[name]}`, against(name, count)];
    told(`${whole(count)}: first content ${what}`, '3× better', of, (one, other) => [
      times(one, other, 'content'),
      other.content >= 3 * one.content,
    ]);
    told(`${whole(count)}: alive ${what}`, 'none', of, (one, other) => [times(one, other, 'alive'), null]);
    told(`${whole(count)}: work a step ${what}`, '3× better', of, (one, other) => [
      `${tenth(one.task)} against ${tenth(other.task)} ms: ${tenth(other.task / one.task)}×`,
      other.task >= 3 * one.task,
    ]);
    const above = [...of, ['canvas', count]];
    told(`${whole(count)}: first content above the bare canvas ${what}`, 'none', above, (one, other, canvas) => [
      timesAbove(one.content, other.content, canvas.content, whole),
      null,
    ]);
    told(`${whole(count)}: work a step above the bare canvas ${what}`, 'none', above, (one, other, canvas) => [
      timesAbove(one.task, other.task, canvas.task, tenth),
      null,
    ]);
  }
  const both = against('gravity', 10_000);
  told('10 000: p95 frame against @gravity-ui', 'no worse', both, (one, other) => [
    `${tenth(one.p95)} against ${tenth(other.p95)} ms`,
    one.p95 <= other.p95 + 0.1,
  ]);
  told('10 000: first content against @gravity-ui', '≤ 1.5×', both, (one, other) => [
    `${whole(one.content)} against ${whole(other.content)} ms: ${tenth(one.content / other.content)}×`,
    one.content <= 1.5 * other.content,
  ]);
  told('10 000: alive against @gravity-ui', 'none', both, (one, other) => [times(one, other, 'alive'), null]);
  return ['| what | bar | measured | |', '| --- | --- | --- | --- |', ...lines];
}
