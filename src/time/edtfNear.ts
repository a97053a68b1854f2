const LONGEST = 200;

/** What people write instead of EDTF, and what they mean. What is ambiguous (09/08/2024) is left alone. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/^\s+|\s+$/g, ''],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/ ?([/,[\]{}]|\.\.) ?/g, '$1'],
  [/\b([0-9]{4})([/.])([0-9]{1,2})\2([0-9]{1,2})\b/g, '$1-$3-$4'],
  [/\b([0-9]{4})([0-9]{2})([0-9]{2})\b/g, '$1-$2-$3'],
  [/\b([0-9]{4})-([0-9])(?![0-9X])/g, '$1-0$2'],
  [/\b([0-9]{4}-[0-9]{2})-([0-9])(?![0-9X])/g, '$1-0$2'],
  [/([0-9]{2})[ t]([0-9]{2})/g, '$1T$2'],
  [/z$/, 'Z'],
  [/(^|\/)open(?=\/|$)/i, '$1..'],
  [/(^|\/)unknown(?=\/|$)/i, '$1'],
  [/([0-9X-])[xu]/g, '$1X'],
  [/([0-9X-])[xu]/g, '$1X'], // once more: matches do not overlap
  [/^(-?)([0-9]{3})$/, '$10$2'],
  [/^(-?)([0-9]{2})$/, '$100$2'],
  [/^Y(-?[0-9]{4})$/, '$1'],
  [/^-0000$/, '0000'],
];

/**
 * A text that may be what was meant by one that is no EDTF: `2024-9-8` → `2024-09-08`, `2024/09/08`, `20240908`, `199x`, en dashes, spaces.
 * @returns the text itself when nothing is known to be wrong with it or it is very long; the result need not be EDTF either
 */
export function nearEdtf(text: string): string {
  if (text.length > LONGEST) return text;
  return SLIPS.reduce((near, [slip, meant]) => near.replace(slip, meant), text);
}
