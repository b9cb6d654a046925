// Takes a brief look at each page and asks the worker for the reader if the page may be an article. Then it is done.
//
//   gate ── may be an article ─▶ ask for the reader, which takes over; if it has not come when the page returns: gate …
//     └──── no ─▶ report the kind, unless the page is private ─▶ wait for another address ─▶ gate …
//
// It runs on every page of the allowed sites, so it has a fifteenth of the reader's size and looks at a few elements.
import { endSignal } from './end-signal.ts';
import { type ExtensionLink, openExtensionLink } from './extension-link.ts';
import { gatePage } from './gate.ts';
import { injectOnce, isInjected } from './inject-once.ts';
import { watchAddress } from './watch-address.ts';
import { watchReturn } from './watch-return.ts';

export function watchGate(): void {
  injectOnce('__parallaxGate', { open: openExtensionLink, start: startGate });
}

/** Returns a function that looks at the page again, whatever was reported before. */
function startGate(link: ExtensionLink): () => void {
  const stop = new AbortController();
  let waiting: AbortController | null = null;
  let seen = '';

  function look({ isReturn }: { readonly isReturn: boolean }): void {
    if (!link.isAlive()) {
      endSignal(stop);
      endSignal(waiting);
      return;
    }
    const url = new URL(location.href);
    // "#/…" is another page, any other fragment is a place on the same page.
    const address = url.hash === '' ? url.href : url.href.replace(/#(?!!?\/).*$/, '');
    if (address === seen && !isReturn) return;
    seen = address;
    const verdict = gatePage(document, url);
    if (verdict.pass) {
      endSignal(stop);
      link.tell('page/promising', { pageUrl: url.href });
      waiting ??= waitForReader();
    } else if (verdict.kind !== null) {
      link.tell('page/report', { type: 'not-article', pageUrl: url.href, kind: verdict.kind });
    }
  }

  /** If the page is left before the reader comes, it may return from the back/forward cache without one. */
  function waitForReader(): AbortController {
    const wait = new AbortController();
    watchReturn(() => {
      if (isInjected('__parallaxReadAgain')) endSignal(wait);
      else look({ isReturn: true });
    }, wait.signal);
    return wait;
  }

  watchAddress(look, stop.signal);
  look({ isReturn: false });
  return () => look({ isReturn: true });
}
