import type { RawSource } from '#model/schema.ts';
import { whenOf } from '#time/edtf.ts';
import { isLanguage } from '#site/check-citations.ts';
import { checkDay } from '#site/check-events.ts';
import type { Fault } from '#site/faults.ts';
import { faultIn, type Found } from '#site/shape.ts';
import type { Path } from '#site/yaml.ts';

/** Checks a source against itself: its record, dates, addresses, how it was seen. */
export function checkSource(source: Found<RawSource>): Fault[] {
  const { id, csl, seen, text, archives, archiveNote } = source.raw;
  const faults = [...checkLink(source), ...checkDates(source)];
  if (csl.id !== id)
    faults.push(faultIn(source, ['csl', 'id'], `expected "${id}", the id of the source, got "${csl.id}"`));
  if (csl.language !== undefined && !isLanguage(csl.language))
    faults.push(faultIn(source, ['csl', 'language'], `expected a language tag such as "he", got "${csl.language}"`));
  if (archives.length === 0 && archiveNote === undefined)
    faults.push(
      faultIn(source, ['archives'], 'expected an archived copy, or archiveNote with the reason, got neither'),
    );
  if (text && seen !== 'full text')
    faults.push(faultIn(source, ['seen'], `expected "full text", for the text is held, got "${seen}"`));
  if (text && /[\\/]|^\.+$/.test(text.file))
    faults.push(faultIn(source, ['text', 'file'], `expected a file name without a folder, got "${text.file}"`));
  return faults;
}

function checkDates(source: Found<RawSource>): Fault[] {
  const { csl, archives } = source.raw;
  const { text } = source.raw;
  const dates = (['issued', 'accessed'] as const).flatMap((key) => {
    const edtf = csl[key];
    const time = edtf === undefined ? undefined : whenOf({ edtf, zone: 'Etc/UTC' });
    return !time || time.ok ? [] : [faultIn(source, ['csl', key], time.error)];
  });
  return [
    ...dates,
    ...(text ? checkDay(source, ['text', 'checked'], text.checked) : []),
    ...archives.flatMap(({ captured }, i) => checkDay(source, ['archives', i, 'captured'], captured)),
  ];
}

function checkLink(source: Found<RawSource>): Fault[] {
  const { link, withheldUrl, csl, archives } = source.raw;
  const faults = [
    ...checkUrl(source, ['csl', 'URL'], csl.URL),
    ...checkUrl(source, ['withheldUrl'], withheldUrl),
    ...archives.flatMap(({ url }, i) => checkUrl(source, ['archives', i, 'url'], url)),
  ];
  if (link === 'checked' && csl.URL === undefined)
    faults.push(faultIn(source, ['link'], 'expected csl.URL, for the link is "checked", got none'));
  if (link !== 'checked' && csl.URL !== undefined)
    faults.push(faultIn(source, ['csl', 'URL'], `expected no URL, for the link is "${link}", got one`, 'key'));
  if (link === 'withheld' && withheldUrl === undefined)
    faults.push(faultIn(source, ['link'], 'expected withheldUrl, for the link is "withheld", got none'));
  if (link !== 'withheld' && withheldUrl !== undefined)
    faults.push(faultIn(source, ['withheldUrl'], `expected no withheldUrl, for the link is "${link}", got one`, 'key'));
  return faults;
}

/** An address that leads where it seems to: the schema lets http and https through, this refuses names and passwords before the host. */
export function checkUrl(found: Found<unknown>, below: Path, url: string | undefined): Fault[] {
  if (url === undefined || !URL.canParse(url)) return []; // the schema says so already
  const { username, password } = new URL(url);
  return username || password || /^[a-z]+:\/\/[^/?#]*@/i.test(url)
    ? [faultIn(found, below, 'expected an address without a user name, got one before the host')]
    : [];
}
