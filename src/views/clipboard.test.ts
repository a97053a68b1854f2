import { afterEach, expect, test, vi } from 'vitest';
import { copyText, shareAddress } from '#views/clipboard.ts';

afterEach(() => vi.unstubAllGlobals());
const refuse = (name: string) => () => Promise.reject(new DOMException('no', name));

test('copyText(text) tells whether the clipboard took it; a page without https has none', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  expect(await copyText('words')).toBe(true);
  expect(writeText).toHaveBeenCalledWith('words');
  vi.stubGlobal('navigator', { clipboard: { writeText: refuse('NotAllowedError') } });
  expect(await copyText('words')).toBe(false);
  vi.stubGlobal('navigator', {});
  expect(await copyText('words')).toBe(false);
});

test('shareAddress(title, url) gives way where sharing is not there or not allowed, not where the reader thought better of it', async () => {
  const share = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { share });
  expect(await shareAddress('The ferry', 'https://lake.example/')).toBe(true);
  expect(share).toHaveBeenCalledWith({ title: 'The ferry', url: 'https://lake.example/' });
  vi.stubGlobal('navigator', { share: refuse('AbortError') });
  expect(await shareAddress('The ferry', 'https://lake.example/')).toBe(true);
  vi.stubGlobal('navigator', { share: refuse('NotAllowedError') });
  expect(await shareAddress('The ferry', 'https://lake.example/')).toBe(false);
  vi.stubGlobal('navigator', {});
  expect(await shareAddress('The ferry', 'https://lake.example/')).toBe(false);
});
