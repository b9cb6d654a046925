// Everything shown about a story, computed from its articles, whatever their order.
import { listOtherWordings } from '../article/rename-article.ts';
import type { StoryId } from '../ids.ts';
import type { OutletRater } from '../outlet/outlet-rater.ts';
import {
  COVERAGE_ARTICLES_MAX,
  type Coverage,
  type CoverageArticle,
  type RatedOutlet,
  type StorySummary,
} from '../schema.ts';
import { ENGINE_VERSION } from '../version.ts';
import { type Baseline, BLINDSPOT_THRESHOLDS, type BlindspotThresholds, findBlindspots } from './blindspot.ts';
import { computeCountryFacet, computeFactualityFacet, computeLanguageFacet, computeOwnershipFacet } from './facets.ts';
import { findOriginals } from './find-originals.ts';
import { findFirstReport } from './first-report.ts';
import { computeSpread } from './spread.ts';
import { compareByShownTimeLatestFirst, findLatestTime, type RenamedMember, type StoryMember } from './story-member.ts';
import { findTitleArticle } from './story-title.ts';

export type SummaryParts<Member = StoryMember> = {
  readonly storyId: StoryId;
  /** A headline that was chosen before; without it, one is chosen from the articles. */
  readonly title?: string;
  readonly members: readonly Member[];
  readonly rater: OutletRater;
  readonly baseline: Baseline;
  readonly blindspotThresholds?: BlindspotThresholds;
};

export function computeCoverage(parts: SummaryParts<RenamedMember>): Coverage {
  const { members, rater } = parts;
  const outlets = rateOutlets(members, rater);
  const originals = new Set(findOriginals(members, rater));
  const shown = keepShown(members, originals);
  return {
    story: summarizeStory(parts),
    articles: shown.map((member) => toCoverageArticle(member, { isOriginal: originals.has(member) })),
    outlets: Object.fromEntries(rateOutlets(shown, rater).map((outlet) => [outlet.id, outlet])),
    factuality: computeFactualityFacet(outlets),
    ownership: computeOwnershipFacet(outlets),
    countries: computeCountryFacet(outlets),
    languages: computeLanguageFacet(members),
    engineVersion: ENGINE_VERSION,
  };
}

export function summarizeStory({
  storyId,
  title,
  members,
  rater,
  baseline,
  blindspotThresholds: thresholds = BLINDSPOT_THRESHOLDS,
}: SummaryParts): StorySummary {
  const outlets = rateOutlets(members, rater);
  const originals = findOriginals(members, rater);
  const spread = computeSpread(outlets);
  const titleArticle = findTitleArticle(originals, rater);
  return {
    id: storyId,
    title: title ?? titleArticle?.title ?? '',
    lang: titleArticle?.lang ?? 'und',
    articles: members.length,
    reports: originals.length,
    outlets: outlets.length,
    countries: new Set(outlets.flatMap(({ country }) => (country === null ? [] : [country]))).size,
    spread,
    blindspots: [...findBlindspots({ spread, baseline, thresholds })],
    first: findFirstReport(originals, rater),
    updatedAt: findLatestTime(members),
  };
}

function rateOutlets(members: readonly StoryMember[], rater: OutletRater): readonly RatedOutlet[] {
  return [...new Set(members.map(({ outletId }) => outletId))].map((id) => rater.rate(id));
}

/** Newest first. If not all fit, copies are dropped before originals, so that the counted reports can be seen. */
function keepShown(members: readonly RenamedMember[], originals: ReadonlySet<StoryMember>): readonly RenamedMember[] {
  const newest = members.toSorted(compareByShownTimeLatestFirst);
  const copies = newest.filter((member) => !originals.has(member));
  const kept = [...newest.filter((member) => originals.has(member)), ...copies].slice(0, COVERAGE_ARTICLES_MAX);
  return kept.sort(compareByShownTimeLatestFirst);
}

function toCoverageArticle(
  member: RenamedMember,
  { isOriginal }: Pick<CoverageArticle, 'isOriginal'>,
): CoverageArticle {
  const { id, url, link, title, lang, kind, outletId, publishedAt, firstSeenAt, familyId, credit } = member;
  const formerTitles = [...listOtherWordings(member)];
  return {
    id,
    url,
    link,
    title,
    formerTitles,
    lang,
    kind,
    outletId,
    publishedAt,
    firstSeenAt,
    familyId,
    isOriginal,
    credit,
  };
}
