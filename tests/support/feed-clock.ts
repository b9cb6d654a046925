// Makes every feed due again, as if the polling interval had passed since its last poll.
import type { Page } from '@playwright/test';

export async function letFeedsBeDue(control: Page): Promise<void> {
  await control.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('parallax');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = opened.transaction('feeds', 'readwrite');
    const store = transaction.objectStore('feeds');
    const all = store.getAll();
    all.onsuccess = () => {
      for (const state of all.result) store.put({ ...state, nextPollAt: 0, lastAttemptAt: 0 });
    };
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = reject;
    });
    opened.close();
  });
}
