// Coverages that test the limits of a layout: one report, hundreds, long names, a single side, an old story.
import type { Coverage } from '../../../engine/schema.ts';
import { coverageOfOutlets, inventedCoverage, NOW } from './invented-story.ts';

const YEAR = 365 * 24 * 3_600_000;

export const EDGE_COVERAGES: Readonly<Record<string, Coverage>> = {
  'one-report': coverageOfOutlets('herald'),
  'one-side': coverageOfOutlets('wire', 'ledger', 'courier', 'commune'),
  large: large(),
  'long-names': withLongNames(),
  old: old(),
};

function large(): Coverage {
  const coverage = inventedCoverage();
  const spread = {
    steps: { 'far-left': 2, left: 31, 'lean-left': 58, center: 102, 'lean-right': 40, right: 12, 'far-right': 5 },
    left: 91,
    center: 102,
    right: 57,
    rated: 250,
    unrated: 1_062,
  };
  return {
    ...coverage,
    story: {
      ...coverage.story,
      articles: 4_210,
      reports: 1_734,
      outlets: 1_312,
      countries: 87,
      spread,
      blindspots: [],
    },
  };
}

/** Names and headlines as long as the longest real ones, and one without any place to break. */
function withLongNames(): Coverage {
  const coverage = coverageOfOutlets('tribune', 'gazette', 'gull');
  const long = 'The Northmark and Ferry Islands Evening Intelligencer and General Advertiser';
  const outlets = Object.entries(coverage.outlets).map(([id, outlet]) => [
    id,
    { ...outlet, name: id === 'gull' ? 'gemeindenachrichtenblattnordmarkundumgebung.test' : long },
  ]);
  const { first } = coverage.story;
  return {
    ...coverage,
    outlets: Object.fromEntries(outlets),
    story: {
      ...coverage.story,
      title: 'Fährverkehrsunterbrechungsentschädigungsverordnung: what passengers of the halted ferries can claim',
      first: first && { ...first, outletName: long },
    },
  };
}

function old(): Coverage {
  const coverage = coverageOfOutlets('wire', 'herald', 'tribune');
  const at = NOW - 2 * YEAR;
  const articles = coverage.articles.map((article) => ({ ...article, publishedAt: at, firstSeenAt: at }));
  return { ...coverage, articles, story: { ...coverage.story, first: null, updatedAt: at } };
}
