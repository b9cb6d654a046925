// What the finder hands on: a link to an article, and where its badge belongs.

export type StoryLink = {
  /** The element whose last text ends the headline: the badge goes after that text. */
  readonly anchor: Element;
  /** Null for the open article's own headline, which leads nowhere else. */
  readonly link: HTMLAnchorElement | null;
  /** Canonical address of the article, redirectors and tracking taken off. */
  readonly url: string;
  /** The headline, white space collapsed. */
  readonly text: string;
};
