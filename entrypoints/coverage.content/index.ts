// The content script: reads the page in front of the user when it is an article, and tells the worker. It changes nothing.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchPage } from '../../utils/page/watch-page.ts';

export default defineContentScript({
  // The worker registers it where the user allowed it; a pattern here would become a host permission asked at install.
  registration: 'runtime',
  allFrames: false,
  // After parsing and deferred scripts, before images: late content is watched for anyway.
  runAt: 'document_idle',
  main() {
    watchPage();
  },
});
