// Keeps each tab's toolbar button in line with its page's state and its site's switch.

import { showInToolbar } from '../toolbar.ts';
import type { Tab } from './tab-pages.ts';
import { readShownState } from './tab-states.ts';

export type TabToolbarDeps = {
  readonly findTab: (tabId: number) => Promise<Tab | null>;
  readonly listTabs: () => Promise<readonly Tab[]>;
  readonly isSiteOff: (url: string) => Promise<boolean>;
};

export type TabToolbar = { readonly renew: (tabId: number) => Promise<void>; readonly renewAll: () => Promise<void> };

export function createTabToolbar({ findTab, listTabs, isSiteOff }: TabToolbarDeps): TabToolbar {
  async function show(tab: Tab): Promise<void> {
    const state = await readShownState(tab.id);
    const url = tab.url ?? state?.pageUrl ?? null;
    const isOn = url === null || !(await isSiteOff(url));
    await showInToolbar(tab.id, state?.page ?? null, isOn);
  }

  return {
    async renew(tabId) {
      const tab = await findTab(tabId);
      if (tab !== null) await show(tab);
    },
    async renewAll() {
      for (const tab of await listTabs()) await show(tab);
    },
  };
}
