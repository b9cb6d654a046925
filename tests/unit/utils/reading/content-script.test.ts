// The registration of the content scripts, when several changes ask for it at once.
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lookAtOpenTabs, syncContentScript } from '../../../../utils/reading/content-script.ts';
import { writeSetting } from '../../../../utils/settings.ts';

/** As browsers do: an id that is registered already is refused. */
function fakeScripting() {
  const registered = new Set<string>();
  let matches: readonly string[] = [];
  return {
    registered,
    matches: () => matches,
    getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
      ids.filter((id) => registered.has(id)).map((id) => ({ id })),
    registerContentScripts: async (scripts: { id: string; matches: string[] }[]) => {
      await Promise.resolve();
      for (const { id, ...script } of scripts) {
        if (registered.has(id)) throw new Error(`Duplicate script ID '${id}'`);
        registered.add(id);
        matches = script.matches;
      }
    },
    updateContentScripts: async () => undefined,
    unregisterContentScripts: async () => undefined,
  };
}

/** As Firefox does: what a wider grant allows already is no grant of its own. */
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
  expect([...scripting.registered].sort()).toEqual(['badges', 'coverage']);
});

test('a chosen site whose parent domain is allowed is read by itself', async () => {
  const scripting = fakeScripting();
  Object.assign(fakeBrowser, { scripting });
  fakeGrant('*://*.own.test/*');
  await writeSetting('readingMode', 'chosen-sites');
  await writeSetting('chosenSites', ['news.own.test', 'other.test']);
  await syncContentScript();
  expect(scripting.matches()).toEqual(['*://*.news.own.test/*']);
});

test('a feed’s host that is allowed is not read by itself, where every site was refused', async () => {
  const scripting = fakeScripting();
  Object.assign(fakeBrowser, { scripting });
  fakeGrant('https://www.else.test/*');
  await writeSetting('readingMode', 'every-site');
  await writeSetting('chosenSites', []);
  await syncContentScript();
  expect(scripting.matches()).toEqual([]);
});

test('a tab that never finishes loading keeps no other tab from being looked at', async () => {
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
  void lookAtOpenTabs();
  await vi.waitFor(() =>
    expect(injected.sort()).toEqual(['1 /badges.js', '1 /coverage.js', '2 /badges.js', '2 /coverage.js']),
  );
});
