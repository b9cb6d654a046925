// Requests do not contain the extension's own address, which identifies the installation in Firefox.
import { afterEach, expect, test, vi } from 'vitest';
import { browser } from '../../../utils/browser.ts';
import { fetchUnnamed } from '../../../utils/fetch-unnamed.ts';

const askedWith = async (ownAddress: string): Promise<RequestInit | undefined> => {
  vi.spyOn(browser.runtime, 'getURL').mockReturnValue(ownAddress);
  const sent = vi.fn<typeof fetch>(async () => new Response());
  vi.stubGlobal('fetch', sent);
  await fetchUnnamed('https://library.test/v1/match', { method: 'POST' });
  return sent.mock.calls[0]?.[1];
};

afterEach(() => vi.unstubAllGlobals());

test('in Firefox a request is limited to granted hosts, so that it contains no address of this installation', async () => {
  expect(await askedWith('moz-extension://7a1e5c1e-0d5b-4c0e-9f3a-5d2b8c6e4f10/')).toEqual({
    method: 'POST',
    mode: 'same-origin',
  });
});

test('in Chromium, where servers may allow it by CORS, the request is unchanged', async () => {
  expect(await askedWith('chrome-extension://abcdefghijklmnopabcdefghijklmnop/')).toEqual({ method: 'POST' });
});
