import { expect, test } from 'vitest';
import { clockOf } from '#time/civil.ts';
import { parseEdtfDate, type EdtfDate } from '#time/edtfDate.ts';

function read(text: string): EdtfDate {
  const result = parseEdtfDate(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

type Fields = Parameters<typeof clockOf>;
test.each<[string, Fields, Fields, string]>([
  ['2024-10-08', [2024, 10, 8], [2024, 10, 9], 'day'],
  ['2024-10', [2024, 10], [2024, 11], 'month'],
  ['2024', [2024], [2025], 'year'],
  ['0000-02-29', [0, 2, 29], [0, 3, 1], 'day'],
  ['-0004-02-29', [-4, 2, 29], [-4, 3, 1], 'day'],
  ['-0043', [-43], [-42], 'year'],
  ['2024-12-31T23:59:59', [2024, 12, 31, 23, 59, 59], [2025], 'second'],
  ['2024-10-08T04', [2024, 10, 8, 4], [2024, 10, 8, 5], 'hour'],
  ['2024-10-08T04:30Z', [2024, 10, 8, 4, 30], [2024, 10, 8, 4, 31], 'minute'],
  ['199X', [1990], [2000], 'decade'],
  ['18XX', [1800], [1900], 'century'],
  ['1XXX', [1000], [2000], 'millennium'],
  ['XXXX', [0], [10_000], 'millennium'],
  ['-004X', [-49], [-39], 'decade'],
  ['-01XX', [-199], [-99], 'century'],
  ['1X95', [1095], [1996], 'year'],
  ['2004-XX', [2004], [2005], 'year'],
  ['1985-04-XX', [1985, 4], [1985, 5], 'month'],
  ['1985-XX-XX', [1985], [1986], 'year'],
  ['201X-XX', [2010], [2020], 'decade'],
  ['1984-1X', [1984, 10], [1985], 'month'],
  ['2024-10-1X', [2024, 10, 10], [2024, 10, 20], 'day'],
  ['2023-02-2X', [2023, 2, 20], [2023, 3, 1], 'day'],
  ['2024-XX-31', [2024, 1, 31], [2025], 'day'],
  ['156X-12-25', [1560, 12, 25], [1569, 12, 26], 'day'],
  ['19XX-02-29', [1904, 2, 29], [1996, 3, 1], 'day'],
  ['2024-21', [2024, 3], [2024, 6], 'season'],
  ['2024-24', [2024, 12], [2025, 3], 'season'],
  ['2024-29', [2024, 9], [2024, 12], 'month'],
  ['2024-33', [2024], [2024, 4], 'month'],
  ['2024-39', [2024, 9], [2025], 'month'],
  ['2024-41', [2024, 7], [2025], 'month'],
  ['Y170000002', [170_000_002], [170_000_003], 'year'],
  ['Y-13800000000', [-13_800_000_000], [-13_799_999_999], 'year'],
  ['Y17E8', [1_700_000_000], [1_700_000_001], 'year'],
  ['Y-17E7', [-170_000_000], [-169_999_999], 'year'],
  ['Y171010000S3', [171_000_000], [172_000_000], 'millennium'],
  ['Y3388E2S3', [338_000], [339_000], 'millennium'],
  ['1950S2', [1900], [2000], 'century'],
  ['-1950S3', [-1959], [-1949], 'decade'],
])('parseEdtfDate(%j) is the period from %j to %j, known to the %s', (text, from, to, precision) => {
  expect(read(text)).toMatchObject({
    from: clockOf(...from),
    to: clockOf(...to),
    precision,
    widenBy: null,
    uncertain: false,
  });
});

test.each<[string, EdtfDate['widenBy'], boolean]>([
  ['2024-10-08~', 'day', false],
  ['2024-10-08?', null, true],
  ['2024-10-08%', 'day', true],
  ['2024-10~', 'month', false],
  ['2024~', 'year', false],
  ['199X~', 'decade', false],
  ['2024-21~', 'season', false],
  ['2004-06-~11', 'day', false],
  ['2004-06~-11', 'month', false],
  ['2004~-06-11', 'year', false],
  ['2004-~06-?11', 'month', true],
  ['~2004-06-11~', 'year', false],
  ['2004?-06-11', null, true],
  ['2004-06-XX~', 'month', false],
  ['2024-07-30T19:40+03:00~', 'minute', false],
])('parseEdtfDate(%j) is widened by a %s; uncertain: %s', (text, widenBy, uncertain) => {
  expect(read(text)).toMatchObject({ widenBy, uncertain });
});

test.each<[string, number | null]>([
  ['2024-10-08T04:00', null],
  ['2024-10-08', null],
  ['2024-10-08T04:00Z', 0],
  ['2024-10-08T04:00+03:30', 12_600_000],
  ['2024-10-08T04:00-05', -18_000_000],
])('parseEdtfDate(%j) has the offset %s', (text, offsetMs) => expect(read(text).offsetMs).toBe(offsetMs));

test.each<[string, RegExp, number]>([
  ['', /a year of four digits/, 0],
  ['tomorrow', /a year of four digits/, 0],
  ['2024-9-8', /a month of two digits/, 4],
  ['2024-10-8', /a day of two digits/, 7],
  ['2024-10-08 06:30', /T and a time/, 10],
  ['2024-10-08T6:30', /T and a time/, 10],
  ['2024-10-08T06:30+3', /end of the date after its time/, 16],
  ['2024-00', /a month from 01 to 12 or a season from 21 to 41/, 5],
  ['2024-13', /a month from 01 to 12/, 5],
  ['2024-42', /a month from 01 to 12/, 5],
  ['2024-04-31', /a day from 01 to 30 \(the last of 2024-04\)/, 5],
  ['2023-02-29', /a day from 01 to 28/, 5],
  ['1900-02-29', /a day from 01 to 28/, 5],
  ['-0001-02-29', /a day from 01 to 28/, 6],
  ['2024-10-00', /a day that exists/, 5],
  ['19X1-02-29', /a day that exists/, 5],
  ['2024-21-01', /no day after a season/, 5],
  ['2024-10-08T24:00', /an hour from 00 to 23/, 11],
  ['2024-10-08T23:60', /a minute from 00 to 59/, 11],
  ['2024-10-08T23:59:60', /a second from 00 to 59/, 11],
  ['2024-10-08T23:59+15:00', /an offset from -14:00 to \+14:00/, 11],
  ['2024-10-1XT06', /no time after a date with X/, 11],
  ['-0000', /other than -0000/, 0],
  ['Y2024', /more than four digits after Y/, 0],
  ['Y12345-06', /no month after a year that begins with Y/, 0],
  ['Y1000000000001', /a year within/, 0],
  ['Y1E999', /a year within/, 0],
  ['19XXS2', /S only after a year without X/, 0],
])('parseEdtfDate(%j) expects %s at %i', (text, message, at) => {
  const result = parseEdtfDate(text);
  expect(result.ok ? null : result.error).toMatchObject({ message: expect.stringMatching(message), at });
  expect(parseEdtfDate(text, 100)).toMatchObject({ error: { at: at + 100 } });
});
