// Fits the weights of evidence to labelled pages: logistic regression with each weight pulled towards plus or minus one.
//
// Only the signs of the current weights are used: they were fitted to the same pages, so pulling towards their values would leak
// the test pages into the fit. Decisive evidence is an exception.
import { partByHash } from './split-pages.ts';

/** One page: the evidence found on it, and whether it is an article. */
export type WeighedPage = {
  /** Pages of one site are alike, so they are tested together, with weights fitted without any of them. */
  readonly site: string;
  readonly reasons: readonly string[];
  readonly isArticle: boolean;
  /** The number of pages that a mistake on this one counts for. */
  readonly cost: number;
};

export type Weights = { readonly prior: number; readonly byReason: ReadonlyMap<string, number> };

/** Penalty on the squared distance to one, in pages; the best of 0.5 … 5 in cross-validation, the next are 0.2 points lower. */
const PULL = 2;
/** Rounds weights to quarters: halves lose 0.3 points of F1, finer steps gain nothing. */
const STEP = 0.25;
const ROUNDS = 400;
const RATE = 0.5;
const FOLDS = 5;
/** Rare in these sets, but certain: "Terms of use" is a legal notice whatever its markup. Pulled towards the current weight. */
const DECISIVE = new Set([
  ...['front address', 'search address', 'forum address', 'account address', 'service address'],
  ...['a legal notice', 'a manual', 'declares another kind', 'posts of a board'],
]);

/** Splits off a reason's weight: "+0.5 one heading" → ["one heading", 0.5]. */
export function parseReason(reason: string): [name: string, weight: number] {
  const space = reason.indexOf(' ');
  return [reason.slice(space + 1), Number(reason.slice(0, space))];
}

/** AdaGrad over all pages at once, so that the same pages give the same weights. */
export function fitWeights(pages: readonly WeighedPage[], given: Weights): Weights {
  const names = [...given.byReason.keys()];
  const start = [
    -1,
    ...Array.from(given.byReason, ([name, weight]) => (DECISIVE.has(name) ? weight : Math.sign(weight))),
  ];
  const place = new Map(names.map((name, i) => [name, i + 1]));
  const found = pages.map((page) => [0, ...page.reasons.flatMap((reason) => place.get(parseReason(reason)[0]) ?? [])]);
  const weights = [...start];
  const travelled = start.map(() => 1e-6);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : PULL * (weight - at(start, i))));
    for (const [i, page] of pages.entries()) {
      const places = found[i] ?? [];
      const sum = places.reduce((total, j) => total + at(weights, j), 0);
      const surprise = page.cost * (1 / (1 + Math.exp(-sum)) - Number(page.isArticle));
      for (const j of places) slope[j] = at(slope, j) + surprise;
    }
    for (const [j, step] of slope.entries()) {
      travelled[j] = at(travelled, j) + step * step;
      const moved = at(weights, j) - (RATE * step) / Math.sqrt(at(travelled, j));
      weights[j] = j > 0 && moved * at(start, j) < 0 ? 0 : moved;
    }
  }
  const rounded = weights.map((weight) => Math.round(weight / STEP) * STEP);
  // The prior is not rounded, because it affects all pages at once.
  return {
    prior: Number(at(weights, 0).toFixed(2)),
    byReason: new Map(names.map((name, i) => [name, at(rounded, i + 1)])),
  };
}

export function isTaken({ reasons }: WeighedPage, { prior, byReason }: Weights): boolean {
  return reasons.reduce((sum, reason) => sum + (byReason.get(parseReason(reason)[0]) ?? 0), prior) > 0;
}

/** The pages taken for articles with weights that were fitted without the pages' own sites. */
export function crossValidate(pages: readonly WeighedPage[], given: Weights): ReadonlySet<WeighedPage> {
  const foldOf = (page: WeighedPage) => partByHash(page.site, FOLDS);
  const taken = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitWeights(
      pages.filter((page) => foldOf(page) !== fold),
      given,
    );
    return pages.filter((page) => foldOf(page) === fold && isTaken(page, weights));
  });
  return new Set(taken.flat());
}

export function f1(pages: readonly WeighedPage[], taken: ReadonlySet<WeighedPage>): number {
  const articles = pages.filter(({ isArticle }) => isArticle).length;
  const hits = [...taken].filter(({ isArticle }) => isArticle).length;
  return (2 * hits) / (articles + taken.size);
}

const at = (values: readonly number[], i: number): number => values[i] ?? 0;
