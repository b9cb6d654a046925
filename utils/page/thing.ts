// A schema.org Thing that a page declares in JSON-LD, microdata or RDFa: flat, in plain text, with capped lengths.

export type Thing = {
  /** In lower case, without the vocabulary's URL. */
  readonly types: readonly string[];
  /** False for parts of another Thing: entries of a list, reviews of a product, posts of a live blog. */
  readonly isTop: boolean;
  readonly headline: string;
  /** For a breadcrumb trail, `name` and `url` are those of its last step. */
  readonly name: string;
  readonly url: string;
  readonly mainEntityOfPage: string;
  /** isBasedOn: the address of the source that it was made from. */
  readonly basedOn: string;
  readonly datePublished: string;
  readonly dateModified: string;
  readonly dateCreated: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly section: string;
  /** Sections and genres. For a breadcrumb trail, the names of its steps. */
  readonly labels: readonly string[];
  readonly lang: string;
  readonly description: string;
  /** The beginning of articleBody, where many pages put the whole text. */
  readonly body: string;
  /** Declares that it, or a part of it, is not free for everyone. */
  readonly isPaid: boolean;
};

/** "https://schema.org/NewsArticle" and "schema:NewsArticle" both become "newsarticle". */
export function toTypeName(declared: string): string {
  return declared
    .slice(0, 100)
    .replace(/^.*[/#:]/, '')
    .trim()
    .toLowerCase();
}

/** Types of articles whose name does not end in "article", as NewsArticle and TechArticle do. */
const ARTICLE_TYPES = new Set('blogposting liveblogposting report claimreview criticreview howto recipe'.split(' '));

function isArticleType(type: string): boolean {
  return type.endsWith('article') || ARTICLE_TYPES.has(type);
}

export function isTrail({ types }: Thing): boolean {
  return types.includes('breadcrumblist');
}

export function isArticleThing(thing: Thing): boolean {
  return thing.types.some(isArticleType);
}
