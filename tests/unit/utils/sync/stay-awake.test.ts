// Long work keeps the worker awake, and nothing does after it has ended.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from '../../../../utils/browser.ts';
import { stayAwake } from '../../../../utils/sync/stay-awake.ts';

const IDLE_MAX_MS = 30_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a browser API is called before the browser would stop the worker, as long as the work goes on', async () => {
  const asked = vi.spyOn(browser.runtime, 'getPlatformInfo').mockResolvedValue({ os: 'linux', arch: 'x86-64' });
  let end: (value: string) => void = () => undefined;
  const working = stayAwake(() => new Promise<string>((resolve) => (end = resolve)));
  for (const times of [1, 2, 3]) {
    await vi.advanceTimersByTimeAsync(IDLE_MAX_MS - 1);
    expect(asked.mock.calls.length).toBeGreaterThanOrEqual(times);
  }
  end('done');
  expect(await working).toBe('done');
  expect(vi.getTimerCount()).toBe(0);
});

test('work that fails does not keep the worker awake', async () => {
  await expect(stayAwake(() => Promise.reject(new Error('the disk is gone')))).rejects.toThrow('the disk is gone');
  expect(vi.getTimerCount()).toBe(0);
});

test('work that never ends does not keep the worker awake for ever: only the next one can go on', async () => {
  const asked = vi.spyOn(browser.runtime, 'getPlatformInfo').mockResolvedValue({ os: 'linux', arch: 'x86-64' });
  void stayAwake(() => new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  asked.mockClear();
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(asked).not.toHaveBeenCalled();
});
