// The reader of articles: the worker adds it to pages that passed the gate, and to the page on whose tab the user clicked.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchPage } from '../../utils/page/watch-page.ts';

export default defineContentScript({
  registration: 'runtime',
  allFrames: false,
  // The page is told nothing of this script.
  noScriptStartedPostMessage: true,
  main() {
    watchPage();
  },
});
