import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaTexts } from '#site/schemas.ts';

/**
 * `npm run schema [-- DIR]`: writes the JSON Schemas that editors read, into `public/schema`.
 * @returns the exit code
 */
export async function main([dir = join('public', 'schema')]: readonly string[]): Promise<number> {
  await mkdir(dir, { recursive: true });
  for (const [name, text] of schemaTexts()) await writeFile(join(dir, name), text);
  return 0;
}
