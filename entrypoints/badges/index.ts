// The content script of pages that may have badges: it finds links and asks for them, and changes nothing in the page.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchBadges } from '../../utils/badges/watch-badges.ts';

// The worker registers it where badges are wanted and pages may be read.
export default defineUnlistedScript(() => watchBadges());
