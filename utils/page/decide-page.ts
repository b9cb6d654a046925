// Decides from the gathered facts what a page is and what its article says. Looks at the document again only if needed.
import { decideAuthor } from './author.ts';
import { decideCanonicalUrl } from './canonical.ts';
import { countDaysSeen, decideDates } from './dates.ts';
import { findMainArticle, withoutOthers } from './find-main-article.ts';
import { findFootCredit } from './foot-credit.ts';
import { isOneArticle, nameArticleKind, nameOtherKind } from './kind.ts';
import { decideLanguage } from './language.ts';
import { decideLead } from './lead.ts';
import { metaOf, SECTION_NAMES } from './meta.ts';
import type { PageEvidence, PageFacts } from './page-facts.ts';
import type { PageMarks } from './page-marks.ts';
import type { PageArticle, PageReport } from './page-report.ts';
import { isPaywalled } from './paywall.ts';
import { cutText, toPlainText } from './plain-text.ts';
import { decideSourceUrl } from './source-url.ts';
import { decideTitle } from './title.ts';
import type { VisibleDates } from './visible-dates.ts';
import { isInDoubt, weighCloserLook, weighPage } from './weigh-page.ts';

/** Further looks at the document. Dates and bylines are remembered; many pages need none of the three. */
export type PageLooks = {
  marks(): Generator<void, PageMarks>;
  dates(): VisibleDates;
  bylines(): readonly string[];
};

export type PageReading = {
  readonly url: URL;
  /** In epoch ms. */
  readonly now: number;
  /** The user said that the page is an article, which overrides the evidence. */
  readonly isSaidArticle: boolean;
};

type DecisionInput = Omit<PageReading, 'url'> & { readonly looks: PageLooks };

export function* decidePage(
  facts: PageFacts,
  { looks, now, isSaidArticle }: DecisionInput,
): Generator<void, PageReport> {
  const pageUrl = facts.url.href;
  const page = { ...facts, main: findMainArticle(facts) };
  const first = weighPage(page);
  const marks = isInDoubt(first) ? yield* looks.marks() : null;
  const weighed =
    marks === null
      ? first
      : weighCloserLook(first, {
          page,
          marks,
          daysSeen: countDaysSeen(looks.dates(), { now, lang: facts.declaredLang }),
          hasByline: looks.bylines().length > 0,
        });
  yield;
  const article = isSaidArticle || isOneArticle(weighed) ? decideArticle(page, { looks, now }) : null;
  // Without a headline or a lead there is nothing to compare or show.
  if (article === null || article.title === '') {
    return { type: 'not-article', pageUrl, kind: nameOtherKind(facts, marks) };
  }
  return { type: 'article', pageUrl, article };
}

/** An article without a headline gets this many characters of its lead as title. */
const FIRST_WORDS = 100;

function decideArticle(evidence: PageEvidence, { looks, now }: Omit<DecisionInput, 'isSaidArticle'>): PageArticle {
  const page = { ...evidence, things: withoutOthers(evidence) };
  const { meta, main } = page;
  const siteName = toPlainText(metaOf(meta, 'og:site_name', 'application-name') || (main?.publisher ?? ''), 120);
  const section = toPlainText(main?.section || metaOf(meta, ...SECTION_NAMES), 120);
  const headline = decideTitle(page, siteName);
  const lead = decideLead(page, headline);
  const title = headline || cutText(lead, FIRST_WORDS);
  const author = decideAuthor(page, { siteName, bylines: looks.bylines, near: () => looks.dates().near, lead });
  return {
    url: decideCanonicalUrl(page),
    title,
    lead,
    author,
    section: section === '' ? null : section,
    siteName: siteName === '' ? null : siteName,
    lang: decideLanguage(page, `${title} ${lead}`),
    kind: nameArticleKind(page, headline),
    ...decideDates(page, { look: looks.dates, now }),
    credit: findFootCredit(page),
    sourceUrl: decideSourceUrl(page),
    isPaywalled: isPaywalled(page),
  };
}
