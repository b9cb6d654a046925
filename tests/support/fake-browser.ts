// Stands in for the browser's extension API in unit tests: storage, messages and tabs in memory.
import { fakeBrowser } from 'wxt/testing/fake-browser';

const { session } = fakeBrowser.storage;
/** Exists in browsers but not in the fake. */
Object.assign(session, { getKeys: async () => Object.keys(await session.get(null)) });

export default fakeBrowser;
