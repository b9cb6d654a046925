// The only import of the browser's extension API: the same promise-based `browser` in Chromium and Firefox.
//
// The content script does not use it: it needs a single call, and the polyfill would add 10 kB.
import browser from 'webextension-polyfill';

export type { Permissions, Runtime, Scripting, Tabs } from 'webextension-polyfill';
export { browser };
