// What the worker does when it is installed and when it starts again, with a browser in memory.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { WorkerDeps } from '../../../../entrypoints/background/deps.ts';
import { listenToBrowser } from '../../../../entrypoints/background/listeners.ts';
import { holdChoice } from '../../../../utils/reading/pending-choice.ts';
import { readSetting, writeSetting } from '../../../../utils/settings.ts';
import { POLL_ALARM } from '../../../../utils/sync/poll-alarms.ts';

vi.mock(import('../../../../utils/reading/content-script.ts'), async (original) => ({
  ...(await original()),
  syncContentScript: async () => {},
}));

/** As the browser tells of a new permission. */
let grant = () => {};

function listen(changes: Record<string, unknown>): void {
  const none = { addListener: () => {} };
  const onAdded = {
    addListener: (listener: () => void) => {
      grant = listener;
    },
  };
  Object.assign(fakeBrowser, { permissions: { onAdded, onRemoved: none, contains: async () => true } });
  listenToBrowser({ catalogue: { reset: () => {} }, ...changes } as unknown as WorkerDeps);
}

describe('the editions guessed from the browser’s languages', () => {
  let runs = 0;

  beforeEach(() => {
    fakeBrowser.reset();
    runs = 0;
    const run = async () => {
      runs += 1;
    };
    const renew = async () => {};
    listen({ sync: { run }, tabPages: { renew }, renewPages: renew });
  });

  it('are set when the extension is installed', async () => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    await vi.waitFor(() => expect(runs).toBeGreaterThan(0));
    expect(await readSetting('editions')).not.toEqual([]);
  });

  it.each([
    ['the browser starts', () => fakeBrowser.runtime.onStartup.trigger()],
    [
      'the extension is renewed',
      () => fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.0.9' }),
    ],
  ])('are not set again when %s after the user took all away', async (_, happen) => {
    await writeSetting('editions', []);
    runs = 0;
    await happen();
    await vi.waitFor(() => expect(runs).toBeGreaterThan(0));
    expect(await readSetting('editions')).toEqual([]);
  });
});

it('a new permission makes the choice that waited for it, before pages are read by it', async () => {
  const modes: string[] = [];
  const run = async () => {
    modes.push(await readSetting('readingMode'));
  };
  const nothing = async () => {};
  listen({ sync: { run }, tabPages: { recheck: nothing }, toolbar: { renewAll: nothing } });
  await holdChoice(null);
  grant();
  await vi.waitFor(() => expect(modes).toContain('every-site'));
});

it('another source: what the one before answered is forgotten before pages are answered anew', async () => {
  const happened: string[] = [];
  const note = (what: string) => async () => {
    happened.push(what);
  };
  listen({ desk: { forgetAnswers: note('forgotten') }, renewPages: note('renewed'), sync: { run: note('polled') } });
  await writeSetting('sourceMode', 'server');
  await vi.waitFor(() => expect(happened).toEqual(['forgotten', 'renewed', 'polled']));
});

it.each([true, false])(
  'another interval holds from now on: feeds are asked, if polling is on (%s)',
  async (isPollingOn) => {
    await writeSetting('isPollingOn', isPollingOn);
    await writeSetting('pollMinutes', 120);
    const wishes: unknown[] = [];
    const run = async (wish: unknown) => {
      wishes.push(wish);
    };
    listen({ sync: { run } });
    await writeSetting('pollMinutes', 10);
    await vi.waitFor(() => expect(wishes).toEqual([{ isAsked: isPollingOn }]));
  },
);

it('a worker makes the alarm for polling where it is missing, as after the extension was switched off and on', async () => {
  await writeSetting('isPollingOn', true);
  await fakeBrowser.alarms.clear(POLL_ALARM);
  listen({});
  await vi.waitFor(async () => expect(await fakeBrowser.alarms.get(POLL_ALARM)).toBeDefined());
});
