import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Engine } from './engine.ts';
import { buildHere, openPlaces, type BuiltHere, type Places } from './places.ts';
import { CHROMIUM, FIREFOX_ESR } from './playwright.ts';
import { SITUATIONS, type Situation } from './situations.ts';
import { WEBKIT } from './webkit.ts';

const PICTURES = '.cache/cross';

/**
 * `npm run test:cross [-- NAME …]`: frames of the built site in three engines, in every place where they may find themselves. A browser that is not
 * there is a failure. A picture of each is left in `.cache/cross`.
 * @param names of engines or situations, or parts of them; all when left out
 * @returns the exit code
 */
export async function main(names: readonly string[]): Promise<number> {
  const folder = process.env['DIST'] ?? 'dist';
  if (!existsSync(join(folder, '_headers'))) {
    console.error(`${folder} holds no site: run npm run build first`);
    return 1;
  }
  mkdirSync(PICTURES, { recursive: true });
  const engines = [CHROMIUM, FIREFOX_ESR, WEBKIT];
  const wanted = (all: readonly { readonly name: string }[]): readonly string[] => {
    const found = all.filter(({ name }) => names.some((one) => name.toLowerCase().includes(one.toLowerCase())));
    return (found.length > 0 ? found : all).map(({ name }) => name);
  };
  const [inEngines, inSituations] = [wanted(engines), wanted(SITUATIONS)];
  let here: BuiltHere | undefined;
  const open = async ({ builtHere }: Situation): Promise<Places> => {
    if (!builtHere) return openPlaces(folder);
    here ??= await buildHere(join(PICTURES, 'site'));
    return openPlaces(here.folder, here.port);
  };
  const results: { readonly engine: string; readonly situation: string; readonly isGood: boolean }[] = [];
  for (const engine of engines.filter(({ name }) => inEngines.includes(name))) {
    for (const situation of SITUATIONS.filter(({ name }) => inSituations.includes(name))) {
      const fault = engine.missing ?? (await faultOf(engine, situation, open));
      console.log(
        `${fault === undefined ? 'good' : 'FAULT'}  ${engine.name}: ${situation.name}${fault ? `\n       ${fault}` : ''}`,
      );
      results.push({ engine: engine.name, situation: situation.name, isGood: fault === undefined });
    }
  }
  const width = Math.max(...inSituations.map((name) => name.length));
  console.log(`\n${''.padEnd(width)}  ${inEngines.map((name) => name.padEnd(9)).join('')}`);
  for (const name of inSituations) {
    const cells = inEngines.map((engine) => {
      const one = results.find((result) => result.engine === engine && result.situation === name);
      return (one?.isGood ? 'good' : 'FAULT').padEnd(9);
    });
    console.log(`${name.padEnd(width)}  ${cells.join('')}`);
  }
  const failed = results.filter(({ isGood }) => !isGood).length;
  console.log(`\n${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function faultOf(
  engine: Engine,
  situation: Situation,
  open: (situation: Situation) => Promise<Places>,
): Promise<string | undefined> {
  let places: Places | undefined;
  try {
    places = await open(situation);
    const visit = await engine.start({ scripts: true, thirdPartyCookies: true, ...situation.settings });
    const picture = join(PICTURES, `${engine.name} ${situation.name}`.toLowerCase().replace(/\W+/g, '-') + '.png');
    try {
      await situation.go(visit, places);
      const heard = visit.heard().filter((one) => !situation.allows?.test(one));
      if (heard.length > 0) return `the browser told of: ${[...new Set(heard)].join('; ')}`;
      return places.cookies.length > 0 ? `cookies were sent: ${places.cookies.join('; ')}` : undefined;
    } finally {
      await visit.picture(picture).catch(() => undefined); // it may be what failed
      await visit.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    places?.close();
  }
}
