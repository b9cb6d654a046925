// What the finder hands on: a link to an article, and where its badge belongs.
import { canonicalizeUrl } from '../../engine/article/canonical-url.ts';

export type StoryLink = {
  /** The element whose last text ends the headline: the badge goes after that text. */
  readonly anchor: Element;
  /** Null for the open article's own headline, which leads nowhere else. */
  readonly link: HTMLAnchorElement | null;
  /** Where it leads, redirectors taken off. */
  readonly address: string;
  /** The address in canonical form, made when it is first asked for: links far down the page never are. */
  readonly url: string;
  /** The headline, white space collapsed. */
  readonly text: string;
};

export function createStoryLink(parts: Omit<StoryLink, 'url'>): StoryLink {
  let url: string | null = null;
  return {
    ...parts,
    get url() {
      url ??= canonicalizeUrl(parts.address) ?? parts.address;
      return url;
    },
  };
}
