// Gives each unit test a browser without anything stored by the test before.
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSerialQueue } from '../../utils/serial-queue.ts';

/** Older Node versions and happy-dom lack the Web Locks API; all tests use one and the same lock. */
const inTurn = createSerialQueue();
Object.defineProperty(navigator, 'locks', {
  configurable: true,
  value: { request: <Value>(_name: string, task: () => Promise<Value>) => inTurn(task) },
});

if (typeof Document !== 'undefined') Object.assign(Document.prototype, { evaluate: findComponents });

/** happy-dom lacks XPath, which is used for a single expression: elements with a dash in their names. */
function findComponents(path: string, from: Element | Document): Pick<XPathResult, 'snapshotLength' | 'snapshotItem'> {
  const isAfter = path.startsWith('following');
  const scope = isAfter ? (from.getRootNode() as ParentNode) : from;
  const own = scope instanceof Element ? [scope] : [];
  const found = [...own, ...scope.querySelectorAll('*')].filter(
    (element) => element.localName.includes('-') && !(isAfter && from.contains(element)),
  );
  return { snapshotLength: found.length, snapshotItem: (at) => found[at] ?? null };
}

beforeEach(() => {
  fakeBrowser.reset();
});
