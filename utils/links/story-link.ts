// What the finder hands on: a link to an article, and where its badge belongs.
import { canonicalizeUrl } from '../../engine/article/canonical-url.ts';

export type StoryLink = {
  /** The element whose last text ends the headline: the badge goes after that text. */
  readonly anchor: Element;
  /** Null for the open article's own headline, which leads nowhere else. */
  readonly link: HTMLAnchorElement | null;
  /**
   * Canonical address of the article, redirectors taken off; never longer than CANONICAL_URL_MAX. Found links make it
   * when it is first asked for: most are never scrolled to, and it costs more than finding them.
   */
  readonly url: string;
  /** The headline, white space collapsed. */
  readonly text: string;
};

export type FoundLink = StoryLink & {
  readonly link: HTMLAnchorElement;
  /** Where it leads, as the page has it: enough to tell targets apart. */
  readonly address: string;
};

export function createFoundLink(parts: Omit<FoundLink, 'url'>): FoundLink {
  let url: string | null = null;
  return {
    ...parts,
    get url() {
      url ??= canonicalizeUrl(parts.address) ?? parts.address;
      return url;
    },
  };
}
