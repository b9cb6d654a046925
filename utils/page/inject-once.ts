// Runs a content script once a document: a second injection asks the first to do its work again instead.
//
// The mark stands on the script's own global, which the page cannot see.
import { type ExtensionLink, openExtensionLink } from './extension-link.ts';
import { whenShown } from './when-shown.ts';

/** `start` returns how to do it again, whatever was told before. Nothing runs in frames, or without the extension. */
export function injectOnce(mark: string, start: (link: ExtensionLink) => () => void): void {
  if (globalThis.top !== globalThis.self) return;
  const again: unknown = Reflect.get(globalThis, mark);
  if (typeof again === 'function') {
    again();
    return;
  }
  const link = openExtensionLink();
  if (link !== null)
    Reflect.set(
      globalThis,
      mark,
      whenShown(() => start(link)),
    );
}
