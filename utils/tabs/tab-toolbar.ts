// Keeps each tab's toolbar button in line with its page's state and its site's switch.

import type { PageState } from '../tab-state.ts';
import { showInToolbar } from '../toolbar.ts';
import type { Tab } from './tab-pages.ts';
import { readConfirmedStory, readTabState } from './tab-states.ts';

export type TabToolbarDeps = {
  readonly findTab: (tabId: number) => Promise<Tab | null>;
  readonly listTabs: () => Promise<readonly Tab[]>;
  readonly isSiteOff: (url: string) => Promise<boolean>;
};

export type TabToolbar = { readonly renew: (tabId: number) => Promise<void>; readonly renewAll: () => Promise<void> };

export function createTabToolbar({ findTab, listTabs, isSiteOff }: TabToolbarDeps): TabToolbar {
  async function show(tab: Tab): Promise<void> {
    const [state, confirmed] = await Promise.all([readTabState(tab.id), readConfirmedStory(tab.id)]);
    const url = tab.url ?? state?.pageUrl ?? null;
    const isOn = url === null || !(await isSiteOff(url));
    await showInToolbar(tab.id, withConfirmed(state?.page ?? null, confirmed), isOn);
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

/** A story that was only possible is the page's own once the user has said so. */
function withConfirmed(page: PageState | null, confirmed: string | null): PageState | null {
  if (page?.status !== 'possible' || page.coverage.story.id !== confirmed) return page;
  return { ...page, status: 'covered' };
}
