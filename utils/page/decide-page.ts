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
import type { PageFacts } from './page-facts.ts';
import type { PageMarks } from './page-marks.ts';
import type { PageArticle, PageReport } from './page-report.ts';
import { isPaywalled } from './paywall.ts';
import { cutText, toPlainText } from './plain-text.ts';
import type { Weighing } from './scale.ts';
import { decideSourceUrl } from './source-url.ts';
import type { Thing } from './thing.ts';
import { decideTitle } from './title.ts';
import type { VisibleDates } from './visible-dates.ts';
import { isInDoubt, weighCloserLook, weighPage } from './weigh-page.ts';

/** Further looks at the document. Dates and bylines are remembered; many pages need none of the three. */
export type PageLooks = {
  marks(): Generator<void, PageMarks>;
  dates(): VisibleDates;
  bylines(): readonly string[];
};

export type PageDecision = { readonly report: PageReport; readonly weighed: Weighing };

/** `isSaidArticle`: the user said that the page is an article, which overrides the evidence. `now` is in epoch ms. */
export type PageReading = { readonly now: number; readonly isSaidArticle: boolean };

export function* decidePage(
  facts: PageFacts,
  looks: PageLooks,
  { now, isSaidArticle }: PageReading,
): Generator<void, PageDecision> {
  const pageUrl = facts.url.href;
  const thing = findMainArticle(facts);
  const first = weighPage(facts, thing);
  const marks = isInDoubt(first) ? yield* looks.marks() : null;
  const weighed =
    marks === null
      ? first
      : weighCloserLook(first, facts, thing, {
          marks,
          daysSeen: countDaysSeen(looks.dates(), facts.declaredLang, now),
          hasByline: looks.bylines().length > 0,
        });
  yield;
  const article = isSaidArticle || isOneArticle(weighed) ? decideArticle(facts, thing, looks, now) : null;
  // Without a headline or a lead there is nothing to compare or show.
  if (article === null || article.title === '') {
    return { report: { type: 'not-article', pageUrl, kind: nameOtherKind(facts, marks) }, weighed };
  }
  return { report: { type: 'article', pageUrl, article }, weighed };
}

/** An article without a headline gets this many characters of its lead as title. */
const FIRST_WORDS = 100;

function decideArticle(read: PageFacts, thing: Thing | null, looks: PageLooks, now: number): PageArticle {
  const facts = { ...read, things: withoutOthers(read, thing) };
  const { meta } = facts;
  const siteName = toPlainText(metaOf(meta, 'og:site_name', 'application-name') || (thing?.publisher ?? ''), 120);
  const section = toPlainText(thing?.section || metaOf(meta, ...SECTION_NAMES), 120);
  const headline = decideTitle(facts, thing, siteName);
  const lead = decideLead(facts, thing, headline);
  const title = headline || cutText(lead, FIRST_WORDS);
  const author = decideAuthor(facts, thing, { siteName, bylines: looks.bylines, near: () => looks.dates().near, lead });
  return {
    url: decideCanonicalUrl(facts, thing),
    title,
    lead,
    author,
    section: section === '' ? null : section,
    siteName: siteName === '' ? null : siteName,
    lang: decideLanguage(facts, thing, `${title} ${lead}`),
    kind: nameArticleKind(facts, thing, headline),
    ...decideDates(facts, thing, looks.dates, now),
    credit: findFootCredit(facts),
    sourceUrl: decideSourceUrl(facts, thing),
    isPaywalled: isPaywalled(facts),
  };
}
