// The numbers that decide what is one story, each with its unit and reason. Changing one changes results, and so needs a new engine version.

export type Tuning = {
  /** A title word counts this many times: titles name the event, leads add circumstances. */
  readonly titleWeight: number;
  /** Characters of lead and body that are read; after them each outlet adds its own background: with 600 a third less was found. */
  readonly readCharacters: number;
  /** Pseudo-articles without any words, counted with each language's articles, so that early word counts do not weigh too much. */
  readonly pseudoArticles: number;
  /** Share by which a word that is always capitalised counts more than one that never is: names tell similar events apart. */
  readonly nameBonus: number;
  /** Words that each text is assumed to share with no other (centroid.ts), each as rare as a word seen in one article. */
  readonly ownWords: number;
  /** Least score for an article to join a cluster at once. Lower: stories take in similar events; higher: all is left to maintenance. */
  readonly joinScore: number;
  /** Least score for two single articles to merge in maintenance; below `joinScore`, since maintenance merges the best pairs first. */
  readonly mergeSmall: number;
  /** The same for large clusters, whose centroids are close by subject alone. In between, it depends on the smaller cluster's size. */
  readonly mergeLarge: number;
  /** A cluster is split when its parts score less than this times their merge threshold. 1.3 splits broad stories of bare titles. */
  readonly splitBelow: number;
  /** `mergeLarge` for texts of full length (similarity.ts): centroids of many leads are close to everything written on an affair. */
  readonly mergeLargeTexts: number;
  /** Texts of full length have their score divided by 1 + this, titles by 1, where the times of both are known. */
  readonly strictness: number;
  /** The same where a time is unknown: long texts share more words by chance, and only words tell similar events apart. */
  readonly untimedStrictness: number;
  /** Added to `strictness` while the window does not show yet which words are common (newness.ts): else one subject passes for one event. */
  readonly newStrictness: number;
  /** Hours after which the score of two equal texts has fallen to 1/e. 20 was best before mean times counted as well. */
  readonly decayHours: number;
  /** Weight of the hours between the mean times of two clusters, beside those between their spans (timing.ts). */
  readonly middleWeight: number;
  /** Reports besides the first at which the larger cluster's mean has half of that weight. */
  readonly middleHalf: number;
  /** Least score of a link between languages: a wrong foreign article is worse than a missing one. */
  readonly linkScore: number;
  /** Weight, in a vector's squared length, of signs that never occurred in the other language; others have 1. At 0 wrong links appear. */
  readonly unmatchable: number;
  /** The same for words that may be names or not, in scripts without capitals, where the other story does not have them. */
  readonly unsureName: number;
  /** Least sum of the shared signs' rarities, in nats: two signs of every tenth article are not enough. */
  readonly linkEvidence: number;
  /** Weight of the encoder's cosine beside that of words (dense.ts); without effect where one side has no vector. */
  readonly denseWeight: number;
  /** The encoder's cosine for texts in general, at which it changes nothing; depends on the encoder. */
  readonly denseNeutral: number;
  /** Number of an article's strongest words under which it is listed and searched for (postings.ts). */
  readonly probeTerms: number;
  /** Number of recent articles read under each of these words. */
  readonly postingReach: number;
  /** Number of clusters that are then compared in full. */
  readonly candidates: number;
  /** Most rounds of merging in one maintenance. */
  readonly mergeRounds: number;
};

export const DEFAULT_TUNING: Tuning = {
  titleWeight: 3,
  readCharacters: 400,
  pseudoArticles: 100,
  nameBonus: 0.7,
  ownWords: 2,
  joinScore: 0.235,
  mergeSmall: 0.14,
  mergeLarge: 0.205,
  splitBelow: 1.2,
  mergeLargeTexts: 0.46,
  strictness: -0.05,
  untimedStrictness: 0.4,
  newStrictness: 0.45,
  decayHours: 30,
  middleWeight: 2,
  middleHalf: 16,
  linkScore: 0.35,
  unmatchable: 0.3,
  unsureName: 0.15,
  linkEvidence: 7,
  denseWeight: 0.4,
  denseNeutral: 0.5,
  probeTerms: 14,
  postingReach: 96,
  candidates: 12,
  mergeRounds: 8,
};
