// A busy server is left alone by every worker, and never for longer than a rest may be.
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createServerRest } from '../../../../../utils/coverage/remote/server-rest.ts';

const BASE = 'https://news.library.test/';
const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
let now = NOW;

/** As a worker that has just been started has it. */
const open = (base = BASE) => createServerRest(base, () => now);

beforeEach(() => {
  fakeBrowser.reset();
  now = NOW;
});

test('a worker that starts within the rest keeps it, for this server alone', async () => {
  await open().begin(5 * MINUTE);
  now += 5 * MINUTE - 1;
  expect([await open().isOn(), await open('https://other.test/').isOn()]).toEqual([true, false]);
  now += 1;
  expect(await open().isOn()).toBe(false);
});

test('a rest of hours is cut to ten minutes', async () => {
  await open().begin(300 * MINUTE);
  now += 10 * MINUTE - 1;
  expect(await open().isOn()).toBe(true);
  now += 1;
  expect(await open().isOn()).toBe(false);
});

test('a clock that is set back does not make the rest longer', async () => {
  await open().begin(5 * MINUTE);
  now -= 24 * 60 * MINUTE;
  expect(await open().isOn()).toBe(false);
});

test('full memory is reported, and no reason to fail', async () => {
  const complain = vi.spyOn(console, 'error').mockReturnValue();
  const set = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('quota'));
  await open().begin(MINUTE);
  expect(complain).toHaveBeenCalledOnce();
  expect(await open().isOn()).toBe(false);
  set.mockRestore();
  complain.mockRestore();
});
