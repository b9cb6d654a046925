// What the content script tells the worker about a page; types only, because the content script carries no validator.
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

/** An article as its page gives it; every text is plain, times are epoch milliseconds. */
export type PageArticle = {
  /** The worker makes it canonical. */
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
  readonly credit: string | null;
  /** The address of the article that the page names as its source. */
  readonly sourceUrl: string | null;
  readonly isPaywalled: boolean;
};

export type PageReport =
  | { readonly type: 'article'; readonly pageUrl: string; readonly article: PageArticle }
  | { readonly type: 'not-article'; readonly pageUrl: string; readonly kind: Exclude<PageKind, ArticleKind> };
