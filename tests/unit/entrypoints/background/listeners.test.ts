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
/** Whether the open tabs have been looked at in this session of the browser. */
let isLookedAt = true;

vi.mock(import('../../../../utils/reading/content-script.ts'), async (original) => ({
  ...(await original()),
  syncContentScript: async () => {
    touched.push('registered');
  },
  expectLook: async () => {
    isLookedAt = false;
  },
  hasLookedAtTabs: async () => isLookedAt,
  lookAtOpenTabs: async () => {
    touched.push('looked at');
    isLookedAt = true;
  },
}));
vi.mock(import('../../../../utils/badges/notify-pages.ts'), async (original) => ({
  ...(await original()),
  notifyAllPages: async () => {
    touched.push('told');
  },
  notifyPage: (tabId, change) => {
    touched.push(`${change} ${tabId}`);
  },
}));

beforeEach(() => {
  isLookedAt = true;
});

type OnReplaced = (added: number, removed: number) => void;
let replace: OnReplaced = () => {};

/** The browser's event for a new permission. */
let grant = () => {};

/** Starts a worker; resolves when it has caught up with what the one before may have left undone. */
async function listen(changes: Record<string, unknown>): Promise<void> {
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
  touched.length = 0;
  const hasNothingToLookAt = isLookedAt;
  listenToBrowser({ catalogue: { reset: () => {} }, ...changes } as unknown as WorkerDeps);
  await until(() => expect(touched).toContain('registered'));
  if (hasNothingToLookAt) touched.length = 0;
}

describe('the editions guessed from the browser’s languages', () => {
  let runs = 0;

  beforeEach(async () => {
    fakeBrowser.reset();
    runs = 0;
    const run = async () => {
      runs += 1;
    };
    const renew = async () => {};
    const catalogue = { reset: () => {}, get: async () => ({ directory: createOutletDirectory([readOutlets()]) }) };
    await listen({ catalogue, sync: { run }, tabPages: { renew }, renewPages: renew });
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
    return startWorker();
  });

  const startWorker = async () => {
    const run = async () => {
      happened.push('polled');
    };
    const catalogue = { reset: () => {}, get: async () => ({ directory: createOutletDirectory([readOutlets()]) }) };
    for (const event of ['onInstalled', 'onStartup'] as const) fakeBrowser.runtime[event].removeAllListeners();
    await listen({ catalogue, sync: { run }, renewPages: async () => {} });
  };

  const pagesAfter = async (happen: () => unknown) => {
    happened.length = 0;
    await happen();
    await until(() => expect(happened.at(-1)).toBe('polled'));
    return happened.filter((what) => what !== 'polled');
  };
  const install = () => fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
  const startAgain = async () => {
    await fakeBrowser.storage.session.clear(); // as browsers do when they close
    await startWorker();
    await fakeBrowser.runtime.onStartup.trigger();
  };

  it('comes at the next start where the browser was closed before it was there, and not once it was', async () => {
    expect(await pagesAfter(install)).toEqual(['/onboarding.html']);
    expect(await pagesAfter(startAgain)).toEqual(['/onboarding.html']);
    await endWelcome();
    expect(await pagesAfter(startAgain)).toEqual([]);
  });

  it('comes with the next worker if the one that was told of the installation died before it was there', async () => {
    await noteWelcome();
    await startWorker();
    const pages = () => happened.filter((what) => what !== 'polled');
    await until(() => expect(pages()).toEqual(['/onboarding.html']));
    await startWorker();
    await startWorker();
    expect(pages(), 'once, even if it fails to load').toEqual(['/onboarding.html']);
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
  await listen({ sync: { run }, tabPages: { recheck: nothing }, toolbar: { renewAll: nothing } });
  await holdChoice(null);
  grant();
  await until(() => expect(modes).toContain('every-site'));
});

it.each([
  ['a new permission', async () => grant()],
  ['the agreement to the choice of feeds', () => writeSetting('isOnboarded', true)],
])('before the round after %s, what was known of polled feeds is forgotten', async (_, happen) => {
  fakeBrowser.reset();
  const happened: string[] = [];
  const nothing = async () => {};
  const run = async () => {
    happened.push('polled');
  };
  const catalogue = { reset: () => happened.push('forgotten') };
  await listen({ catalogue, sync: { run }, tabPages: { recheck: nothing }, toolbar: { renewAll: nothing } });
  await happen();
  await until(() => expect(happened).toEqual(['forgotten', 'polled']));
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
  await listen({
    desk: { forgetAnswers: note('forgotten') },
    renewPages: note('renewed'),
    sync: { run: note('polled') },
  });
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
    await listen({ sync: { run } });
    await writeSetting('pollMinutes', 10);
    await until(() => expect(wishes).toEqual([{ isAsked: isPollingOn }]));
  },
);

it('a shorter period for keeping stories takes effect at once', async () => {
  let runs = 0;
  const run = async () => {
    runs += 1;
  };
  await listen({ sync: { run } });
  await writeSetting('keepDays', 3);
  await until(() => expect(runs).toBe(1));
});

it.each([POLL_ALARM, RESUME_ALARM, KEEPING_ALARM])('the alarm “%s” lets old stories go', async (name) => {
  let runs = 0;
  const wake = async () => {
    runs += 1;
  };
  await listen({ sync: { wake } });
  await fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0, persistAcrossSessions: true });
  await until(() => expect(runs).toBe(1));
});

it('a worker creates a missing alarm for polling, as after the extension was disabled and enabled', async () => {
  await writeSetting('isPollingOn', true);
  await fakeBrowser.alarms.clear(POLL_ALARM);
  await listen({});
  await until(async () => expect(await fakeBrowser.alarms.get(POLL_ALARM)).toBeDefined());
});

describe('a changed setting', () => {
  const touch = (what: string) => async () => {
    touched.push(what);
  };

  it('reaches the pages of a site that was switched off before anything else is done', async () => {
    await listen({ tabPages: { recheck: touch('forgotten') }, toolbar: { renewAll: touch('toolbar') } });
    await writeSetting('sitesOff', ['gazette.test']);
    await until(() => expect(touched).toEqual(['forgotten', 'toolbar', 'told', 'registered', 'looked at']));
  });

  it('reaches open pages first where badges are switched off', async () => {
    await listen({});
    await writeSetting('badgeDensity', 'off');
    await until(() => expect(touched).toEqual(['told', 'registered', 'looked at']));
  });

  it('is followed by polling at the end of a new choice', async () => {
    await listen({
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
    await listen({ tabPages: { drop } });
    replace(8, 7);
    expect(dropped).toEqual([7]);
  });

  it('is deleted at the worker’s start if the tab no longer exists', async () => {
    await session.set({ 'tab:7': 'gone', sync: 'of no tab' });
    await listen({});
    await until(async () => expect(Object.keys(await session.get(null))).toEqual(['sync']));
  });
});

it('a story that the user confirms is shown by the toolbar button, and beside the page’s own headline', async () => {
  const renewed: number[] = [];
  const renew = async (tabId: number) => {
    renewed.push(tabId);
  };
  await listen({ toolbar: { renew } });
  await fakeBrowser.storage.session.set({ 'tab:6': 'read', 'confirmed:7': 's-1' });
  await until(() => expect(renewed).toEqual([7]));
  expect(touched).toEqual(['badges/covered 7']);
});

describe('what a worker left undone that died too early', () => {
  const touch = (what: string) => async () => {
    touched.push(what);
  };

  it('in open tabs, after an installation or a changed choice', async () => {
    isLookedAt = false;
    await listen({ tabPages: { recheck: touch('forgotten') }, toolbar: { renewAll: touch('toolbar') } });
    await until(() => expect(isLookedAt).toBe(true));
    expect(touched).toEqual(['registered', 'forgotten', 'toolbar', 'told', 'registered', 'looked at']);
  });

  it('of deleting everything', async () => {
    await fakeBrowser.storage.local.set({ 'is-clearing': true });
    const clearData = vi.fn(async () => {
      await fakeBrowser.storage.local.remove('is-clearing');
    });
    await listen({ clearData });
    await listen({ clearData });
    expect(clearData).toHaveBeenCalledOnce();
  });

  it('of a choice that the browser has permitted', async () => {
    await writeSettings({ readingMode: 'on-click', chosenSites: [] });
    await holdChoice('own.test');
    await listen({ tabPages: { recheck: touch('forgotten') }, toolbar: { renewAll: touch('toolbar') }, sync: {} });
    expect([await readSetting('readingMode'), await readSetting('chosenSites')]).toEqual([
      'chosen-sites',
      ['own.test'],
    ]);
  });

  it('is done even if a part of it fails', async () => {
    const complain = vi.spyOn(console, 'error').mockReturnValue();
    await fakeBrowser.storage.local.set({ 'is-clearing': true });
    await listen({ clearData: () => Promise.reject(new Error('a failing disk')) });
    expect(complain).toHaveBeenCalledOnce();
    complain.mockRestore();
    await fakeBrowser.storage.local.clear();
  });
});

it.each([{ title: 'The page' }, { status: 'complete' }] as const)(
  'the toolbar button says again what holds on a site once its page is there, of which %j tells',
  async (change) => {
    const renewed: number[] = [];
    const renew = async (tabId: number) => {
      renewed.push(tabId);
    };
    await listen({ toolbar: { renew } });
    const tab = await fakeBrowser.tabs.create({ url: 'https://own.test/' });
    await fakeBrowser.tabs.onUpdated.trigger(7, change, tab);
    expect(renewed).toEqual([7]);
  },
);
