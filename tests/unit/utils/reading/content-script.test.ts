// The registration of content scripts when several changes request it at once.
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  expectLook,
  hasLookedAtTabs,
  lookAtOpenTabs,
  syncContentScript,
} from '../../../../utils/reading/content-script.ts';
import { writeSetting, writeSettings } from '../../../../utils/settings.ts';
import { until } from '../../../support/until.ts';

type Script = { id: string; js: string[]; matches: string[] };

/** As in browsers: registering an id twice fails, and so does updating or removing an unknown one. */
function fakeScripting() {
  const registered = new Map<string, Script>();
  const expectKnown = (id: string, isKnown: boolean) => {
    if (registered.has(id) !== isKnown) throw new Error(`${isKnown ? 'Nonexistent' : 'Duplicate'} script ID '${id}'`);
  };
  const put = async (scripts: Script[], isKnown: boolean) => {
    await Promise.resolve();
    for (const script of scripts) {
      expectKnown(script.id, isKnown);
      registered.set(script.id, script);
    }
  };
  let updates = 0;
  return {
    registered,
    updates: () => updates,
    matches: () => registered.get('coverage')?.matches ?? [],
    getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
      [...registered.values()].filter(({ id }) => ids.includes(id)),
    registerContentScripts: (scripts: Script[]) => put(scripts, false),
    updateContentScripts: (scripts: Script[]) => {
      updates += 1;
      return put(scripts, true);
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) {
        expectKnown(id, true);
        registered.delete(id);
      }
    },
  };
}

/** As in Firefox: a host that a wider grant covers is not a grant of its own. */
function fakeGrant(...origins: string[]) {
  const isAllowed = (origin: string) =>
    origins.some((wide) => wide === origin || origin.endsWith(wide.replace('*://*', '')));
  Object.assign(fakeBrowser.permissions, {
    getAll: async () => ({ origins, permissions: [] }),
    contains: async (asked: { origins: string[] }) => asked.origins.every(isAllowed),
  });
}

test('a permission and a setting that change together register each script once', async () => {
  const scripting = fakeScripting();
  Object.assign(fakeBrowser, { scripting });
  fakeGrant('*://*.own.test/*');
  await writeSetting('readingMode', 'chosen-sites');
  await writeSetting('chosenSites', ['own.test']);
  const both = await Promise.allSettled([syncContentScript(), syncContentScript()]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect([...scripting.registered.keys()].sort()).toEqual(['badges', 'coverage']);
});

test('the scripts follow the choice of sites, and are gone with it', async () => {
  const scripting = fakeScripting();
  Object.assign(fakeBrowser, { scripting });
  fakeGrant('*://*.own.test/*', '*://*.other.test/*');
  await writeSetting('readingMode', 'chosen-sites');
  const registeredFor = async (...sites: string[]) => {
    await writeSetting('chosenSites', sites);
    await syncContentScript();
    return [...scripting.registered.values()].map(({ js, matches }) => [...js, ...matches]);
  };
  expect(await registeredFor()).toEqual([]);
  const own = '*://*.own.test/*';
  expect(await registeredFor('own.test')).toEqual([
    ['/coverage.js', own],
    ['/badge-scout.js', own],
  ]);
  expect(await registeredFor('own.test', 'other.test')).toEqual([
    ['/coverage.js', own, '*://*.other.test/*'],
    ['/badge-scout.js', own, '*://*.other.test/*'],
  ]);
  expect(await registeredFor()).toEqual([]);
});

test('a registration that is as it should be is left alone, in whatever order the browser returns its sites', async () => {
  const scripting = fakeScripting();
  Object.assign(fakeBrowser, { scripting });
  fakeGrant('*://*.own.test/*', '*://*.other.test/*');
  await writeSettings({ readingMode: 'chosen-sites', chosenSites: ['own.test', 'other.test'] });
  await syncContentScript();
  for (const script of scripting.registered.values()) script.matches.reverse();
  await syncContentScript();
  expect(scripting.updates()).toBe(0);
  await writeSetting('chosenSites', ['own.test']);
  await syncContentScript();
  expect(scripting.updates()).toBe(2);
  expect(scripting.matches()).toEqual(['*://*.own.test/*']);
});

test('a chosen site whose parent domain is allowed is read automatically', async () => {
  const scripting = fakeScripting();
  Object.assign(fakeBrowser, { scripting });
  fakeGrant('*://*.own.test/*');
  await writeSetting('readingMode', 'chosen-sites');
  await writeSetting('chosenSites', ['news.own.test', 'other.test']);
  await syncContentScript();
  expect(scripting.matches()).toEqual(['*://*.news.own.test/*']);
});

test('a feed’s host that is allowed is not read automatically if access to every site was refused', async () => {
  const scripting = fakeScripting();
  Object.assign(fakeBrowser, { scripting });
  fakeGrant('https://www.else.test/*');
  await writeSetting('readingMode', 'every-site');
  await writeSetting('chosenSites', []);
  await syncContentScript();
  expect(scripting.matches()).toEqual([]);
});

test('of open tabs only those are looked at whose pages may be read by themselves', async () => {
  const injected: string[] = [];
  const executeScript = async ({ target, files }: { target: { tabId: number }; files: string[] }) => {
    injected.push(`${target.tabId} ${files[0]}`);
  };
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  const tabs = [
    { id: 1, url: 'https://own.test/' },
    { id: 2, url: 'https://off.test/' },
    { id: 3, url: 'https://plain.test/' },
    { id: 4 },
  ];
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(tabs as never);
  await writeSettings({ readingMode: 'every-site', sitesOff: ['off.test'], badgeSites: { 'plain.test': 'off' } });
  await lookAtOpenTabs();
  expect(injected.sort()).toEqual(['1 /badge-scout.js', '1 /coverage.js', '3 /coverage.js']);
});

test('open tabs have been looked at after a look that was not cut off, until a change or until the extension is disabled', async () => {
  const { session } = fakeBrowser.storage;
  await session.clear();
  const query = vi.spyOn(fakeBrowser.tabs, 'query').mockReturnValue(new Promise(() => {}) as never);
  void lookAtOpenTabs(); // never ends, like a worker that was stopped here
  await until(() => expect(query).toHaveBeenCalled());
  expect(await hasLookedAtTabs()).toBe(false);
  query.mockResolvedValue([] as never);
  await lookAtOpenTabs();
  expect(await hasLookedAtTabs()).toBe(true);
  await expectLook();
  expect(await hasLookedAtTabs()).toBe(false);
  await lookAtOpenTabs();
  await session.clear(); // as browsers do
  expect(await hasLookedAtTabs()).toBe(false);
});

test('a tab that never finishes loading blocks nothing', async () => {
  const injected: string[] = [];
  const executeScript = ({ target, files }: { target: { tabId: number }; files: string[] }) => {
    injected.push(`${target.tabId} ${files[0]}`);
    return new Promise(() => undefined);
  };
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  const tabs = [1, 2].map((id) => ({ id, url: `https://own.test/${id}` }));
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(tabs as never);
  await writeSetting('readingMode', 'every-site');
  await lookAtOpenTabs();
  await until(() =>
    expect(injected.sort()).toEqual(['1 /badge-scout.js', '1 /coverage.js', '2 /badge-scout.js', '2 /coverage.js']),
  );
});
