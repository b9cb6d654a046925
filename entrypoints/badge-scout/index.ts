// The content script of pages that may have badges: it asks the worker whether there is anything to find. It does not change the page.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { scoutPage } from '../../utils/badges/scout-page.ts';

// The worker registers it where badges are wanted and pages may be read.
export default defineUnlistedScript(() => scoutPage());
