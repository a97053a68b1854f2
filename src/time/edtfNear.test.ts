import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edtfTexts } from '#time/edtfTexts.testing.ts';
import { nearEdtf } from '#time/edtfNear.ts';

test.each([
  ['2024-9-8', '2024-09-08'],
  ['2024-9', '2024-09'],
  ['2024-09-8', '2024-09-08'],
  ['2024/09/08', '2024-09-08'],
  ['2024.9.8', '2024-09-08'],
  ['20240908', '2024-09-08'],
  [' 2024-09-08 ', '2024-09-08'],
  ['2024–09–08', '2024-09-08'],
  ['2024-09-08 06:30z', '2024-09-08T06:30Z'],
  ['2024-09-16 / 2024-09-17', '2024-09-16/2024-09-17'],
  ['2024-9-16/2024-9-17', '2024-09-16/2024-09-17'],
  ['[2024-10-03, 2024-10-04]', '[2024-10-03,2024-10-04]'],
  ['199u', '199X'],
  ['19xx', '19XX'],
  ['2004/open', '2004/..'],
  ['unknown/2004', '/2004'],
  ['-44', '-0044'],
  ['Y2024', '2024'],
  ['09/08/2024', '09/08/2024'],
])('nearEdtf(%j) is %j', (text, near) => expect(nearEdtf(text)).toBe(near));

test('nearEdtf(text): property: leaves EDTF as it is', () => {
  fc.assert(
    fc.property(edtfTexts, (text) => void expect(nearEdtf(text)).toBe(text)),
    { numRuns: 500 },
  );
});
