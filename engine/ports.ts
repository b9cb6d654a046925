// The ports between the engine and its hosts: the coverage source, which is asked, and the story clusterer, which is fed.
import type { ArticleId, FamilyId, OutletId, StoryId } from './ids.ts';
import type { Result } from './result.ts';
import type { Article, Coverage, Mark, Match, MatchReason, Parting, StorySummary } from './schema.ts';

// ── who answers "what covers this?" ─────────────────────────────────────────────────────────────────────────────────

/** What is known of a page that somebody is reading; it is not an article of the index yet. */
export type ArticleProbe = Omit<Article, 'id' | 'link' | 'firstSeenAt'> & {
  /** Address of the article that the page names as its source. */
  readonly sourceUrl?: string | null;
};

export type CoverageError =
  | { readonly reason: 'aborted' }
  | { readonly reason: 'storage-full' }
  /** The stored data were written by a later version of Parallax. */
  | { readonly reason: 'storage-newer' }
  | { readonly reason: 'storage-failed'; readonly cause: unknown }
  /** The browser is set to keep no data. */
  | { readonly reason: 'storage-forbidden' }
  | { readonly reason: 'offline' }
  /** `status` is 0 where no answer came. */
  | { readonly reason: 'server'; readonly problem: ServerProblem; readonly status: number };

/** What is wrong with the server that was asked, as far as a reader can do something about it. */
export const SERVER_PROBLEMS = [
  /** No connection, or no answer in time. */
  'unreachable',
  /** The browser does not let the extension ask this server. */
  'not-allowed',
  'token-refused',
  /** It asks to be left alone for a while, or is still starting. */
  'busy',
  'failing',
  /** It knows the story but cannot show it; other stories can be asked for. */
  'withheld',
  /** Whatever answers is not a Parallax server, or one of another version. */
  'unreadable',
  /** It would learn more about a page than promised: too few articles share the prefix it asks for. */
  'no-crowd',
] as const;
export type ServerProblem = (typeof SERVER_PROBLEMS)[number];

export type StoriesQuery = {
  readonly limit: number;
  /** Only stories covered by at least this many outlets. */
  readonly outletsMin?: number;
  readonly outletId?: OutletId;
  readonly text?: string;
};

/**
 * On-device (engine and IndexedDB) or remote (HTTP). Every answer is a Result; only bugs throw.
 * tests/contract/coverage-source.ts runs against each implementation.
 */
export interface CoverageSource {
  /** By canonical URL, without loading the engine; unknown URLs are absent from the map. */
  lookup(
    urls: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<ReadonlyMap<string, StorySummary>, CoverageError>>;
  /** By content; null when nothing fits. Confidence below SHOWN_AS_FACT must be shown as "may be the same story". */
  match(probe: ArticleProbe, signal: AbortSignal): Promise<Result<Match | null, CoverageError>>;
  /** Merged stories answer with their survivor; null when the id is unknown or expired. */
  story(id: StoryId, signal: AbortSignal): Promise<Result<Coverage | null, CoverageError>>;
  /** Latest first. */
  stories(query: StoriesQuery, signal: AbortSignal): Promise<Result<readonly StorySummary[], CoverageError>>;
}

/** Matches below this probability are "possible" only. */
export const SHOWN_AS_FACT = 0.7;

/** Confidence in the story of the article that a page names as its source. Chosen, not measured: few pages name one. */
export const NAMED_SOURCE_CONFIDENCE = 0.95;

// ── what turns texts into vectors of meaning ────────────────────────────────────────────────────────────────────────

export type EncodeError =
  | { readonly reason: 'aborted' | 'timeout' | 'unreachable' }
  | { readonly reason: 'refused'; readonly status: number }
  /** The answer has the wrong number of vectors, the wrong length, or values that are not numbers. */
  | { readonly reason: 'bad-answer'; readonly detail: string };

/**
 * Host side and optional: the engine never calls it. A host that has one gives each article's vector along with it
 * (`ClusterArticle.dense`); where it fails, the article goes without.
 */
export interface Encoder {
  /** Names model and version: vectors of different ids are never compared. */
  readonly id: string;
  readonly dimensions: number;
  /** One vector for each text, in the same order. */
  encode(texts: readonly string[], signal: AbortSignal): Promise<Result<readonly Float32Array[], EncodeError>>;
}

// ── what groups articles into stories ───────────────────────────────────────────────────────────────────────────────

/** The part of an article that clustering sees; `body` only where a host has it. */
export type ClusterArticle = Pick<
  Article,
  'id' | 'url' | 'outletId' | 'title' | 'lead' | 'lang' | 'kind' | 'publishedAt' | 'firstSeenAt' | 'credit'
> & {
  readonly body?: string;
  /** The host's encoding of its title; all vectors of one clusterer must come from one encoder. */
  readonly dense?: Float32Array | Int8Array;
};

export type Placement = { readonly storyId: StoryId; readonly familyId: FamilyId };

export const isSamePlace = (a: Placement, b: Placement): boolean =>
  a.storyId === b.storyId && a.familyId === b.familyId;

/** The result of a maintenance pass: every article whose place changed, and the stories that were merged away. */
export type Maintenance = {
  readonly moves: readonly (Placement & { readonly articleId: ArticleId })[];
  readonly redirects: readonly { readonly from: StoryId; readonly to: StoryId }[];
};

/** "Not the same story": the article must never be placed in that story, nor in one it is merged into. */
export type Separation = { readonly articleId: ArticleId; readonly storyId: StoryId };

export type ClustererMemory = {
  /** All separations in force, including those that follow from later merges and splits. */
  readonly marks: Mark[];
  /** Which groups have been split from which. */
  readonly partings: Parting[];
};

/**
 * Streaming story clustering. Deterministic: the same calls in the same order give the same answers.
 * Synchronous, in memory and without a clock: all times are those of articles. Hosts store the placements and may
 * discard and rebuild the clusterer at any time.
 */
export interface StoryClusterer {
  /** Places a new article, or an article whose text changed (same id). */
  add(article: ClusterArticle): Placement;
  /**
   * Places an article anew after `unseparate`: in the story that it belongs in, or, where that is null, by its text. The
   * id of a story that it leaves empty redirects to its new one, so that marks against that story hold for the new one.
   */
  putBack(article: ClusterArticle, storyId: StoryId | null): Placement;
  /** Puts back an article whose place is known from storage. */
  restore(article: ClusterArticle, placement: Placement): void;
  /**
   * Call it after the last `restore` of a rebuild. It marks all places as already maintained, so that `maintain` looks only
   * at stories that change from now on; otherwise every decision would be taken again, with word counts that it was not
   * based on. `partings` keeps groups that were split as hard to merge again as before.
   */
  settle(partings: readonly Parting[]): void;
  remove(id: ArticleId): void;
  /** Merges, splits and moves; call it after a batch. */
  maintain(): Maintenance;
  /** Changes nothing: the page is not kept. */
  match(probe: ArticleProbe): Match | null;
  /** Why a member belongs to its story, in the words of its text; empty when the article or story is unknown. */
  explain(article: Pick<ClusterArticle, 'id' | 'title' | 'lead' | 'body' | 'lang'>): readonly MatchReason[];
  /** `named`: the story that a restored mark names. */
  separate(separation: Separation & { readonly named?: StoryId }): void;
  unseparate(separation: Separation): void;
  /** State that placements do not contain; to be given to `settle` and `separate` after the last `restore`. */
  memory(): ClustererMemory;
  /** Opaque, for `openStoryClusterer`; stamped with the engine's version. */
  snapshot(): ClustererSnapshot;
}

export type ClustererSnapshot = { readonly engineVersion: number; readonly data: Uint8Array };
