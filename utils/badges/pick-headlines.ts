// Picks a card's headlines: one report from each side that covers the story, for comparison.
import { SIDES } from '../../engine/bias-scale.ts';
import type { OutletId } from '../../engine/ids.ts';
import type { Coverage, CoverageArticle, RatedOutlet } from '../../engine/schema.ts';
import type { SideHeadline } from './badge-schema.ts';

const HEADLINES_MAX = 3;

type Candidate = SideHeadline & { readonly rank: number };

/**
 * The outlet nearest to the middle of its side represents it: comparing a far-left outlet with a slightly right one would say
 * more about the selection than about the story. Sides that do not cover the story stay empty; an unrated outlet is added only if
 * fewer than two sides cover it.
 */
export function pickHeadlines(coverage: Coverage, ownOutletId: OutletId | null): SideHeadline[] {
  const candidates = coverage.articles.flatMap((article): Candidate[] => {
    const outlet = coverage.outlets[article.outletId];
    if (outlet === undefined) return [];
    return [{ side: sideOf(outlet), article, outlet, rank: rankOf({ article, outlet, ownOutletId }) }];
  });
  const best = (side: SideHeadline['side']) =>
    candidates
      .filter((candidate) => candidate.side === side)
      .toSorted((a, b) => a.rank - b.rank || b.article.firstSeenAt - a.article.firstSeenAt)[0];
  const sides = SIDES.map(best).filter((found) => found !== undefined);
  const unrated = sides.length < 2 ? best('unrated') : undefined;
  const picked = unrated === undefined ? sides : [...sides, unrated];
  return picked.slice(0, HEADLINES_MAX).map(({ side, article, outlet }) => ({ side, article, outlet }));
}

type Ranked = { article: CoverageArticle; outlet: RatedOutlet; ownOutletId: OutletId | null };

/** Lower is better: another outlet's, an original, a report, close to the middle of its side. */
function rankOf({ article, outlet, ownOutletId }: Ranked): number {
  const isOwn = outlet.id === ownOutletId ? 8 : 0;
  const isCopy = article.isOriginal ? 0 : 4;
  const isOther = article.kind === 'report' ? 0 : 2;
  const middle = sideOf(outlet) === 'center' ? 0 : 1.5;
  const distance = outlet.bias === null ? 0 : Math.abs(Math.abs(outlet.bias.mean) - middle) / 3;
  return isOwn + isCopy + isOther + distance;
}

function sideOf({ bias }: RatedOutlet): SideHeadline['side'] {
  if (bias === null) return 'unrated';
  if (bias.step === 'center') return 'center';
  return bias.step.endsWith('left') ? 'left' : 'right';
}
