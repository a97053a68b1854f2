import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '#site/serve.ts';

/** `npm run preview [-- FOLDER [PORT]]`: serves a built site as a static host would. */
export async function main([folder = 'dist', port = '4173']: readonly string[]): Promise<number> {
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(`${folder} holds no site: run npm run build first.`);
    return 1;
  }
  const { url } = await serve({ folder, port: Number(port) });
  console.log(`${folder} is served at ${url}`);
  return 0;
}
