import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { EMBED_HEIGHTS, EMBED_SCRIPT } from '#model/embedCode.ts';

const script = readFileSync(`public/${EMBED_SCRIPT.file}`);

test('the host script is the one whose hash we hand out: it never changes under its name', () => {
  expect(`sha384-${createHash('sha384').update(script).digest('base64')}`).toBe(EMBED_SCRIPT.integrity);
});

test('the host script takes less than 2 kB', () => {
  expect(gzipSync(script, { level: 9 }).length).toBeLessThan(2000);
});

test('the host script clamps heights as the codes say, and knows no markup, navigation or network', () => {
  const text = script.toString();
  expect(text).toContain(`LEAST = ${EMBED_HEIGHTS.least};`);
  expect(text).toContain(`MOST = ${EMBED_HEIGHTS.most};`);
  expect(text).not.toMatch(
    /innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(|location|fetch|XMLHttp|open\(|cookie|Storage/,
  );
});
