// The connection to the worker: retries if the worker stops before it answers, silence once the extension is gone.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openExtensionLink } from '../../../../utils/page/extension-link.ts';

const READING = { pageUrl: 'https://one.test/a' };
const sendMessage = vi.fn<(message: unknown) => Promise<unknown>>();
const runtime: { id?: string; sendMessage: typeof sendMessage } = { id: 'parallax', sendMessage };

beforeEach(() => {
  vi.useFakeTimers();
  runtime.id = 'parallax';
  sendMessage.mockReset().mockResolvedValue({ ok: true, value: {} });
  vi.stubGlobal('browser', { runtime });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('telling the worker', () => {
  test('an answered message is sent once', async () => {
    openExtensionLink()?.tell('page/reading', READING);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sendMessage.mock.calls).toEqual([[{ name: 'page/reading', input: READING }]]);
  });

  test('a message whose worker died is sent again, three times at most', async () => {
    sendMessage.mockRejectedValue(new Error('The message port closed before a response was received.'));
    openExtensionLink()?.tell('page/reading', READING);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sendMessage).toHaveBeenCalledTimes(3);
  });

  test('what was told meanwhile of another page replaces it', async () => {
    sendMessage.mockRejectedValueOnce(new Error('The message port closed before a response was received.'));
    const link = openExtensionLink();
    link?.tell('page/reading', READING);
    const next = { pageUrl: 'https://one.test/b' };
    link?.tell('page/reading', next);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sendMessage.mock.calls.map(([message]) => message)).toEqual([
      { name: 'page/reading', input: READING },
      { name: 'page/reading', input: next },
    ]);
  });

  test('nothing is sent once the extension is gone', async () => {
    const link = openExtensionLink();
    delete runtime.id;
    link?.tell('page/reading', READING);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(link?.isAlive()).toBe(false);
    expect(sendMessage).not.toHaveBeenCalled();
  });
});

test('a page without the extension has no link', () => {
  vi.stubGlobal('browser', undefined);
  vi.stubGlobal('chrome', undefined);
  expect(openExtensionLink()).toBeNull();
});
