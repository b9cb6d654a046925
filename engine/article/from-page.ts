// Makes a probe of the article that a page shows, cleaned in the same way as articles of feeds, so that they can be compared.
import type { EpochMs, OutletId } from '../ids.ts';
import { LEAD_MAX, TITLE_MAX } from '../limits.ts';
import type { ArticleProbe } from '../ports.ts';
import type { ArticleKind } from '../schema.ts';
import { clipText, decideLanguage, type IdentifyLanguage, plausibleTime } from './article-text.ts';
import { canonicalizeUrl } from './canonical-url.ts';
import { findCredit, stripLeadCredit, stripTitleCredit } from './find-credit.ts';
import { stripSiteName } from './strip-site-name.ts';

/** An article as a page gives it, without markup. */
export type ReadPage = {
  readonly url: string;
  readonly title: string;
  readonly lead: string;
  readonly author: string | null;
  readonly siteName: string | null;
  readonly lang: string;
  readonly kind: ArticleKind;
  readonly publishedAt: number | null;
  readonly credit: string | null;
  readonly sourceUrl?: string | null;
};

export type PageSource = {
  readonly article: ReadPage;
  readonly outletId: OutletId;
  readonly now: EpochMs;
  readonly identifyLanguage: IdentifyLanguage;
};

/** `url` is the page's own address where it has no canonical one; matching by content needs none. */
export function toProbe({ article, outletId, now, identifyLanguage }: PageSource): ArticleProbe {
  const headline = stripSiteName(clipText(article.title, TITLE_MAX), [article.siteName]);
  const title = stripTitleCredit(headline);
  const text = clipText(article.lead, LEAD_MAX);
  const lead = stripLeadCredit(text);
  const url = canonicalizeUrl(article.url) ?? article.url;
  const sourceUrl = canonicalizeUrl(article.sourceUrl ?? '');
  return {
    url,
    outletId,
    title,
    lead,
    lang: decideLanguage(`${title}. ${lead}`, { labels: [article.lang], identifyLanguage }),
    kind: article.kind,
    publishedAt: plausibleTime(article.publishedAt, now),
    credit: findCredit({ title: headline, lead: text, author: article.author }) ?? cleanCredit(article.credit),
    sourceUrl: sourceUrl === url ? null : sourceUrl,
  };
}

function cleanCredit(credit: string | null): string | null {
  const text = clipText(credit ?? '', 80);
  return text === '' ? null : text;
}
