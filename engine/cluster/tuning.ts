// The numbers that decide what is one story: each with its unit and its reason. Changing one changes results, so the engine's version.

export type Tuning = {
  /** A title word counts this many times: titles name the event, leads add circumstances. */
  readonly titleWeight: number;
  /** Characters of lead and body that are read; beyond them each outlet goes on with a background of its own: with 600 a third less was found. */
  readonly readCharacters: number;
  /** Articles pretended to exist before the first, so that early word counts are not taken too seriously. */
  readonly pseudoArticles: number;
  /** How much a word that is always written with a capital counts over one that never is: names tell look-alikes apart. */
  readonly nameBonus: number;
  /** Words that every text is thought to have to itself, each as rare as words are of which one article has been seen. */
  readonly ownWords: number;
  /** Least score for an article to join a cluster at once. Lower: stories swallow look-alikes; higher: maintenance has it all to do. */
  readonly joinScore: number;
  /** Least score for two single articles to merge in maintenance: below `joinScore`, since the best pairs go first there. */
  readonly mergeSmall: number;
  /** The same for large clusters, whose centroids are close by subject alone; between the two by the smaller's size. */
  readonly mergeLarge: number;
  /** A cluster is split when its two best parts score less than this times what they would need to merge. 1.3 breaks broad stories of titles. */
  readonly splitBelow: number;
  /** `mergeLarge` of texts that say all that is read of them: grown on leads, centroids are close to all that is written of an affair. */
  readonly mergeLargeTexts: number;
  /** How much more is asked of such texts than of titles, where the times of both are known. Below 0: their words are of one time. */
  readonly strictness: number;
  /** The same where they are not: long texts share more words by chance, and only words tell look-alike events apart. */
  readonly untimedStrictness: number;
  /** Added to `strictness` in a window that does not know yet which words are common (newness.ts): else subjects pass for events. */
  readonly newStrictness: number;
  /** Hours over which the score of two equal texts falls to 1/e. 20 was best before middles counted, too. */
  readonly decayHours: number;
  /** How often hours between the middles of two clusters count beside those between their spans (timing.ts). */
  readonly middleWeight: number;
  /** Reports besides the first at which the larger cluster's middle counts half of that. */
  readonly middleHalf: number;
  /** Least score of a link between languages: a wrong foreign article is worse than a missing one. */
  readonly linkScore: number;
  /** Weight of signs that the other language has never shown, against those it could have shared: 0 trusts too much. */
  readonly unmatchable: number;
  /** The same for words of scripts without capitals that may be names or not, as long as the other story has not got them. */
  readonly unsureName: number;
  /** Rarity that shared signs must add up to, in nats: two signs of every tenth article are not enough. */
  readonly linkEvidence: number;
  /** What a host's vectors count beside words, whose cosine is 1 for equal texts. Nothing where a side has no vector. */
  readonly denseWeight: number;
  /** How alike vectors of texts are that words would call neither close nor far: depends on the encoder. */
  readonly denseNeutral: number;
  /** How many of an article's strongest words are looked up to find clusters it might join. */
  readonly probeTerms: number;
  /** How many recent articles are read under each of those words. */
  readonly postingReach: number;
  /** How many clusters are then compared in full. */
  readonly candidates: number;
  /** Rounds of merging in one maintenance pass. */
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
