// Runs a command of src/cli: TypeScript and `#…` imports on Node 20, by the Vite that is here anyway.
//   node scripts/run.mjs <command> [arguments]
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [command = '', ...args] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const { module } = await runnerImport(`${root}src/cli/${command}.ts`, { root, configFile: false, logLevel: 'error' });
process.exitCode = await module.main(args);
