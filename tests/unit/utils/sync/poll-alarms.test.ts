// Which alarms wake the worker: to poll feeds, or to drop old stories if no feeds are polled.
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSetting, writeSetting } from '../../../../utils/settings.ts';
import { KEEPING_ALARM, POLL_ALARM, schedulePolling } from '../../../../utils/sync/poll-alarms.ts';

const NOW = Date.UTC(2026, 4, 3, 12);

const alarms = async () => (await fakeBrowser.alarms.getAll()).map(({ name }) => name);

test('polling drops old stories on the way', async () => {
  await schedulePolling();
  expect(await alarms()).toEqual([POLL_ALARM]);
});

test('an alarm that was set under a clock a month ahead is set again', async () => {
  vi.useFakeTimers({ now: NOW + 30 * 86_400_000, toFake: ['Date'] });
  await schedulePolling();
  vi.setSystemTime(NOW);
  await schedulePolling();
  const minutes = (await readSetting('pollMinutes')) * 60_000;
  expect((await fakeBrowser.alarms.get(POLL_ALARM))?.scheduledTime).toBe(NOW + minutes);
  vi.setSystemTime(NOW + 1_000);
  await schedulePolling();
  expect((await fakeBrowser.alarms.get(POLL_ALARM))?.scheduledTime).toBe(NOW + minutes);
  vi.useRealTimers();
});

test.each([
  ['polling is off', () => writeSetting('isPollingOn', false)],
  ['a server answers', () => writeSetting('sourceMode', 'server')],
])('when %s the worker wakes for old stories alone, until polling is on again', async (_, change) => {
  await schedulePolling();
  await change();
  await schedulePolling();
  expect(await alarms()).toEqual([KEEPING_ALARM]);
  const [first] = await fakeBrowser.alarms.getAll();
  await schedulePolling();
  expect(await fakeBrowser.alarms.getAll()).toEqual([first]);
  await writeSetting('isPollingOn', true);
  await writeSetting('sourceMode', 'on-device');
  await schedulePolling();
  expect(await alarms()).toEqual([POLL_ALARM]);
});
