// Reads a page: what kind it is and, if it is one article, what it says of itself.
import { decideAuthor } from './author.ts';
import { decideCanonicalUrl } from './canonical.ts';
import { decideDates } from './dates.ts';
import { findMainArticle } from './find-main-thing.ts';
import { decideKind, isArticleKind } from './kind.ts';
import { decideLanguage } from './language.ts';
import { decideLead } from './lead.ts';
import { metaOf } from './meta.ts';
import { readPageFacts } from './page-facts.ts';
import type { PageReport } from './page-report.ts';
import { cutText, toPlainText } from './plain-text.ts';
import { decideTitle } from './title.ts';

/** In one go: for tests and measurements. */
export function readPage(document: Document, url: URL, now: number): PageReport {
  const steps = readPageInSteps(document, url, now);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Yields between steps of a few milliseconds at most. */
export function* readPageInSteps(document: Document, url: URL, now: number): Generator<void, PageReport> {
  const facts = yield* readPageFacts(document, url);
  const { meta, things, structure, documentTitle } = facts;
  const titles = [documentTitle, metaOf(meta, 'og:title'), ...structure.headings.map(({ text }) => text)];
  const thing = findMainArticle(things, { url, titles });
  const pageUrl = url.href;
  const { kind } = decideKind(facts, thing);
  if (!isArticleKind(kind)) return { type: 'not-article', pageUrl, kind };
  const publisher = thing?.publisher ?? '';
  const siteName = toPlainText(metaOf(meta, 'og:site_name', 'application-name') || publisher, 120);
  const title = decideTitle(facts, thing, siteName);
  const lead = decideLead(facts, thing, title);
  const { publishedAt, modifiedAt } = decideDates(facts, thing, now);
  const section = toPlainText(thing?.section || metaOf(meta, 'article:section', 'parsely-section', 'section'), 120);
  const article = {
    url: decideCanonicalUrl(facts, thing),
    title,
    lead,
    author: decideAuthor(facts, thing),
    section: section === '' ? null : section,
    siteName: siteName === '' ? null : cutText(siteName, 120),
    lang: decideLanguage(facts, thing, `${title} ${lead}`),
    kind,
    publishedAt,
    modifiedAt,
    credit: null,
    isPaywalled:
      things.some(({ isFree }) => isFree === false) ||
      /^(?:locked|metered|hybrid)$/.test(metaOf(meta, 'article:content_tier')),
  };
  return { type: 'article', pageUrl, article };
}
