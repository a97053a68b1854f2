import '#styles/fonts.css';
import '#styles/tokens.css';
import '#styles/base.css';
import '#styles/embed.css';
import '#styles/tour.css';
import type { Running } from '#app/embedTimeline.ts';
import { must } from '#base/assert.ts';
import { follower } from '#app/embedFollow.ts';
import { bindLinks } from '#app/embedLinks.ts';
import { reportHeight } from '#app/embedHeight.ts';
import { embedWishes } from '#app/embedOptions.ts';

/** px: below this a timeline tells less than the list. */
const NARROWEST = 420;
/** px a timeline would like to have between head and foot; the list is as long as it is. A tour has one form with it. */
const STAGE = { full: 520, min: 340 } as const;

const frame = part('[data-embed]');
const told = part('[data-told]');
const stage = part('[data-stage]');
/** What stands around the timeline, or is the list: found once, for a story may have thousands of elements. */
const parts = [...frame.querySelectorAll('[data-part]')];
const wishes = embedWishes(location.search);
const { about } = part('[data-app]').dataset;

/** The timeline while it runs. */
let running: Running | null = null;

document.documentElement.dataset['theme'] = wishes.theme;
const look = reportHeight(
  () => [...parts, ...stage.querySelectorAll('[data-view="timeline"] > :not([data-field])')],
  measure,
);
bindLinks(frame);
/** It speaks another language than the one that the build wrote it in. */
let isForeign = false;
let isRetold = false;
void start();

async function start(): Promise<void> {
  if (wishes.lang !== null && wishes.lang !== document.documentElement.lang) {
    const { speak } = await import('#app/embedLanguage.ts');
    isForeign = await speak(frame, wishes.lang);
    look();
  }
  if (about === 'story') await showStory();
  else if (about === 'tour') showWhereWide();
  else if (about === 'event') await retold(); // a revision is pinned: its words stay as they are
}

function part(selector: string): HTMLElement {
  return must(document.querySelector<HTMLElement>(selector), `the frame has no ${selector}`);
}

/** px the frame would like to be high. With the timeline that is a wish of ours and not what it has: else it could never shrink. */
function measure(): number {
  const { ui } = wishes;
  if (running === null || ui === 'list') return frame.getBoundingClientRect().height;
  const around = parts.map((one) => one.getBoundingClientRect().height);
  return around.reduce((sum, height) => sum + height, Math.max(STAGE[about === 'tour' ? 'full' : ui], running.least()));
}

/** A tour is told by steps, each with its own view. */
async function asDocument(): Promise<void> {
  await (about === 'tour' ? tourRetold() : retold());
}

/** The document of a tour in the language of the frame. */
async function tourRetold(): Promise<void> {
  if (!isForeign || isRetold) return;
  isRetold = true;
  const { retellTour } = await import('#app/embedTold.ts');
  await retellTour(told);
}

/** The list as the address wishes it, and in its language, where that is not as the build wrote it. */
async function retold(): Promise<void> {
  if ((wishes.view === null && !isForeign) || isRetold) return;
  isRetold = true;
  const { retell } = await import('#app/embedTold.ts');
  await retell(told, wishes.view, wishes);
}

async function showStory(): Promise<void> {
  if (wishes.from !== null || wishes.to !== null || wishes.bands.length > 0) {
    const { filterList } = await import('#app/embedFilter.ts');
    filterList(told, wishes);
  }
  showWhereWide();
}

/** A list stays as it is; else the timeline, where there is room for it. */
function showWhereWide(): void {
  if (wishes.ui === 'list') return void asDocument();
  const wide = matchMedia(`(min-width: ${NARROWEST}px)`);
  const follow = follower({ start: run, list: asDocument, show });
  // A frame off screen waits: ten of them on one page start only as they are reached.
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    wide.addEventListener('change', () => void follow(wide.matches));
    void follow(wide.matches);
  });
  seen.observe(frame);
}

async function run(): Promise<(() => void) | null> {
  running = await (about === 'tour' ? walk() : time());
  return (
    running &&
    (() => {
      running?.stop();
      running = null;
    })
  );
}

function show(isTimeline: boolean): void {
  frame.dataset['mode'] = isTimeline ? 'timeline' : 'list';
  told.hidden = isTimeline;
  stage.hidden = !isTimeline;
  look();
}

async function time(): Promise<Running | null> {
  const { startTimeline } = await import('#app/embedTimeline.ts');
  return startTimeline(stage, wishes);
}

async function walk(): Promise<Running | null> {
  await tourRetold(); // the words that are walked through are those of the document
  const { startTour } = await import('#app/embedTour.ts');
  return startTour(stage, told);
}
