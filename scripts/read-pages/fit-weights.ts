// Fits the weights of the evidence to labelled pages: logistic regression that stays near the weights given, and keeps their signs.
import { partByHash } from './split-pages.ts';

/** One page: what the weighing found on it, and whether it is an article. */
export type WeighedPage = {
  readonly name: string;
  readonly reasons: readonly string[];
  readonly isArticle: boolean;
};

export type Weights = { readonly prior: number; readonly byReason: ReadonlyMap<string, number> };

/** Penalty on the squared distance to the weights given, in pages: chosen among 1 … 30 by cross-validation. */
const PULL = 2;
/** Weights are kept in steps of a half, which is as fine as a thousand pages can tell. */
const STEP = 0.5;
const ROUNDS = 400;
const RATE = 0.5;
const FOLDS = 5;

/** A reason without its weight in this reading: "+0.5 one heading" → ["one heading", 0.5]. */
export function parseReason(reason: string): [name: string, weight: number] {
  const space = reason.indexOf(' ');
  return [reason.slice(space + 1), Number(reason.slice(0, space))];
}

/** AdaGrad over all pages at once: the same pages give the same weights. */
export function fitWeights(pages: readonly WeighedPage[], given: Weights): Weights {
  const names = [...given.byReason.keys()];
  const start = [given.prior, ...given.byReason.values()];
  const place = new Map(names.map((name, i) => [name, i + 1]));
  const found = pages.map((page) => [0, ...page.reasons.flatMap((reason) => place.get(parseReason(reason)[0]) ?? [])]);
  const weights = [...start];
  const travelled = start.map(() => 1e-6);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : PULL * (weight - at(start, i))));
    for (const [i, page] of pages.entries()) {
      const places = found[i] ?? [];
      const sum = places.reduce((total, j) => total + at(weights, j), 0);
      const surprise = 1 / (1 + Math.exp(-sum)) - Number(page.isArticle);
      for (const j of places) slope[j] = at(slope, j) + surprise;
    }
    for (const [j, step] of slope.entries()) {
      travelled[j] = at(travelled, j) + step * step;
      const moved = at(weights, j) - (RATE * step) / Math.sqrt(at(travelled, j));
      weights[j] = j > 0 && moved * at(start, j) < 0 ? 0 : moved;
    }
  }
  const rounded = weights.map((weight) => Math.round(weight / STEP) * STEP);
  return { prior: at(rounded, 0), byReason: new Map(names.map((name, i) => [name, at(rounded, i + 1)])) };
}

export function isTaken({ reasons }: WeighedPage, { prior, byReason }: Weights): boolean {
  return reasons.reduce((sum, reason) => sum + (byReason.get(parseReason(reason)[0]) ?? 0), prior) > 0;
}

/** F1 of weights that are fitted without the pages that they are tried on. */
export function crossValidate(pages: readonly WeighedPage[], given: Weights): number {
  const foldOf = (page: WeighedPage) => partByHash(page.name, FOLDS);
  const right = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitWeights(
      pages.filter((page) => foldOf(page) !== fold),
      given,
    );
    return pages.filter((page) => foldOf(page) === fold && isTaken(page, weights));
  });
  return f1(pages, new Set(right.flat()));
}

export function f1(pages: readonly WeighedPage[], taken: ReadonlySet<WeighedPage>): number {
  const articles = pages.filter(({ isArticle }) => isArticle).length;
  const hits = [...taken].filter(({ isArticle }) => isArticle).length;
  return (2 * hits) / (articles + taken.size);
}

const at = (values: readonly number[], i: number): number => values[i] ?? 0;
