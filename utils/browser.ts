// The one door to the browser's extension API: the same promise-based `browser` in Chromium and Firefox.
//
// The content script does not come through here: it needs one call only, and the polyfill would cost it 10 kB.
import browser from 'webextension-polyfill';

export type { Permissions, Runtime, Scripting, Tabs } from 'webextension-polyfill';
export { browser };
