// The content script of every page that may be read: the gate alone. It changes nothing, and says nothing of most pages.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchGate } from '../../utils/page/watch-gate.ts';

// The worker registers it where the user allowed it, after parsing and deferred scripts, before images: late content is
// watched for anyway. No content script to WXT, whose wrapper is as large as the gate and tells the page of itself.
export default defineUnlistedScript(() => watchGate());
