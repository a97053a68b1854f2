import { Timeline } from '/built/gravity.js';
import { drawn, story } from './data.js';

const TRACKS = 8;
const { title, start, end, bands, band } = await story();
const last = end.reduce((most, one) => Math.max(most, one), 0);
const width = (last - start[0]) / 1200;
// Its events have a length and a track that the caller gives: moments are made a pixel of the first view wide, tracks are filled in turn.
const events = title.map((_, i) => ({
  id: String(i),
  from: start[i],
  to: Math.max(end[i], start[i] + width),
  axisId: String(band[i]),
  trackIndex: i % TRACKS,
}));
const axes = bands.map((_, i) => ({ id: String(i), tracksCount: TRACKS, top: i * TRACKS * 25, height: TRACKS * 25 }));
const timeline = new Timeline({ settings: { start: start[0], end: last, axes, events } });
timeline.init(document.querySelector('#stage'));
drawn();
