import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heldTextOf, normalise, verifyQuotation, verifyText } from '#site/quotations.ts';

/** Texts in scripts where letters are not code units: marks that combine, right to left, beyond the first plane. */
const TEXTS = {
  English: [
    'The port said: “Service was interrupted for 40 minutes,” and no more.',
    'Service was interrupted for 40 minutes',
  ],
  'decomposed accents': ['El pai\u0301s dijo que la lancha se paro\u0301 a las seis.', 'la lancha se par\u00f3'],
  'Hebrew with points': ['דובר הנמל אמר: הַמַּעְבֹּרֶת נֶעֶצְרָה לשעה. לא נמסר דבר נוסף.', 'הַמַּעְבֹּרֶת נֶעֶצְרָה'],
  Arabic: ['قالت السلطات إن العبّارة توقّفت لأربعين دقيقة ثم عادت.', 'العبّارة توقّفت لأربعين دقيقة'],
  Persian: ['این کشتی نمی\u200cرود و هیچ تماسی گرفته نشده است.', 'نمیرود و هیچ تماسی'],
  emoji: ['🚢 The 👩‍✈️ wrote “⛴️ stopped 🛑 at 7” and went home 🏠.', '⛴️ stopped 🛑 at 7'],
} as const;

/** The quotation as an author would enter it: brought to the form in which it is counted, and found by code points. */
function entered(raw: string, quote: string) {
  const held = heldTextOf(raw, 'a.txt', 'norm-1');
  const words = [...normalise(quote, 'norm-1')];
  const start = held.points.findIndex((_, i) => words.every((point, j) => held.points[i + j] === point));
  if (start < 0) throw new Error(`the fixture does not hold ${quote}`);
  const end = start + words.length;
  const around = (from: number, to: number) => held.points.slice(Math.max(0, from), to).join('');
  return {
    held,
    quote: words.join(''),
    position: { start, end, prefix: around(start - 8, start), suffix: around(end, end + 8) },
  };
}

describe.each(Object.entries(TEXTS))('verifyQuotation() in a text with %s', (_, [raw, words]) => {
  const { held, quote, position } = entered(raw, words);

  test('passes the true quotation', () => {
    expect(verifyQuotation(held, quote, position)).toEqual({ ok: true, value: undefined });
  });

  test('fails each single altered code point, and says what stands there', () => {
    const points = [...quote];
    points.forEach((point, i) => {
      const altered = points.with(i, point === 'x' ? 'y' : 'x').join('');
      const result = verifyQuotation(held, altered, position);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error).toContain(`got "${quote}"`);
    });
  });

  test('fails each single dropped or doubled code point', () => {
    const points = [...quote];
    points.forEach((point, i) => {
      expect(verifyQuotation(held, points.toSpliced(i, 1).join(''), position).ok).toBe(false);
      expect(verifyQuotation(held, points.toSpliced(i, 0, point, point).join(''), position).ok).toBe(false);
    });
  });

  test('fails at any other place, and suggests the true one without taking it', () => {
    for (const by of [-2, -1, 1, 2]) {
      const moved = { ...position, start: position.start + by, end: position.end + by };
      const result = verifyQuotation(held, quote, moved);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error).toContain(`the words stand at ${position.start}–${position.end}`);
    }
  });

  test('fails where what stands around it is another', () => {
    expect(verifyQuotation(held, quote, { ...position, prefix: `x${position.prefix.slice(1)}` }).ok).toBe(false);
    expect(verifyQuotation(held, quote, { ...position, suffix: `${position.suffix}x` }).ok).toBe(false);
  });

  test('counts code points, not code units: the hash is of the same text, whatever its normal form', () => {
    const stored = {
      file: 'a.txt',
      sha256: held.sha256,
      codePoints: held.points.length,
      norm: 'norm-1',
      checked: '2031-03-04',
    } as const;
    for (const form of ['NFC', 'NFD'] as const)
      expect(verifyText(heldTextOf(raw.normalize(form), 'a.txt', 'norm-1'), stored).ok).toBe(true);
    expect(verifyText(heldTextOf(`${raw}x`, 'a.txt', 'norm-1'), stored).ok).toBe(false);
  });
});

test('verifyQuotation() refuses another normal form and says how to write it', () => {
  const { held, quote, position } = entered(...TEXTS['decomposed accents']);
  const result = verifyQuotation(held, quote.normalize('NFD'), position);
  expect(result).toEqual({
    ok: false,
    error: expect.stringContaining('they stand in Unicode NFC: write them so') as string,
  });
});

test('verifyQuotation() refuses another kind of quotation mark, dash or space', () => {
  const { held, position } = entered('He said “no — never” twice.', '“no — never”');
  for (const near of ['"no — never"', '“no - never”', '“no —\u00a0never”'])
    expect(verifyQuotation(held, near, position).ok).toBe(false);
});

test('verifyQuotation() names the nearest place and how far off it is', () => {
  const { held, position } = entered(...TEXTS.English);
  const result = verifyQuotation(held, 'Service was interupted for 40 minutes', position);
  expect(result).toEqual({
    ok: false,
    error: `expected the quotation at 16–54, got "Service was interrupted for 40 minutes"; nearest at 16–54, 1 code point different: "Service was interrupted for 40 minutes"`,
  });
  const nothing = verifyQuotation(held, 'xyzzy plugh xyzzy', position);
  expect(nothing).toEqual({ ok: false, error: expect.stringContaining('nothing like it is in the text') as string });
});

test('normalise() of HTML drops tags, decodes entities and keeps blocks apart', () => {
  const html =
    '<p>The f&eacute;r&shy;ry <b>sto</b>pped.</p><script>var x = "<p>";</script><p>It&nbsp; waits &#x1F6A2;</p>';
  expect(normalise(html, 'norm-1', 'html')).toBe('The férry stopped. It waits 🚢');
});

test('normalise(): property: doing it twice changes nothing, and the two normal forms become one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const once = normalise(text, 'norm-1');
      expect(normalise(once, 'norm-1')).toBe(once);
      expect(normalise(text.normalize('NFD'), 'norm-1')).toBe(normalise(text.normalize('NFC'), 'norm-1'));
    }),
  );
});

test('heldTextOf(): property: its hash is that of the normalised text, counted in code points', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const { points, sha256 } = heldTextOf(text, 'a.txt', 'norm-1');
      const plain = normalise(text, 'norm-1');
      expect(points.length).toBe([...plain].length);
      expect(sha256).toBe(createHash('sha256').update(plain, 'utf8').digest('hex'));
    }),
  );
});
