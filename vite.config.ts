import { svelte } from '@sveltejs/vite-plugin-svelte';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { site } from './src/site/plugin.ts';

/** `scripts/build.mjs` and `scripts/start.mjs` turn their arguments into STORY and OUT: Vite's own command line refuses unknown ones. */
const { STORY = 'data', OUT = 'dist', SITE_URL = '' } = process.env;

/** How long a plugin takes is no fault of the build. */
const QUIET = { checks: { pluginTimings: false } };

export default defineConfig({
  base: './',
  appType: 'custom', // an unknown address is a 404, not the front page
  resolve: { alias: { 'd3-transition': fileURLToPath(new URL('src/views/no-transition.ts', import.meta.url)) } },
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
        rolldownOptions: { ...QUIET, input: ['index.html', 'columns.html'] },
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
