// Finds the story of a page that is being read, and says how sure that is and why.
import type { ArticleId } from '../ids.ts';
import type { Match, MatchReason } from '../schema.ts';
import type { ClustererState } from './clusterer-state.ts';
import { toConfidence } from './confidence.ts';
import { type Fit, findFits } from './find-cluster.ts';
import { unpackText } from './packed-text.ts';
import { reasonsOf } from './reasons.ts';
import { hoursBetween } from './timing.ts';
import type { PageVector } from './vectorize.ts';

type MeasuredProbe = {
  /** Of the article at the probe's address: it may have been told apart from a story before. */
  readonly id: ArticleId;
  readonly vector: PageVector;
  /** How the page itself writes each term. */
  readonly surfaces: ReadonlyMap<number, string>;
  readonly probes: Int32Array;
  readonly at: number;
};

/** Below this fewer than one probe in three was right: a "possible" match would be noise. */
export const CONFIDENCE_LEAST = 0.3;

/** What the confidence is told from: the best fit, and the score of the next one where that is another story. */
export function fitProbe(
  state: ClustererState,
  probe: Omit<MeasuredProbe, 'surfaces'>,
): { best: Fit; rival: number } | null {
  const { id, vector, probes, at } = probe;
  const article = { terms: vector.terms, weights: vector.weights, language: vector.language, probes, at, dense: null };
  const [best, next] = findFits(state, article, (cluster) => !state.separations.isBarred(id, cluster.story.id));
  return best ? { best, rival: next && next.cluster.story !== best.cluster.story ? next.score : 0 } : null;
}

export function matchProbe(state: ClustererState, probe: MeasuredProbe): Match | null {
  const { vector, surfaces, at } = probe;
  const fit = fitProbe(state, probe);
  if (!fit) return null;
  const { best, rival } = fit;
  const confidence = toConfidence(best.score, rival);
  if (confidence < CONFIDENCE_LEAST) return null;
  const rarities = state.lexicon.rarities();
  const reasons = reasonsOf({
    terms: vector.terms,
    weights: vector.weights,
    centroid: state.centroids.of(best.cluster),
    rarities,
    lang: state.lexicon.languageCode(vector.language),
    isSmall: state.lexicon.isSmall,
    surface: (term) => surfaces.get(term) ?? state.lexicon.surface(term),
    hoursApart: Number.isNaN(at) || Number.isNaN(best.cluster.first) ? null : hoursBetween(at, best.cluster),
  });
  return { storyId: best.cluster.story.id, confidence, reasons };
}

/** What ties a member to the other members; nothing for one that is alone. */
export function explainMember(state: ClustererState, articleId: ArticleId): readonly MatchReason[] {
  const record = state.articles.get(articleId);
  if (!record) return [];
  const { cluster } = record;
  const others = cluster.members.filter((member) => member !== record);
  const rarities = state.lexicon.rarities();
  if (others.length === 0) return [];
  const span = { first: Math.min(...times(others)), last: Math.max(...times(others)) };
  const isDated = !Number.isNaN(record.at) && Number.isFinite(span.first);
  return reasonsOf({
    ...unpackText(record.packed),
    centroid: state.centroids.sum(others),
    rarities,
    lang: state.lexicon.languageCode(record.language),
    isSmall: state.lexicon.isSmall,
    surface: state.lexicon.surface,
    hoursApart: isDated ? hoursBetween(record.at, span) : null,
  });
}

function times(members: readonly { readonly at: number }[]): number[] {
  return members.map((member) => member.at).filter((at) => !Number.isNaN(at));
}
