// The user's word that a page is one article. It is left on the content scripts' own global, which the page cannot see,
// and holds for this address until the document goes.
const MARK = '__parallaxSaidArticle';

/** Put into the page by the worker, so it stands by itself. */
export function sayArticle(mark: string): void {
  Reflect.set(globalThis, mark, location.href.split('#')[0]);
}

export const SAY_ARTICLE_ARGS: [string] = [MARK];

export function isSaidArticle(url: URL): boolean {
  return Reflect.get(globalThis, MARK) === url.href.split('#')[0];
}
