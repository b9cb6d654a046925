// Finds the story of a page that is being read, with confidence and reasons.
import type { ArticleId } from '../ids.ts';
import type { Match, MatchReason } from '../schema.ts';
import type { ClustererState } from './clusterer-state.ts';
import { FOREIGN_CONFIDENCE, toConfidence } from './confidence.ts';
import { findForeignFit } from './cross-language.ts';
import { type Fit, findFits } from './find-cluster.ts';
import { unpackText } from './packed-text.ts';
import { foreignReasonsOf, reasonsOf } from './reasons.ts';
import type { Cluster } from './records.ts';
import { strongestAscending } from './strongest.ts';
import { hoursBetween, type Span } from './timing.ts';
import type { ReadPage } from './vectorize.ts';

/** A page that is being read, as a vectorizer lends it. */
type Page = {
  /** Of the article at the page's address, which may have been separated from stories before. */
  readonly id: ArticleId;
  readonly lang: string;
  readonly read: ReadPage;
  readonly at: number;
};

/** Below this, fewer than one match in three was right: even "possible" would be noise. */
export const CONFIDENCE_LEAST = 0.3;

/** By its words; where no story with reports in its language fits, by the signs that other languages share with it. */
export function matchPage(state: ClustererState, page: Page): Match | null {
  return matchWords(state, page) ?? matchSigns(state, page);
}

/** The inputs of the confidence: the best fit, and the score of the next one, 0 where that is the same story. */
export function fitWords(state: ClustererState, { id, read, at }: Page): { best: Fit; rival: number } | null {
  const { vector } = read;
  if (vector === null) return null;
  const probes = strongestAscending(vector, {
    rarities: state.lexicon.rarities(),
    count: state.tuning.probeTerms,
  });
  const article = { ...vector, probes, at, dense: null };
  const accepts = ({ story }: Cluster) => !state.separations.isBarred(id, story.id);
  const [best, next] = findFits(state, { article, accepts });
  return best ? { best, rival: next && next.cluster.story !== best.cluster.story ? next.score : 0 } : null;
}

function matchWords(state: ClustererState, page: Page): Match | null {
  const { read, at } = page;
  const fit = fitWords(state, page);
  if (!fit || read.vector === null) return null;
  const { best, rival } = fit;
  const confidence = toConfidence(best.score, { rival, isDated: Number.isFinite(at) });
  if (confidence < CONFIDENCE_LEAST) return null;
  const reasons = reasonsOf({
    terms: read.vector.terms,
    weights: read.vector.weights,
    centroid: state.centroids.of(best.cluster),
    rarities: state.lexicon.rarities(),
    lang: page.lang,
    isLowercase: state.lexicon.isLowercase,
    surface: (term) => read.surfaces.get(term) ?? state.lexicon.surface(term),
    hoursApart: hoursFrom(at, state.roster.timing(best.cluster)),
  });
  return { storyId: best.cluster.story.id, confidence, reasons };
}

function matchSigns(state: ClustererState, { id, lang, read, at }: Page): Match | null {
  const signs = read.readSigns();
  const page = { language: read.vector?.language ?? null, lang, signs: signs.keys(), at };
  const fit = findForeignFit(state, { page, accepts: (story) => !state.separations.isBarred(id, story.id) });
  if (!fit) return null;
  const ties = fit.shared.map((sign) => ({ key: state.lexicon.key(sign), written: signs.get(sign) ?? '' }));
  const reasons = foreignReasonsOf(ties, hoursFrom(at, fit.span));
  return { storyId: fit.story.id, confidence: FOREIGN_CONFIDENCE, reasons };
}

/** Null where the page or the story has no time. */
function hoursFrom(at: number, span: Span): number | null {
  return Number.isFinite(at) && Number.isFinite(span.first) ? hoursBetween(at, span) : null;
}

/** Why a member belongs to its cluster, in its own words; empty for a member that is alone in it. */
export function explainMember(state: ClustererState, { id, read }: Pick<Page, 'id' | 'read'>): readonly MatchReason[] {
  const record = state.articles.get(id);
  if (!record) return [];
  const { cluster } = record;
  const others = cluster.members.filter((member) => member !== record);
  const rarities = state.lexicon.rarities();
  if (others.length === 0) return [];
  const span = { first: Math.min(...times(others)), last: Math.max(...times(others)) };
  return state.centroids.lendSum(others, (centroid) =>
    reasonsOf({
      ...unpackText(record.packed),
      centroid,
      rarities,
      lang: state.lexicon.languageCode(record.language),
      isLowercase: state.lexicon.isLowercase,
      surface: (term) => read.surfaces.get(term) ?? state.lexicon.surface(term),
      hoursApart: hoursFrom(record.at, span),
    }),
  );
}

function times(members: readonly { readonly at: number }[]): number[] {
  return members.map((member) => member.at).filter((at) => !Number.isNaN(at));
}
