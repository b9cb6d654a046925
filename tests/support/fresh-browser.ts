// Each unit test starts with a browser that remembers nothing of the one before.
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSerialQueue } from '../../utils/serial-queue.ts';

/** Older Nodes and the page in memory have no locks; all tests ask for one and the same. */
const inTurn = createSerialQueue();
Object.defineProperty(navigator, 'locks', {
  configurable: true,
  value: { request: <Value>(_name: string, task: () => Promise<Value>) => inTurn(task) },
});

beforeEach(() => {
  fakeBrowser.reset();
});
