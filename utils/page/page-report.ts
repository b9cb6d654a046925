// What the content script reports to the worker about a page. Types only: the worker validates the message.
import type { ArticleKind } from '../../engine/schema.ts';

export type PageKind =
  | ArticleKind
  | 'front'
  | 'section'
  | 'search'
  | 'product'
  | 'forum'
  | 'docs'
  | 'stub'
  | 'error'
  | 'other';

/** An article as read from its page. Texts are plain, times are epoch milliseconds. */
export type PageArticle = {
  /** Declared by the page or from the address bar. The worker makes it canonical. */
  readonly url: string;
  readonly title: string;
  readonly lead: string;
  readonly author: string | null;
  readonly section: string | null;
  readonly siteName: string | null;
  readonly lang: string;
  readonly kind: ArticleKind;
  readonly publishedAt: number | null;
  readonly modifiedAt: number | null;
  /** The agency credited at the end of the text (foot-credit.ts). */
  readonly credit: string | null;
  /** The address of the article that the page names as its source. */
  readonly sourceUrl: string | null;
  readonly isPaywalled: boolean;
};

export type PageReport =
  | { readonly type: 'article'; readonly pageUrl: string; readonly article: PageArticle }
  | { readonly type: 'not-article'; readonly pageUrl: string; readonly kind: Exclude<PageKind, ArticleKind> };
