// The content script of every page that may be read: only the gate. It does not change the page, and reports few pages.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchGate } from '../../utils/page/watch-gate.ts';

// Registered by the worker where the user allowed it, to run after parsing and deferred scripts but before images: later
// content is observed anyway. Not a WXT content script, whose wrapper is as large as the gate and detectable by the page.
export default defineUnlistedScript(() => watchGate());
