import { svelte } from '@sveltejs/vite-plugin-svelte';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { site } from './src/site/plugin.ts';

/** `scripts/build.mjs` and `scripts/start.mjs` turn their arguments into STORY and OUT: Vite's own command line refuses unknown ones. */
const { STORY = 'data', OUT = 'dist', SITE_URL = '' } = process.env;

/** How long a plugin takes is no fault of the build. */
const QUIET = { checks: { pluginTimings: false } };

/** Parts of Svelte that do nothing until they are called. Svelte does not say so, and they would be in every first page: custom elements, fields. */
const UNUSED = /svelte\/src\/internal\/client\/dom\/elements\/(?:custom-element|bindings\/)/;

/** What d3-zoom would bring along for nothing. */
const STILL = fileURLToPath(new URL('src/views/d3-spared.ts', import.meta.url));
const SELECTED = fileURLToPath(new URL('src/views/d3-selected.ts', import.meta.url));
const SPARED = { 'd3-transition': STILL, 'd3-interpolate': STILL, 'd3-selection': SELECTED };

/**
 * What pages and frames both need for a timeline lies in one file: many small ones compress badly. The first script of a frame has what it
 * needs beside it, or a frame with a list would fetch the timeline.
 */
const TIMELINE =
  /node_modules\/(?:svelte|d3-|esm-env)|src\/(?:base|time|layout|state(?!\/columns-(?:start|worker))|model(?!\/(?:folding|search|text-fragment))|app(?!\/address))\/|src\/views\/(?:[a-z].*\.ts|(?:Timeline\w+|StandingMark)\.svelte)$/;
/** What only parts that come later share. */
const LATER =
  /src\/app\/TourStage\.svelte$|tour-walk\.en\.json$|src\/(?:app\/(?:page|tourWalk)|base\/tour-walk-messages|state\/(?:ration|record-names|tour\.svelte)|model\/corrections)\.ts$|src\/views\/(?:cited-sources|clipboard|date-text-words|facet-words|listed-claims|machine-date|on-escape|quote-context|reveal|sheet-heights|sheet\.svelte|source-link)\.ts$/;
const GROUPS = [
  {
    name: 'base',
    test: /base\/assert|model\/embedLook|preload-helper/,
    priority: 2,
    includeDependenciesRecursively: false,
  },
  { name: 'tools', test: /tools-messages|tools\.en\.json/, priority: 1, includeDependenciesRecursively: false },
  // What Svelte has for fields, which no first page has.
  {
    name: 'fields',
    test: /svelte\/src\/internal\/client\/dom\/elements\/bindings\/(?:input|select)\.js$/,
    priority: 1,
    includeDependenciesRecursively: false,
  },
  {
    name: 'timeline',
    test: (id: string) => TIMELINE.test(id) && !LATER.test(id) && !/\.css/.test(id),
    minShareCount: 2,
  },
];

export default defineConfig({
  base: './',
  appType: 'custom', // an unknown address is a 404, not the front page
  resolve: { alias: SPARED },
  plugins: [svelte(), site({ story: STORY, siteUrl: SITE_URL || undefined })],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: OUT,
        emptyOutDir: true,
        target: 'es2023',
        assetsInlineLimit: 0, // the policy on security allows no inlined fonts
        modulePreload: { polyfill: false },
        cssCodeSplit: false, // one file: the documents of frames need styles of components that their scripts fetch late
        rolldownOptions: {
          ...QUIET,
          treeshake: { moduleSideEffects: [{ test: UNUSED, sideEffects: false }] },
          input: ['index.html', 'columns.html', 'tour.html', 'embed.html'],
          output: { codeSplitting: { groups: GROUPS } },
        },
      },
    },
    documents: {
      consumer: 'client',
      build: {
        write: false, // only its stylesheet is taken
        target: 'es2023',
        assetsInlineLimit: 0,
        rolldownOptions: { ...QUIET, input: 'src/app/documents.ts', preserveEntrySignatures: 'strict' },
      },
    },
    ssr: {
      build: {
        ssr: true,
        copyPublicDir: false,
        rolldownOptions: { ...QUIET, input: 'src/site/pages.ts', output: { entryFileNames: '[name].js' } },
      },
    },
  },
});
