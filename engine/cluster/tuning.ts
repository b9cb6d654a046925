// The numbers that decide what is one story: each with its unit and its reason. Changing one changes results, so the engine's version.

export type Tuning = {
  /** A title word counts this many times: titles name the event, leads add circumstances. 2 measured best of 1–3. */
  readonly titleWeight: number;
  /** Characters of lead and body that are read; beyond them texts drift to background. 400–1000 measured alike. */
  readonly readCharacters: number;
  /** Articles pretended to exist before the first, so that early word counts are not taken too seriously. */
  readonly pseudoArticles: number;
  /** Least cosine with decay for an article to join a cluster. Lower: stories swallow look-alikes; higher: they shatter. */
  readonly joinScore: number;
  /** Least score for two clusters of one language to become one. Above `joinScore`, since centroids share more by chance. */
  readonly mergeScore: number;
  /** Hours over which the score of two equal texts falls to 1/e: 24–60 measured alike. */
  readonly decayHours: number;
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
  titleWeight: 2,
  readCharacters: 600,
  pseudoArticles: 100,
  joinScore: 0.2,
  mergeScore: 0.3,
  decayHours: 48,
  probeTerms: 14,
  postingReach: 256,
  candidates: 12,
  mergeRounds: 3,
};
