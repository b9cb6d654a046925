// Renews the coverage of open tabs after new articles have come in, or settings have changed.
import { reportFailure } from '../report-failure.ts';
import type { Tab, TabPagesDeps } from './tab-pages-deps.ts';

export type RenewTabs = (isConcerned?: (tab: Tab) => Promise<boolean>) => Promise<void>;

type RenewalParts = {
  readonly listTabs: TabPagesDeps['listTabs'];
  readonly renewTab: (tab: Tab) => Promise<void>;
};

const RENEWED_AT_ONCE = 4; // so that a server gets few requests at once

export function createRenewal({ listTabs, renewTab }: RenewalParts): RenewTabs {
  return async (isConcerned = async () => true) => {
    const tabs = (await listTabs()).values();
    // Workers share one iterator, so that a page that waits for its answer does not hold up the others.
    const work = async () => {
      for (const tab of tabs) {
        if (!(await isConcerned(tab))) continue;
        await renewTab(tab).catch((cause: unknown) => reportFailure('renewing a tab', cause));
      }
    };
    await Promise.all(Array.from({ length: RENEWED_AT_ONCE }, work));
  };
}
