// Frames in three engines, for npm run test:cross: TypeScript and `#…` imports on Node 20, by the Vite that is here anyway.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const { module } = await runnerImport(`${root}e2e/cross/run.ts`, { root, configFile: false, logLevel: 'error' });
process.exitCode = await module.main(process.argv.slice(2));
