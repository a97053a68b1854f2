import { drawn, story } from './data.js';

const { title, start, end, band, bands } = await story();
const dateOf = (ms) => {
  const date = new Date(ms);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
};
const events = title.map((headline, i) => ({
  start_date: dateOf(start[i]),
  ...(end[i] > start[i] && { end_date: dateOf(end[i]) }),
  text: { headline },
  group: bands[band[i]],
}));
// Script, fonts and words of its own from others are left out: nothing is asked of another host.
const timeline = new window.TL.Timeline('stage', { events }, { font: null, ga_measurement_id: null, language: 'en' });
timeline.on('loaded', drawn);
