// Answers of the worker that do not depend on the success of what comes before them, or on what its tab shows meanwhile.
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { err } from '../../../../engine/result.ts';
import type { WorkerDeps } from '../../../../entrypoints/background/deps.ts';
import { createHandlers } from '../../../../entrypoints/background/handlers.ts';
import type { Tabs } from '../../../../utils/browser.ts';

test('the server is asked again even if the browser forbids storage, and so no answer can be forgotten', async () => {
  const complain = vi.spyOn(console, 'error').mockReturnValue();
  const askAgain = vi.fn(async () => null);
  const forgetAnswers = async () => err({ reason: 'storage-forbidden' });
  const handlers = createHandlers({ desk: { forgetAnswers }, tabPages: { askAgain } } as unknown as WorkerDeps);
  await handlers['tab/ask-again']({ tabId: 7 }, {});
  expect(askAgain).toHaveBeenCalledOnce();
  complain.mockRestore();
});

test.each([
  ['into that page, not into another to which its tab has gone', { documentId: 'D1' }, { documentIds: ['D1'] }],
  ['into its tab, in a browser that does not name documents', {}, {}],
])('the reader that a page requests is injected %s', async (_, named, target) => {
  const executeScript = vi.fn(async () => []);
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  const handlers = createHandlers({ tabPages: { onReading: async () => true } } as unknown as WorkerDeps);
  const tab = { id: 7, url: 'https://courier.test/', incognito: false } as Tabs.Tab;
  await handlers['page/promising']({ pageUrl: 'https://courier.test/' }, { tab, ...named });
  expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 7, ...target }, files: ['/reader.js'] });
});
