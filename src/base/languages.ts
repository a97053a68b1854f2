import { learn } from '#base/messages.ts';

/** Languages other than English in which frames can be read. Each comes as a file of its own, when it is asked for. */
const WORDS = {
  he: () => import('./messages/he.json'),
  ar: () => import('./messages/ar.json'),
} as const;

/**
 * Fetches the words of a language; from then on `createTranslate` speaks it.
 * @returns false for a language that there are no words for; English needs no file
 */
export async function learnLanguage(language: string): Promise<boolean> {
  if (language === 'en') return true;
  if (!Object.hasOwn(WORDS, language)) return false;
  learn(language, (await WORDS[language as keyof typeof WORDS]()).default);
  return true;
}
