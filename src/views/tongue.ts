import { directionOf } from '#base/messages.ts';
import { getPlace, getView } from '#state/context.ts';

export type Tongue = { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' };

/**
 * The language of the story for elements that hold its own words, and its direction for what is laid out around them, where the page speaks
 * another language; nothing where it speaks the same. Call it while a component is set up.
 */
export function getTongue(): Tongue {
  const { language } = getView().story.data;
  return language === getPlace().locale ? {} : { lang: language, dir: directionOf(language) };
}
