// Looks at each page for a moment and asks the worker for the reader when the page may be an article; then it is done.
//
//   gate ── may be an article ─▶ ask for the reader, which takes over
//     └──── no ─▶ tell the kind, if it is worth telling ─▶ wait for another address ─▶ gate …
//
// It runs on every page of the allowed sites, so it weighs a twentieth of the reader and looks at a handful of elements.
import { endSignal } from './end-signal.ts';
import { type ExtensionLink, openExtensionLink } from './extension-link.ts';
import { gatePage } from './gate.ts';
import { injectOnce } from './inject-once.ts';
import { watchAddress } from './watch-address.ts';

export function watchGate(): void {
  injectOnce('__parallaxGate', openExtensionLink, startGate);
}

/** Returns how to have the page looked at again, whatever was told of it before. */
function startGate(link: ExtensionLink): () => void {
  const stop = new AbortController();
  let seen = '';

  function look({ isReturn }: { readonly isReturn: boolean }): void {
    if (!link.isAlive()) {
      endSignal(stop);
      return;
    }
    const url = new URL(location.href);
    // Behind "#/" is another page, behind any other fragment another part of the same.
    const address = url.hash === '' ? url.href : url.href.replace(/#(?!!?\/).*$/, '');
    if (address === seen && !isReturn) return;
    seen = address;
    const verdict = gatePage(document, url);
    if (verdict.pass) {
      endSignal(stop);
      link.tell('page/promising', { pageUrl: url.href });
    } else if (verdict.kind !== null) {
      link.tell('page/report', { type: 'not-article', pageUrl: url.href, kind: verdict.kind });
    }
  }

  watchAddress(look, stop.signal);
  look({ isReturn: false });
  return () => look({ isReturn: true });
}
