// Tells when a page's script has put another document in place of the one that was loaded: by `document.open`, which takes
// all listeners off window and document too, or as another root element.
import { rootOf } from './dom.ts';

/** A page that replaces itself again and again has won. */
const REPLACED_MAX = 20;

export function watchRoot(onReplaced: () => void, signal: AbortSignal): void {
  let root = rootOf(document);
  let replaced = 0;
  const observer = new MutationObserver(() => {
    const now = rootOf(document);
    if (now === null || now === root) return;
    root = now;
    replaced += 1;
    if (replaced >= REPLACED_MAX) observer.disconnect();
    onReplaced();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
