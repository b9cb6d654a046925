// The content script of pages that may have badges: it finds links and asks for them, and changes nothing in the page.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchBadges } from '../../utils/badges/watch-badges.ts';

export default defineContentScript({
  // The worker registers it where badges are wanted and pages may be read.
  registration: 'runtime',
  allFrames: false,
  // The page is told nothing of this script.
  noScriptStartedPostMessage: true,
  runAt: 'document_idle',
  main() {
    watchBadges();
  },
});
