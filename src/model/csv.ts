import { Unreadable } from '#model/columns.ts';

/**
 * Reads the wanted columns of a CSV text (RFC 4180: quotes around fields, doubled inside; any line ends; a byte order mark is left out).
 * @param wanted names in the first line, in any order
 * @returns one array for each wanted name
 * @throws Unreadable when a name is missing (`shape`) or a quotation is never closed (`truncated`)
 */
export function readCsv(text: string, wanted: readonly string[], separator = ','): Map<string, string[]> {
  const names: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let columns: (string[] | undefined)[] = [];
  let column = 0;
  let row = 0;
  let filled = false;

  const take = (field: string): void => {
    if (row === 0) names.push(field.trim());
    else columns[column]?.push(field);
    column += 1;
  };
  const endRow = (): void => {
    if (row === 0) {
      const missing = wanted.find((name) => !names.includes(name));
      if (missing !== undefined) throw new Unreadable('shape', { place: missing, got: names.slice(0, 12).join(', ') });
      columns = names.map((name, i) => (wanted.includes(name) && names.indexOf(name) === i ? [] : undefined));
    } else {
      // A short line has empty fields at its end.
      for (; column < columns.length; column += 1) columns[column]?.push('');
    }
    row += 1;
    column = 0;
    filled = false;
  };

  const code = separator.charCodeAt(0);
  while (at < text.length) {
    const first = text.charCodeAt(at);
    if (first === 13 || first === 10) {
      if (filled || column > 0) {
        take('');
        endRow();
      }
      at += first === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
      continue;
    }
    let field: string;
    if (first === 34) {
      let from = at + 1;
      field = '';
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote < 0) throw new Unreadable('truncated');
        field += text.slice(from, quote);
        at = quote + 1;
        if (text.charCodeAt(at) !== 34) break;
        field += '"';
        from = at + 1;
      }
    } else {
      const from = at;
      while (at < text.length) {
        const next = text.charCodeAt(at);
        if (next === code || next === 10 || next === 13) break;
        at += 1;
      }
      field = text.slice(from, at);
    }
    take(field);
    filled = text.charCodeAt(at) === code;
    if (filled) at += 1;
    if (!filled || at >= text.length) {
      if (filled) take('');
      while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at += 1; // after a closing quote
      endRow();
      if (text.charCodeAt(at) === 13) at += 1;
      if (text.charCodeAt(at) === 10) at += 1;
    }
  }
  if (row === 0) endRow();
  return new Map(wanted.map((name) => [name, columns[names.indexOf(name)] ?? []]));
}
