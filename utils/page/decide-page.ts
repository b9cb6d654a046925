// Decides from the gathered facts alone what a page is and what its article says; no document is needed any more.
import { findCredit } from '../../engine/article/find-credit.ts';
import { decideAuthor } from './author.ts';
import { decideCanonicalUrl } from './canonical.ts';
import { decideDates } from './dates.ts';
import { findMainArticle } from './find-main-thing.ts';
import { decideKind, isArticleKind, type KindVerdict } from './kind.ts';
import { decideLanguage } from './language.ts';
import { decideLead } from './lead.ts';
import { metaOf } from './meta.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageReport } from './page-report.ts';
import { isPaywalled } from './paywall.ts';
import { cutText, toPlainText } from './plain-text.ts';
import { decideTitle } from './title.ts';

export type PageDecision = { readonly report: PageReport; readonly verdict: KindVerdict };

export function decideFromFacts(facts: PageFacts, now: number): PageDecision {
  const { url, meta, things, structure, documentTitle } = facts;
  const pageUrl = url.href;
  const titles = [documentTitle, metaOf(meta, 'og:title'), ...structure.headings.map(({ text }) => text)];
  const thing = findMainArticle(things, { url, titles });
  const verdict = decideKind(facts, thing);
  const { kind } = verdict;
  if (!isArticleKind(kind)) return { report: { type: 'not-article', pageUrl, kind }, verdict };
  const siteName = toPlainText(metaOf(meta, 'og:site_name', 'application-name') || (thing?.publisher ?? ''), 120);
  const title = decideTitle(facts, thing, siteName);
  const lead = decideLead(facts, thing, title);
  const section = toPlainText(thing?.section || metaOf(meta, 'article:section', 'parsely-section', 'section'), 120);
  const author = decideAuthor(facts, thing, siteName);
  const article = {
    url: decideCanonicalUrl(facts, thing),
    title,
    lead,
    author,
    section: section === '' ? null : section,
    siteName: siteName === '' ? null : cutText(siteName, 120),
    lang: decideLanguage(facts, thing, `${title} ${lead}`),
    kind,
    ...decideDates(facts, thing, now),
    credit: decideCredit(facts, { title, lead, author }),
    isPaywalled: isPaywalled(facts),
  };
  return { report: { type: 'article', pageUrl, article }, verdict };
}

/** Agencies are credited at the head, which is in the lead, or after the last word, which is not. */
function decideCredit(
  { structure }: PageFacts,
  text: { title: string; lead: string; author: string | null },
): string | null {
  const last = structure.body.at(-1)?.text ?? '';
  return findCredit(text) ?? findCredit({ title: '', lead: last.slice(-200) });
}
