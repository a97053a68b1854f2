// Serves a built site as a static host would: node scripts/preview.mjs [FOLDER] [PORT]
import process from 'node:process';
import { runnerImport } from 'vite';

const { module } = await runnerImport('./src/site/serve.ts', { configFile: false, logLevel: 'error' });
await module.main(process.argv.slice(2));
