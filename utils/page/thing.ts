// One schema.org thing that a page declares, whatever the syntax (JSON-LD, microdata, RDFa): flat, plain, capped.

export type Thing = {
  /** Lower case, without the vocabulary's address. */
  readonly types: readonly string[];
  /** False for parts of something else: entries of a list, reviews of a product, posts of a live blog. */
  readonly isTop: boolean;
  readonly headline: string;
  /** Of a breadcrumb trail the name and address that it ends with. */
  readonly name: string;
  readonly url: string;
  readonly mainEntityOfPage: string;
  /** The address of what it was made from. */
  readonly basedOn: string;
  readonly datePublished: string;
  readonly dateModified: string;
  readonly dateCreated: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly section: string;
  /** All that it is filed under: sections and genres; of a breadcrumb trail its steps. */
  readonly labels: readonly string[];
  readonly lang: string;
  readonly description: string;
  /** The first characters of articleBody; many pages keep the whole text there. */
  readonly body: string;
  /** It says of itself that it is not free for everyone. */
  readonly isPaid: boolean;
};

/** "https://schema.org/NewsArticle" and "schema:NewsArticle" are both newsarticle. */
export function toTypeName(declared: string): string {
  return declared
    .slice(0, 100)
    .replace(/^.*[/#:]/, '')
    .trim()
    .toLowerCase();
}

/** Others than those that are called so: NewsArticle, TechArticle, AdvertiserContentArticle, … */
const ARTICLE_TYPES = new Set('blogposting liveblogposting report claimreview criticreview howto recipe'.split(' '));

export function isArticleType(type: string): boolean {
  return type.endsWith('article') || ARTICLE_TYPES.has(type);
}

export function isTrail({ types }: Thing): boolean {
  return types.includes('breadcrumblist');
}

export function isArticleThing(thing: Thing): boolean {
  return thing.types.some(isArticleType);
}
