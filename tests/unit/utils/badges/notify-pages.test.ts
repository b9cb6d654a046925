// Which pages are notified that their badges have changed, and that none of them delays the others.
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { notifyAllPages } from '../../../../utils/badges/notify-pages.ts';

/** As in browsers: a tab whose host is not allowed has no visible address, and no pattern finds it. */
function openTabs(urls: readonly (string | undefined)[]) {
  const tabs = urls.map((url, index) => ({ id: index + 1, url }));
  const query = async ({ url }: { url?: string }) => tabs.filter((tab) => url === undefined || tab.url !== undefined);
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(query as never);
  const told: number[] = [];
  const send = (tabId: number) => {
    told.push(tabId);
    return tabId === 1 ? new Promise(() => undefined) : Promise.reject(new Error('Receiving end does not exist.'));
  };
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(send as never);
  return told;
}

it('includes pages whose permission was revoked while they were open', async () => {
  const told = openTabs(['https://one.test/', undefined]);
  await notifyAllPages();
  expect(told).toEqual([1, 2]);
});
