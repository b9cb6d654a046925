// Keeps each tab's toolbar button in line with its page's state and its site's switch.
import { reportFailure } from '../report-failure.ts';
import { isSamePage } from '../same-page.ts';
import { showInToolbar } from '../toolbar.ts';
import type { Tab } from './tab-pages-deps.ts';
import { readShownState } from './tab-states.ts';

export type TabToolbarDeps = {
  readonly findTab: (tabId: number) => Promise<Tab | null>;
  readonly listTabs: () => Promise<readonly Tab[]>;
  readonly isSiteOff: (url: string) => Promise<boolean>;
};

export type TabToolbar = { readonly renew: (tabId: number) => Promise<void>; readonly renewAll: () => Promise<void> };

export function createTabToolbar({ findTab, listTabs, isSiteOff }: TabToolbarDeps): TabToolbar {
  async function show(tab: Tab): Promise<void> {
    const known = await readShownState(tab.id);
    // A page may be given up, or answered, after the tab has left it.
    const state = known !== null && (tab.url === null || isSamePage(known.pageUrl, tab.url)) ? known : null;
    const url = tab.url ?? state?.pageUrl ?? null;
    const isOn = url === null || !(await isSiteOff(url));
    await showInToolbar(tab.id, { page: state?.page ?? null, isOn });
  }

  const underWay = new Map<number, Promise<void>>();
  const following = new Map<number, Promise<void>>();

  /** A page may change its title many times a second: all calls while a button is being drawn share one more drawing. */
  function renew(tabId: number): Promise<void> {
    const current = underWay.get(tabId);
    if (current === undefined) {
      const drawing = draw(tabId).finally(() => underWay.delete(tabId));
      underWay.set(tabId, drawing);
      return drawing;
    }
    const next =
      following.get(tabId) ??
      current
        .catch(() => undefined)
        .then(() => {
          following.delete(tabId);
          return renew(tabId);
        });
    following.set(tabId, next);
    return next;
  }

  async function draw(tabId: number): Promise<void> {
    const tab = await findTab(tabId);
    if (tab !== null) await show(tab);
  }

  return {
    renew,
    async renewAll() {
      for (const { id } of await listTabs()) {
        // One button that cannot be drawn must not stop the others.
        await renew(id).catch((cause: unknown) => reportFailure('the toolbar button', cause));
      }
    },
  };
}
