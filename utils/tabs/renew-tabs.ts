// Renews the answers of open tabs after more coverage has come in, or settings have changed.
import { reportFailure } from '../report-failure.ts';
import type { Tab, TabPagesDeps } from './tab-pages-deps.ts';

export type RenewTabs = (isConcerned?: (tab: Tab) => Promise<boolean>) => Promise<void>;

type RenewalParts = {
  readonly listTabs: TabPagesDeps['listTabs'];
  readonly renewTab: (tab: Tab) => Promise<void>;
};

const RENEWED_AT_ONCE = 4; // a server is asked little at once

export function createRenewal({ listTabs, renewTab }: RenewalParts): RenewTabs {
  return async (isConcerned = async () => true) => {
    const tabs = (await listTabs()).values();
    // Each takes the next that is left: one page that waits for its answer does not hold up all others.
    const work = async () => {
      for (const tab of tabs) {
        if (!(await isConcerned(tab))) continue;
        await renewTab(tab).catch((cause: unknown) => reportFailure('renewing a tab', cause));
      }
    };
    await Promise.all(Array.from({ length: RENEWED_AT_ONCE }, work));
  };
}
