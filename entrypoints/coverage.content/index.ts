// The content script of every page that may be read: the gate alone. It changes nothing, and says nothing of most pages.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchGate } from '../../utils/page/watch-gate.ts';

export default defineContentScript({
  // The worker registers it where the user allowed it; a pattern here would become a host permission asked at install.
  registration: 'runtime',
  allFrames: false,
  // The page is told nothing of this script.
  noScriptStartedPostMessage: true,
  // After parsing and deferred scripts, before images: late content is watched for anyway.
  runAt: 'document_idle',
  main() {
    watchGate();
  },
});
