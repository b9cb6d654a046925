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

if (typeof Document !== 'undefined') Object.assign(Document.prototype, { evaluate: findComponents });

/** The page in memory has no XPath: of components with a dash in their names, the only one that is asked for. */
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
