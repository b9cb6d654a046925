// What Parallax should find in the sample newsroom: for each story its articles, independent reports and spread.
import { BIAS_STEPS } from '../../engine/bias-scale.ts';
import type { BiasStep, Side } from '../../engine/schema.ts';
import type { PublishedArticle } from '../../scripts/newsroom/issue-of-the-day.ts';
import type { SampleOutlet } from '../../scripts/newsroom/sample-outlet.ts';

export type StoryTruth = {
  readonly storyId: string;
  readonly articles: readonly PublishedArticle[];
  /** Number of families: copies of one text count once. */
  readonly reports: number;
  readonly outlets: number;
  readonly countries: number;
  readonly spread: Readonly<Record<Side, number>> & { readonly rated: number; readonly unrated: number };
};

export function storyTruth(issue: readonly PublishedArticle[], storyId: string): StoryTruth {
  const articles = issue.filter((article) => article.storyId === storyId);
  const outlets = [...new Set(articles.map((article) => article.outlet))];
  const sides = outlets.map(sideOf);
  const countOf = (side: Side) => sides.filter((candidate) => candidate === side).length;
  const spread = { left: countOf('left'), center: countOf('center'), right: countOf('right') };
  const rated = spread.left + spread.center + spread.right;
  return {
    storyId,
    articles,
    reports: new Set(articles.map((article) => article.familyId)).size,
    outlets: outlets.length,
    countries: new Set(outlets.map((outlet) => outlet.country)).size,
    spread: { ...spread, rated, unrated: outlets.length - rated },
  };
}

/** The mean of both raters on −3 … +3, rounded to the seven steps, as explained in docs/method.md. */
export function stepOf(outlet: SampleOutlet): BiasStep | null {
  if (outlet.compass === null || outlet.plumbline === null) return null;
  const mean = (BIAS_STEPS.indexOf(outlet.compass) - 3 + outlet.plumbline / 10) / 2;
  return BIAS_STEPS[Math.round(mean) + 3] ?? null;
}

export function sideOf(outlet: SampleOutlet): Side | null {
  const step = stepOf(outlet);
  if (step === null) return null;
  if (step === 'center') return 'center';
  return step.endsWith('left') ? 'left' : 'right';
}
