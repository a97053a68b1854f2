import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elementCode, embedQuery, iframeCode, iframeTag, scriptCode } from '#model/embedCode.ts';
import { EMBED_THEMES, EMBED_UIS } from '#model/embedLook.ts';

const frame = {
  src: 'https://example.org/embed/e/a/?theme=dark&ui=list',
  page: 'https://example.org/e/a/',
  frameTitle: 'Timeline: <A> & "B"',
  linkText: 'A <b> (sources and corrections)',
  height: 480,
};

test('iframeCode(frame) is a frame and a link, with every sign of the markup escaped', () => {
  expect(iframeCode(frame)).toBe(
    '<iframe src="https://example.org/embed/e/a/?theme=dark&amp;ui=list" title="Timeline: &lt;A&gt; &amp; &quot;B&quot;" width="100%" height="480" ' +
      'style="border:0;width:100%;height:480px" loading="lazy" allow="clipboard-write; fullscreen" ' +
      'referrerpolicy="strict-origin-when-cross-origin"></iframe>\n' +
      '<p><a href="https://example.org/e/a/">A &lt;b&gt; (sources and corrections)</a></p>',
  );
});

test('elementCode(frame, script) holds the link and the line that loads the script', () => {
  const code = elementCode(frame, 'https://example.org/embed.v1.js');
  expect(code).toMatch(
    /^<source-line src="[^"]+" title="[^"]+" height="480"><a href="[^"]+">[^<]+<\/a><\/source-line>\n<script /,
  );
  expect(code.endsWith(scriptCode('https://example.org/embed.v1.js'))).toBe(true);
});

test('iframeTag(frame): property: no title gets out of its attribute', () => {
  fc.assert(
    fc.property(fc.string(), (frameTitle) => {
      const tag = iframeTag({ ...frame, frameTitle });
      expect(tag.match(/[<>]/g)).toHaveLength(4);
      expect(tag.match(/"/g)?.length).toBe(2 * 8);
    }),
  );
});

test('embedQuery(options) leaves out what is as the page opens, and keeps one order', () => {
  expect(embedQuery({})).toBe('');
  expect(embedQuery({ ui: 'full', theme: 'auto' })).toBe('');
  expect(embedQuery({ ui: 'min', to: '2024-10-10', theme: 'dark', from: '2024-09-15', bands: ['a', 'b'] })).toBe(
    '?bands=a,b&from=2024-09-15&theme=dark&to=2024-10-10&ui=min',
  );
  for (const ui of EMBED_UIS) for (const theme of EMBED_THEMES) expect(embedQuery({ ui, theme })).toMatch(/^(\?|$)/);
});
