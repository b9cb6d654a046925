// The result of finding links: a link to an article, and where its badge goes.

export type StoryLink = {
  /** The element whose last text ends the headline: the badge goes after that text. */
  readonly anchor: Element;
  /** Null for the open article's own headline, which leads nowhere. */
  readonly link: HTMLAnchorElement | null;
  /** The article's address, without redirectors but otherwise as in the page: the worker makes it canonical. */
  readonly address: string;
  /** The headline, with white space collapsed. */
  readonly text: string;
};

export type FoundLink = StoryLink & { readonly link: HTMLAnchorElement };
