import { expect, test } from 'vitest';
import { afterFirstFrame, documentTemplate, stylesFirst, withFonts } from '#site/built-template.ts';

const BUILT = `<html>
  <head>
    <!--head-->
    <script type="module" crossorigin src="./assets/index.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/timeline.js">
    <link rel="stylesheet" crossorigin href="./assets/style.css">
  </head>
  <body>
    <div data-notice role="status"></div>
    <!--body-->
  </body>
</html>
`;

test('stylesFirst() has the styles asked for before any script, without CORS, and keeps the rest', () => {
  expect(stylesFirst(BUILT)).toBe(`<html>
  <head>
    <!--head-->
    <link rel="stylesheet" href="./assets/style.css">
    <script type="module" crossorigin src="./assets/index.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/timeline.js">
  </head>
  <body>
    <div data-notice role="status"></div>
    <!--body-->
  </body>
</html>
`);
});

test('withFonts() asks for the fonts of Latin script after the styles, and for none of another', () => {
  const files = ['assets/inter-latin-ext-wght-normal-1.woff2', 'assets/inter-latin-wght-normal-2.woff2', 'assets/a.js'];
  const fonts = `
    <link rel="preload" as="font" type="font/woff2" crossorigin href="./assets/inter-latin-wght-normal-2.woff2">`;
  const styles = '<link rel="stylesheet" href="./assets/style.css">';
  const built = stylesFirst(BUILT);
  expect(withFonts(built, 'de-CH', files)).toBe(built.replace(styles, styles + fonts));
  expect(withFonts(built, 'he', files)).toBe(built);
});

test('documentTemplate() names no script and the styles of documents alone', () => {
  expect(documentTemplate(stylesFirst(BUILT), 'assets/documents.css')).toBe(`<html>
  <head>
    <!--head-->
    <link rel="stylesheet" href="./assets/documents.css">
  </head>
  <body>
    <!--body-->
  </body>
</html>
`);
});

test('afterFirstFrame() leaves the scripts to the one that waits for the first frame', () => {
  expect(afterFirstFrame(stylesFirst(BUILT), ['assets/index.js', 'assets/timeline.js'])).toBe(`<html>
  <head>
    <!--head-->
    <link rel="stylesheet" href="./assets/style.css">
    <script async src="./first-frame.js" data-scripts="assets/index.js assets/timeline.js"></script>
  </head>
  <body>
    <div data-notice role="status"></div>
    <!--body-->
  </body>
</html>
`);
});
