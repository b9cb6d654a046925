// What the finder hands on: a link to an article, and where its badge belongs.

export type StoryLink = {
  /** The element whose last text ends the headline: the badge goes after that text. */
  readonly anchor: Element;
  /** Null for the open article's own headline, which leads nowhere else. */
  readonly link: HTMLAnchorElement | null;
  /** Of the article, redirectors taken off, else as the page has it: the worker makes it canonical. */
  readonly address: string;
  /** The headline, white space collapsed. */
  readonly text: string;
};

export type FoundLink = StoryLink & { readonly link: HTMLAnchorElement };
