// What the options page shows and what can be done there; null stands for "not loaded yet".
import type { BlindspotThresholds } from '../../engine/coverage/blindspot.ts';
import type { FeedProblem } from '../../engine/feed/feed-state.ts';
import type { ImportProblem } from '../../engine/outlet/import-problem.ts';
import type { BiasStep, Rating } from '../../engine/schema.ts';
import type { BadgeDensity } from '../badges/density-names.ts';
import type { LedgerState, ServerTestState, SourceActions, SourceChoice } from '../source/source-state.ts';

export type ReadingMode = 'every-site' | 'chosen-sites' | 'on-click';

export type EditionRow = {
  readonly id: string;
  readonly country: string | null;
  readonly languages: readonly string[];
  readonly outlets: number;
  readonly feeds: number;
};

export type AccessAsked = 'reading' | 'feeds';

export type FeedRow = {
  readonly url: string;
  readonly outletName: string;
  /** The outlet's domains, without `www.`. */
  readonly domains: readonly string[];
  readonly country: string | null;
  readonly lang: string | null;
  readonly biasStep: BiasStep | null;
  readonly isChosen: boolean;
  readonly isAllowed: boolean;
  readonly lastSuccessAt: number | null;
  readonly problem: FeedProblem | null;
};

export type PackRow = {
  readonly id: string;
  readonly name: string;
  readonly rater: string;
  readonly rates: 'bias' | 'factuality';
  readonly date: string;
  readonly terms: string;
  readonly source: string;
  readonly entries: number;
  readonly isShipped: boolean;
  /** Set by the user's organisation. */
  readonly isManaged: boolean;
  /** The organisation decided whether it is on. */
  readonly isLocked: boolean;
  readonly isOn: boolean;
};

/** One file of outlets that the user imported, under its pack's name. */
export type OutletPackRow = { readonly name: string; readonly date: string; readonly outlets: number };

export type FoundOutlet = {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly ratings: readonly Rating[];
  readonly ownBias: number | null;
};

/** The best results of a search, and how many there are in total. */
export type FoundOutlets = { readonly outlets: readonly FoundOutlet[]; readonly total: number };

/** The item removed last; it can be put back until another is removed or the page is closed. */
export type RemovedItem = {
  readonly list: 'chosen-sites' | 'sites-off' | 'badge-sites' | 'packs' | 'outlet-packs' | 'own-ratings';
  /** Id of its row. */
  readonly id: string;
  readonly name: string;
  /** Its former index. */
  readonly index: number;
  /** Why putting it back failed; null if it was not tried. */
  readonly failure: PutBackFailure | null;
  readonly putBack: () => Promise<PutBackFailure | null>;
};
type PutBackFailure = 'storage-full' | 'not-stored';
export type Removal = { readonly removed: RemovedItem | null; readonly undo: () => void };

/** An outlet with the user's own rating. */
export type OwnRatingRow = {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly bias: number;
  /** Null if unknown. */
  readonly date: string | null;
};

export type ImportState =
  | { readonly status: 'too-large' }
  | { readonly status: 'failed' }
  | { readonly status: 'storage-full' }
  | { readonly status: 'not-stored' }
  | { readonly status: 'rejected'; readonly problems: readonly ImportProblem[] }
  | {
      readonly status: 'imported';
      readonly name: string;
      readonly entries: number;
      /** Number of lines left out; `problems` has the first of them. */
      readonly skipped: number;
      readonly problems: readonly ImportProblem[];
      /** The file declares itself as a person's own ratings. */
      readonly hasOwnRatings?: boolean | undefined;
    };

/** State of importing own ratings from a saved file. */
export type OwnImportState =
  | Exclude<ImportState, { status: 'imported' }>
  | {
      readonly status: 'taken';
      readonly entries: number;
      /** Number of outlets that already had a different own rating, which was kept. */
      readonly kept: number;
      readonly skipped: number;
      readonly problems: readonly ImportProblem[];
      readonly takeBack: () => Promise<void>;
    }
  | { readonly status: 'taken-back' };

export type OptionsSettings = {
  readonly readingMode: ReadingMode;
  readonly chosenSites: readonly string[];
  readonly sitesOff: readonly string[];
  readonly editions: readonly string[];
  readonly feedLimit: number;
  readonly pollMinutes: number;
  readonly isPollingOn: boolean;
  readonly keepDays: number;
  readonly badgeDensity: BadgeDensity;
  readonly badgeSites: Readonly<Record<string, BadgeDensity>>;
  readonly badgeMinimum: number;
  readonly blindspotThresholds: BlindspotThresholds;
  /** The user has agreed to the choice of feeds. */
  readonly isOnboarded: boolean;
};

export type OptionsState = {
  readonly version: string;
  readonly settings: OptionsSettings | null;
  /** The browser lets Parallax read what the mode needs. */
  readonly isReadingAllowed: boolean;
  /** Addresses of chosen feeds that the browser does not allow yet. */
  readonly missingOrigins: readonly string[];
  /** The access that the browser or the user refused last. */
  readonly refused: AccessAsked | null;
  readonly editions: readonly EditionRow[] | null;
  readonly feeds: readonly FeedRow[] | null;
  readonly packs: readonly PackRow[] | null;
  readonly outletPacks: readonly OutletPackRow[] | null;
  readonly stored: {
    readonly articles: number;
    readonly stories: number;
    /** Why the numbers are unknown. */
    readonly unreadable: 'storage-newer' | 'storage-forbidden' | 'storage-failed' | null;
  } | null;
  readonly clearing: 'idle' | 'running' | 'done' | 'failed';
  readonly outletImport: ImportState | null;
  readonly ratingImport: ImportState | null;
  readonly ownImport: OwnImportState | null;
  readonly found: FoundOutlets | null;
  readonly ownRatings: readonly OwnRatingRow[] | null;
  readonly removed: RemovedItem | null;
  readonly source: SourceChoice | null;
  readonly serverTest: ServerTestState | null;
  readonly ledger: LedgerState | null;
};

export type OptionsActions = {
  readonly source: SourceActions;
  readonly setReadingMode: (mode: ReadingMode) => void;
  readonly allowReading: () => void;
  readonly removeChosenSite: (host: string) => void;
  readonly switchSiteOn: (host: string) => void;
  readonly setBadgeDensity: (density: BadgeDensity) => void;
  readonly setBadgeMinimum: (reports: number) => void;
  /** Removes the site's own choice, so that the general one applies. */
  readonly forgetBadgeSite: (host: string) => void;
  readonly toggleEdition: (id: string) => void;
  readonly setFeedLimit: (limit: number) => void;
  readonly setPollMinutes: (minutes: number) => void;
  readonly togglePolling: () => void;
  readonly setKeepDays: (days: number) => void;
  readonly changeBlindspots: (change: Partial<BlindspotThresholds>) => void;
  readonly resetBlindspots: () => void;
  readonly allowFeeds: () => void;
  readonly toggleFeed: (feed: FeedRow) => void;
  readonly togglePack: (pack: PackRow) => void;
  readonly removePack: (id: string) => void;
  readonly importOutlets: (file: File) => void;
  readonly removeOutletPack: (name: string) => void;
  readonly importRatings: (file: File) => void;
  readonly findOutlets: (text: string) => void;
  /** Null removes the own rating. */
  readonly rateOutlet: (id: string, bias: number | null) => void;
  readonly removeOwnRating: (id: string) => void;
  /** Saves them as a CSV table with this name, which can be imported again. */
  readonly saveOwnRatings: (name: string) => void;
  readonly loadOwnRatings: (file: File) => void;
  readonly takeBackOwnRatings: () => void;
  readonly undoRemoval: () => void;
  readonly clearData: () => void;
};
