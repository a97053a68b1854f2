import { optionsOf } from '#cli/options.ts';
import { readFolder } from '#site/compile.ts';
import { textsIn, verifyQuotations } from '#site/verify.ts';

/**
 * `npm run verify -- --texts DIR [--story DIR]`: checks every quotation against the full texts in a folder outside the repository.
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (!options.ok || options.value.texts === undefined) {
    console.error(options.ok ? 'expected --texts DIR, the folder that holds the full texts' : options.error);
    return 2;
  }
  const story = await readFolder(options.value.story, 'kept');
  const verified = story.ok ? await verifyQuotations(story.value.material, textsIn(options.value.texts)) : story;
  if (!verified.ok) {
    for (const fault of verified.error) console.error(String(fault));
    return 1;
  }
  const { checked, excerpts } = verified.value;
  console.log(`${checked} quotations checked against full text, ${excerpts} read in an excerpt only`);
  return 0;
}
