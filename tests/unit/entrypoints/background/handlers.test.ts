// Answers of the worker that do not depend on the success of what comes before them.
import { expect, test, vi } from 'vitest';
import { err } from '../../../../engine/result.ts';
import type { WorkerDeps } from '../../../../entrypoints/background/deps.ts';
import { createHandlers } from '../../../../entrypoints/background/handlers.ts';

test('the server is asked again even if the browser forbids storage, and so no answer can be forgotten', async () => {
  const complain = vi.spyOn(console, 'error').mockReturnValue();
  const askAgain = vi.fn(async () => null);
  const forgetAnswers = async () => err({ reason: 'storage-forbidden' });
  const handlers = createHandlers({ desk: { forgetAnswers }, tabPages: { askAgain } } as unknown as WorkerDeps);
  await handlers['tab/ask-again']({ tabId: 7 }, {});
  expect(askAgain).toHaveBeenCalledOnce();
  complain.mockRestore();
});
