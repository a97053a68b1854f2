import { DataSet, Timeline } from '/packages/vis-timeline/standalone/esm/vis-timeline-graph2d.min.js';
import { drawn, story } from './data.js';

const { title, start, end, band, bands } = await story();
const items = title.map((content, id) => ({
  id,
  content,
  group: band[id],
  start: start[id],
  ...(end[id] > start[id] && { end: end[id] }),
}));
const groups = bands.map((content, id) => ({ id, content }));
// As its documentation shows it, but for the height: without one the page would grow without end.
new Timeline(document.querySelector('#stage'), new DataSet(items), new DataSet(groups), { height: '100%' });
drawn();
