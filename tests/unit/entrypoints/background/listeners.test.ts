// What the worker does when it is installed and when it starts again, with a browser in memory.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { err, ok } from '../../../../engine/result.ts';
import type { WorkerDeps } from '../../../../entrypoints/background/deps.ts';
import { listenToBrowser } from '../../../../entrypoints/background/listeners.ts';
import type { Tabs } from '../../../../utils/browser.ts';
import { holdChoice } from '../../../../utils/reading/pending-choice.ts';
import { readSetting, writeSetting, writeSettings } from '../../../../utils/settings.ts';
import { KEEPING_ALARM, POLL_ALARM, RESUME_ALARM } from '../../../../utils/sync/poll-alarms.ts';
import { endWelcome, noteWelcome } from '../../../../utils/welcome.ts';
import { readOutlets } from '../../../support/outlet-data.ts';
import { until } from '../../../support/until.ts';

/** What was done to the browser's pages, in order. */
const touched: string[] = [];
/** The same for what every start of the worker does. */
const started: string[] = [];

vi.mock(import('../../../../utils/reading/content-script.ts'), async (original) => ({
  ...(await original()),
  syncContentScript: async () => {
    touched.push('registered');
    started.push('registered');
  },
  lookAtOpenTabs: async () => {
    touched.push('looked at');
  },
  lookAtTabsOnce: async () => {
    started.push('looked at once');
  },
}));
vi.mock(import('../../../../utils/badges/tell-pages.ts'), async (original) => ({
  ...(await original()),
  tellAllPages: async () => {
    touched.push('told');
  },
  tellPage: (tabId, change) => {
    touched.push(`${change} ${tabId}`);
  },
}));

beforeEach(() => {
  touched.length = 0;
});

type OnReplaced = (added: number, removed: number) => void;
let replace: OnReplaced = () => {};

/** The browser's event for a new permission. */
let grant = () => {};

function listen(changes: Record<string, unknown>): void {
  const none = { addListener: () => {} };
  const onAdded = {
    addListener: (listener: () => void) => {
      grant = listener;
    },
  };
  Object.assign(fakeBrowser, { permissions: { onAdded, onRemoved: none, contains: async () => true } });
  const onReplaced = {
    addListener: (listener: OnReplaced) => {
      replace = listener;
    },
  };
  Object.assign(fakeBrowser.tabs, { onReplaced });
  started.length = 0;
  listenToBrowser({ catalogue: { reset: () => {} }, ...changes } as unknown as WorkerDeps);
  touched.length = 0; // the registration at the start begins in the first turn
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
    const catalogue = { reset: () => {}, get: async () => ({ directory: createOutletDirectory([readOutlets()]) }) };
    listen({ catalogue, sync: { run }, tabPages: { renew }, renewPages: renew });
  });

  it.each([
    ['its own country', ['de-AT', 'de'], ['at']],
    ['the world where no country of the language has an edition', ['lt-LT', 'lt'], ['world']],
  ])('are set when the extension is installed: %s', async (_, languages, editions) => {
    vi.stubGlobal('navigator', { languages });
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    await until(() => expect(runs).toBeGreaterThan(0));
    vi.unstubAllGlobals();
    expect(await readSetting('editions')).toEqual(editions);
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
    await until(() => expect(runs).toBeGreaterThan(0));
    expect(await readSetting('editions')).toEqual([]);
  });
});

describe('the welcome page', () => {
  const happened: string[] = [];

  beforeEach(() => {
    fakeBrowser.reset();
    happened.length = 0;
    vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(async ({ url }) => {
      happened.push(new URL(url ?? '').pathname);
      return { id: 1 } as Tabs.Tab;
    });
    const run = async () => {
      happened.push('polled');
    };
    const catalogue = { reset: () => {}, get: async () => ({ directory: createOutletDirectory([readOutlets()]) }) };
    listen({ catalogue, sync: { run }, renewPages: async () => {} });
  });

  const pagesAfter = async (happen: () => unknown) => {
    happened.length = 0;
    await happen();
    await until(() => expect(happened.at(-1)).toBe('polled'));
    return happened.filter((what) => what !== 'polled');
  };
  const install = () => fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
  const startAgain = () => fakeBrowser.runtime.onStartup.trigger();

  it('comes at the next start where the browser was closed before it was there, and not once it was', async () => {
    expect(await pagesAfter(install)).toEqual(['/onboarding.html']);
    expect(await pagesAfter(startAgain)).toEqual(['/onboarding.html']);
    await endWelcome();
    expect(await pagesAfter(startAgain)).toEqual([]);
  });

  it('does not come to a reader who began without it', async () => {
    await noteWelcome();
    await writeSetting('isOnboarded', true);
    expect(await pagesAfter(startAgain)).toEqual([]);
  });

  it('does not come to a reader of an earlier version', async () => {
    const renew = () => fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.0.9' });
    expect([await pagesAfter(renew), await pagesAfter(startAgain)]).toEqual([[], []]);
  });
});

it('a new permission completes the choice that waited for it, before pages are read', async () => {
  const modes: string[] = [];
  const run = async () => {
    modes.push(await readSetting('readingMode'));
  };
  const nothing = async () => {};
  listen({ sync: { run }, tabPages: { recheck: nothing }, toolbar: { renewAll: nothing } });
  await holdChoice(null);
  grant();
  await until(() => expect(modes).toContain('every-site'));
});

it.each([
  ['what the one before answered is forgotten before pages are answered anew', ok(undefined), 0],
  ['what cannot be forgotten is told on the console', err({ reason: 'storage-full' }), 1],
])('another source: %s', async (_, outcome, reports) => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const happened: string[] = [];
  const note = (what: string) => async () => {
    happened.push(what);
    return outcome;
  };
  listen({ desk: { forgetAnswers: note('forgotten') }, renewPages: note('renewed'), sync: { run: note('polled') } });
  await writeSetting('sourceMode', 'server');
  await until(() => expect(happened).toEqual(['forgotten', 'renewed', 'polled']));
  expect(told).toHaveBeenCalledTimes(reports);
  told.mockRestore();
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
    await until(() => expect(wishes).toEqual([{ isAsked: isPollingOn }]));
  },
);

it('a shorter period for keeping stories takes effect at once', async () => {
  let runs = 0;
  const run = async () => {
    runs += 1;
  };
  listen({ sync: { run } });
  await writeSetting('keepDays', 3);
  await until(() => expect(runs).toBe(1));
});

it.each([POLL_ALARM, RESUME_ALARM, KEEPING_ALARM])('the alarm “%s” lets old stories go', async (name) => {
  let runs = 0;
  const wake = async () => {
    runs += 1;
  };
  listen({ sync: { wake } });
  await fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0, persistAcrossSessions: true });
  await until(() => expect(runs).toBe(1));
});

it('a worker creates a missing alarm for polling, as after the extension was disabled and enabled', async () => {
  await writeSetting('isPollingOn', true);
  await fakeBrowser.alarms.clear(POLL_ALARM);
  listen({});
  await until(async () => expect(await fakeBrowser.alarms.get(POLL_ALARM)).toBeDefined());
});

describe('a changed setting', () => {
  const touch = (what: string) => async () => {
    touched.push(what);
  };

  it('reaches the pages of a site that was switched off before anything else is done', async () => {
    listen({ tabPages: { recheck: touch('forgotten') }, toolbar: { renewAll: touch('toolbar') } });
    await writeSetting('sitesOff', ['gazette.test']);
    await until(() => expect(touched).toEqual(['forgotten', 'toolbar', 'told', 'registered', 'looked at']));
  });

  it('reaches open pages first where badges are switched off', async () => {
    listen({});
    await writeSetting('badgeDensity', 'off');
    await until(() => expect(touched).toEqual(['told', 'registered', 'looked at']));
  });

  it('is followed by polling at the end of a new choice', async () => {
    listen({
      tabPages: { recheck: touch('forgotten') },
      toolbar: { renewAll: touch('toolbar') },
      sync: { run: touch('polled') },
    });
    await writeSettings({ badgeDensity: 'hover', sitesOff: ['courier.test'], isOnboarded: true });
    await until(() => expect(touched.at(-1)).toBe('polled'));
  });
});

describe('the state of a tab', () => {
  const { session } = fakeBrowser.storage;

  it('is deleted when the browser discards the tab, which changes its id', async () => {
    const dropped: number[] = [];
    const drop = async (tabId: number) => {
      dropped.push(tabId);
    };
    listen({ tabPages: { drop } });
    replace(8, 7);
    expect(dropped).toEqual([7]);
  });

  it('is deleted at the worker’s start if the tab no longer exists', async () => {
    await session.set({ 'tab:7': 'gone', sync: 'of no tab' });
    listen({});
    await until(async () => expect(Object.keys(await session.get(null))).toEqual(['sync']));
  });
});

it('a story that the user confirms is shown by the toolbar button, and beside the page’s own headline', async () => {
  const renewed: number[] = [];
  const renew = async (tabId: number) => {
    renewed.push(tabId);
  };
  listen({ toolbar: { renew } });
  await fakeBrowser.storage.session.set({ 'tab:6': 'read', 'confirmed:7': 's-1' });
  await until(() => expect(renewed).toEqual([7]));
  expect(touched).toEqual(['badges/covered 7']);
});

it('a worker that starts registers its scripts, and then examines the pages that are open already', async () => {
  listen({});
  await until(() => expect(started).toEqual(['registered', 'looked at once']));
});

it.each([{ title: 'The page' }, { status: 'complete' }] as const)(
  'the toolbar button says again what holds on a site once its page is there, of which %j tells',
  async (change) => {
    const renewed: number[] = [];
    const renew = async (tabId: number) => {
      renewed.push(tabId);
    };
    listen({ toolbar: { renew } });
    const tab = await fakeBrowser.tabs.create({ url: 'https://own.test/' });
    await fakeBrowser.tabs.onUpdated.trigger(7, change, tab);
    expect(renewed).toEqual([7]);
  },
);
