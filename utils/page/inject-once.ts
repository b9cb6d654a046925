// Runs a content script once a document: a second injection asks the first to do its work again instead.
//
// The mark stands on the script's own global, which the page cannot see.
import { whenShown } from './when-shown.ts';

/**
 * `open` gives the line to the worker, null without the extension; `start` returns how to do it again, whatever was told
 * before. Nothing runs in frames, or without the extension.
 */
export function injectOnce<Line>(mark: string, open: () => Line | null, start: (line: Line) => () => void): void {
  if (globalThis.top !== globalThis.self) return;
  const again: unknown = Reflect.get(globalThis, mark);
  if (typeof again === 'function') {
    again();
    return;
  }
  const line = open();
  if (line !== null)
    Reflect.set(
      globalThis,
      mark,
      whenShown(() => start(line)),
    );
}
