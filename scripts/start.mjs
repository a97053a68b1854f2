// Serves the story while it is worked on: node scripts/start.mjs [--story DIR] [--port N] [--host [NAME]]
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const options = {
  story: { type: 'string', default: 'data' },
  port: { type: 'string', default: '5173' },
  host: { type: 'string', default: 'localhost' },
};
const { story, port, host } = parseArgs({ options }).values;
process.env['STORY'] = story;
const server = await createServer({ server: { port: Number(port), host } });
await server.listen();
server.printUrls();
