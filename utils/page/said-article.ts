// Remembers that the user called the page an article. The mark is on the content scripts' own global object, which the
// page cannot see. It holds for the present address until the document is unloaded.
const MARK = '__parallaxSaidArticle';

/** Injected into the page by the worker as source text, so it must not refer to anything outside of itself. */
export function sayArticle(mark: string): void {
  Reflect.set(globalThis, mark, location.href.split('#')[0]);
}

export const SAY_ARTICLE_ARGS: [string] = [MARK];

export function isSaidArticle(url: URL): boolean {
  return Reflect.get(globalThis, MARK) === url.href.split('#')[0];
}
