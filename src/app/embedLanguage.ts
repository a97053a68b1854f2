import { createFrameTranslate, type FrameKey } from '#base/frame-messages.ts';
import { learnLanguage } from '#base/languages.ts';
import { directionOf } from '#base/messages.ts';
import { dateTextWords } from '#views/date-text-words.ts';

/**
 * Has a frame speak another language than the one the build wrote it in: its head and foot are said again, and what is mounted later finds
 * the language at the document. What the build wrote of the story keeps its own language and direction.
 * @returns whether there are words for the language
 */
export async function speak(frame: HTMLElement, language: string): Promise<boolean> {
  if (!(await learnLanguage(language))) return false;
  const { documentElement: page } = document;
  for (const own of frame.querySelectorAll<HTMLElement>('[data-own]')) {
    own.lang = page.lang;
    own.dir = page.dir;
  }
  page.lang = language;
  page.dir = directionOf(language);
  const t = createFrameTranslate(language);
  for (const one of frame.querySelectorAll<HTMLElement>('[data-say]')) {
    const { say, n = '', date = '' } = one.dataset;
    one.textContent = t(say as FrameKey, { n: Number(n), date: dateTextWords(date, language) });
  }
  const status = frame.querySelector<HTMLElement>('[data-copied]');
  if (status) Object.assign(status.dataset, { copied: t('embed.copied'), refused: t('embed.copy.refused') });
  return true;
}
