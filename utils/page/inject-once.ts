// Runs a content script once per document. A second injection makes the first one do its work again.
//
// The mark is a property of the content scripts' own global object, which the page cannot see.
import { whenShown } from './when-shown.ts';

type Mark = '__parallaxGate' | '__parallaxReadAgain' | '__parallaxScout' | '__parallaxBadges';

type Script<Line> = {
  /** Connects to the worker. Returns null if the extension is gone. */
  readonly open: () => Line | null;
  /** Begins the work. Returns a function that repeats it, even if nothing has changed. */
  readonly start: (line: Line) => () => void;
};

/** Nothing runs in frames. */
export function injectOnce<Line>(mark: Mark, { open, start }: Script<Line>): void {
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

export function isInjected(mark: Mark): boolean {
  return typeof Reflect.get(globalThis, mark) === 'function';
}
