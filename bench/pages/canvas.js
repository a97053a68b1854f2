// The limit: nothing but rectangles. No text, no access, no print, no selection.
import { drawn, story } from './data.js';

const { start, end, band, bands } = await story();
const canvas = document.querySelector('#stage');
const context = canvas.getContext('2d');
const [width, height] = [canvas.clientWidth, canvas.clientHeight];
canvas.width = width * devicePixelRatio;
canvas.height = height * devicePixelRatio;
context.scale(devicePixelRatio, devicePixelRatio);

// By band: the starts, sorted as the file is, and how far back to look for what began before the window.
const rows = bands.map((_, one) => Int32Array.from(start.keys()).filter((row) => band[row] === one));
const starts = rows.map((of) => Float64Array.from(of, (row) => start[row]));
const ends = rows.map((of) => Float64Array.from(of, (row) => end[row]));
const longest = rows.map((_, one) => ends[one].reduce((most, to, i) => Math.max(most, to - starts[one][i]), 0));
const full = { start: start[0], end: end.reduce((most, one) => Math.max(most, one), 0) };
let view = { ...full };
let asked = false;

function firstFrom(list, value, from = 0) {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Draws at most one rectangle for each pixel that an event begins on, so that the work is bounded by the screen. */
function draw() {
  asked = false;
  const msPerPx = (view.end - view.start) / width;
  const rowHeight = height / bands.length;
  context.clearRect(0, 0, width, height);
  context.fillStyle = '#345';
  for (let one = 0; one < bands.length; one += 1) {
    const top = one * rowHeight;
    let i = firstFrom(starts[one], view.start - longest[one]);
    while (i < starts[one].length && starts[one][i] < view.end) {
      const px = Math.floor((starts[one][i] - view.start) / msPerPx);
      const long = (ends[one][i] - starts[one][i]) / msPerPx;
      if (px + long >= 0) context.fillRect(px, top + 4 + ((i * 7) % (rowHeight - 16)), Math.max(1, long), 8);
      i = firstFrom(starts[one], view.start + (px + 1) * msPerPx, i + 1);
    }
  }
}
function ask() {
  if (!asked) requestAnimationFrame(draw);
  asked = true;
}
canvas.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault();
    const factor = 2 ** (event.deltaY * 0.003);
    const at = view.start + ((view.end - view.start) * event.offsetX) / width;
    view = { start: at - (at - view.start) * factor, end: at + (view.end - at) * factor };
    ask();
  },
  { passive: false },
);
canvas.addEventListener('pointermove', (event) => {
  if (event.buttons !== 1) return;
  const by = (-event.movementX * (view.end - view.start)) / width;
  view = { start: view.start + by, end: view.end + by };
  ask();
});
draw();
drawn();
