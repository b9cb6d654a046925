// Notices when a page's script has replaced the loaded document: with `document.open`, which also removes all listeners
// from window and document, or with another root element.
import { rootOf } from './dom.ts';

/** After this many replacements we stop watching. */
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
