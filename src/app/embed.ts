import '#styles/fonts.css';
import '#styles/tokens.css';
import '#styles/base.css';
import '#styles/embed.css';
import '#styles/tour.css';
import type { Running } from '#app/embedTimeline.ts';
import { must } from '#base/assert.ts';
import { bindLinks } from '#app/embedLinks.ts';
import { reportHeight } from '#app/embedHeight.ts';
import { embedWishes, secretOf } from '#app/embedOptions.ts';

/** px: below this a timeline tells less than the list. */
const NARROWEST = 420;
/** px a timeline would like to have between head and foot; the list is as long as it is. */
const STAGE = { full: 520, min: 340 } as const;

const frame = part('[data-embed]');
const told = part('[data-told]');
const stage = part('[data-stage]');
const wishes = embedWishes(location.search);
const secret = secretOf(location.hash);
const { about } = part('[data-app]').dataset;

/** The timeline once it runs: called to take it away again. */
let running: Running | null = null;

document.documentElement.dataset['theme'] = wishes.theme;
const look = reportHeight(
  () => document.querySelectorAll('[data-part], [data-stage] [data-view="timeline"] > :not([data-field])'),
  {
    secret,
    measure,
  },
);
bindLinks(frame, secret);
if (about === 'story') void showStory();
else if (about === 'tour') showWhereWide();
else if (about === 'event') void retold(); // a revision is pinned: it stays as it is

function part(selector: string): HTMLElement {
  return must(document.querySelector<HTMLElement>(selector), `the frame has no ${selector}`);
}

/** px the frame would like to be high. With the timeline that is a wish of ours and not what it has: else it could never shrink. */
function measure(): number {
  const { ui } = wishes;
  if (running === null || ui === 'list') return frame.getBoundingClientRect().height;
  const around = [...document.querySelectorAll('[data-part]')].map((one) => one.getBoundingClientRect().height);
  return around.reduce((sum, height) => sum + height, Math.max(STAGE[ui], running.least()));
}

/** A tour is told by steps, each with its own view. */
const asDocument = async (): Promise<void> => (about === 'tour' ? undefined : retold());

let isRetold = false;
/** The list as the address wishes it, where that is not as the build wrote it. */
async function retold(): Promise<void> {
  if (wishes.view === null || isRetold) return;
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
  wide.addEventListener('change', () => void follow(wide.matches));
  // A frame off screen waits: ten of them on one page start only as they are reached.
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    void follow(wide.matches);
  });
  seen.observe(frame);
}

/** The timeline where there is room for it, else the list. */
async function follow(isWide: boolean): Promise<void> {
  if (!isWide) {
    running?.stop();
    running = null;
    await asDocument();
  } else if (running === null) {
    running = { least: () => 0, stop: () => undefined }; // under way: not twice
    running = await (about === 'tour' ? walk() : time());
  }
  const shown = running !== null;
  frame.dataset['mode'] = shown ? 'timeline' : 'list';
  told.hidden = shown;
  stage.hidden = !shown;
  look();
}

async function time(): Promise<Running | null> {
  const { startTimeline } = await import('#app/embedTimeline.ts');
  return startTimeline(stage, wishes);
}

async function walk(): Promise<Running | null> {
  const { startTour } = await import('#app/embedTour.ts');
  return startTour(stage, told);
}
