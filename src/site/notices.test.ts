import { expect, test } from 'vitest';
import { noticeOf, noticesFile, packageFolders } from '#site/notices.ts';

test('packageFolders(files) names each package once and leaves our own files out', () => {
  const files = [
    '/x/node_modules/svelte/src/internal/client/index.js',
    '/x/node_modules/svelte/src/index-client.js',
    '\0/x/node_modules/d3-zoom/src/zoom.js',
    'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
    '/x/node_modules/a/node_modules/b/index.js',
    '/x/src/app/main.ts',
    '\0vite/preload-helper.js',
  ];
  expect(packageFolders(files)).toEqual([
    '/x/node_modules/a/node_modules/b',
    '/x/node_modules/d3-zoom',
    '/x/node_modules/svelte',
    'node_modules/@fontsource-variable/inter',
  ]);
});

test('noticeOf(folder) reads the licence of a package as installed', () => {
  const { name, licence, text } = noticeOf('node_modules/svelte');
  expect({ name, licence }).toEqual({ name: 'svelte', licence: 'MIT' });
  expect(text).toContain('Permission is hereby granted');
});

test('noticeOf(folder) refuses a package without a licence text', () => {
  expect(() => noticeOf('.ci')).toThrow();
});

test('noticesFile(notices) prints a shared text once, under all who share it', () => {
  const notice = { version: '1.0.0', licence: 'ISC' };
  const file = noticesFile([
    { ...notice, name: 'a', text: 'Text A' },
    { ...notice, name: 'b', text: 'Text B' },
    { ...notice, name: 'c', text: 'Text A' },
  ]);
  expect(file.split('Text A')).toHaveLength(2);
  expect(file).toContain('a 1.0.0 (ISC)\nc 1.0.0 (ISC)\n\nText A');
});
