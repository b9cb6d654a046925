// Everything the popup can show: one state of the page, and notices that stand above any of them.

import type { ArticleKind, Coverage, Match, RatedOutlet, StorySummary } from '../../engine/schema.ts';
import type { BadgeDensity } from '../badges/density-names.ts';
import type { RateOutlet } from '../coverage/rate-outlet.ts';
import type { LockedChoice } from '../source/source-state.ts';

/** A server that the reader chose, and it did not answer as it should. */
export type ServerFailure =
  | 'offline'
  | 'server-unreachable'
  | 'server-not-allowed'
  | 'server-token-refused'
  | 'server-busy'
  | 'server-failing'
  | 'server-withheld'
  | 'server-unreadable'
  | 'server-no-crowd';

export type FailureKind =
  | 'storage-full'
  | 'storage-newer'
  | 'storage-failed'
  | 'storage-forbidden'
  | 'page-unreadable'
  | 'timeout'
  | 'unexpected'
  | ServerFailure;

/** What the reader is told of the server's part in an answer. */
export type ServerNote = {
  readonly host: string;
  /** Known articles that the page hid among; null where its address was not asked for. */
  readonly crowd: number | null;
  readonly hasSentHeadline: boolean;
};

export type PopupPage =
  | { readonly status: 'starting' }
  /** A page of the browser's own, or a file; one of the web that it closes to extensions; an article as it shows it itself. */
  | { readonly status: 'unsupported'; readonly why: 'not-web' | 'kept-out' | 'reader-view' }
  /** The tab has gone on, and only another click on the toolbar button lets its page be read. */
  | { readonly status: 'moved-on' }
  | { readonly status: 'site-off' }
  | { readonly status: 'needs-permission'; readonly wasRefused: boolean }
  /** No feed may be asked; with articles from before, these were compared with. */
  | { readonly status: 'no-feeds'; readonly hasArticles: boolean }
  | { readonly status: 'reading' }
  | {
      readonly status: 'not-article';
      /** Null where a server would have to be asked about the outlet. */
      readonly stories: readonly StorySummary[] | null;
      /** The outlet comes a moment later, and above the stories: it would push them down. */
      readonly isOutletAwaited: boolean;
      /** Whether the user may say that it is one: not of a front page or a search; `said`: it was, and could not be read. */
      readonly asArticle: 'offered' | 'said' | 'no';
    }
  /** Nobody else's is known, and what came out at the time is no longer kept. */
  | { readonly status: 'too-old'; readonly publishedAt: number; readonly keepDays: number }
  | { readonly status: 'first-sync' }
  /** No round through the feeds has ended yet, and none runs. */
  | { readonly status: 'unasked' }
  | {
      readonly status: 'uncovered';
      /** Feeds that answered when they were last asked. */
      readonly feeds: number;
      readonly askedAt: number | null;
      readonly isAsking: boolean;
      /** When the first feed can be asked again, where none can be now. */
      readonly pausedUntil: number | null;
      /** Feeds are asked by themselves, too. */
      readonly isPolling: boolean;
    }
  | { readonly status: 'uncovered-by-server'; readonly server: ServerNote }
  | (StoryParts & { readonly status: 'possible' })
  | (StoryParts & { readonly status: 'covered' })
  | { readonly status: 'failed'; readonly reason: FailureKind; readonly hasCopiedDetails: boolean | null };

type StoryParts = {
  readonly article: OpenPage;
  readonly match: Match;
  readonly coverage: Coverage;
  /** Null when the device answered. */
  readonly server: ServerNote | null;
};

export type OpenPage = { readonly url: string; readonly kind: ArticleKind };

export type PopupNotice =
  | {
      readonly kind: 'first-sync';
      readonly done: number;
      readonly total: number;
      readonly articles: number;
      readonly stories: number;
    }
  | { readonly kind: 'offline'; readonly since: number; readonly lastSuccessAt: number | null }
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'storage-unreadable'; readonly reason: 'storage-newer' | 'storage-forbidden' | 'storage-failed' }
  | { readonly kind: 'separated'; readonly title: string }
  /** The server cannot be asked now, and this is what it said before. */
  | { readonly kind: 'server-old'; readonly host: string; readonly askedAt: number; readonly isOffline: boolean }
  /** The server cannot be asked now, and the device answered in its place. */
  | { readonly kind: 'device-instead'; readonly host: string; readonly isOffline: boolean };

export type ReadingOffer = {
  readonly wasRefused: boolean;
  /** The browser allows it: by its own menu, which makes no choice here. */
  readonly isAllowed: boolean;
};

export type PopupState = {
  /** The site of the page, null where Parallax has no say: the browser's own pages, and those it keeps closed. */
  readonly site: { readonly host: string; readonly isOn: boolean } | null;
  /** In a private window nothing is offered that would leave a trace of the page: site choices, own ratings, pages of a story. */
  readonly isPrivate: boolean;
  /** The server that is asked; null when the device answers. */
  readonly serverHost: string | null;
  /** What the reader's organisation decided of it. */
  readonly serverLocks: readonly LockedChoice[];
  /** How many badges the site's pages get; null where pages are not read by themselves, or where it cannot be kept. */
  readonly badges: BadgeDensity | null;
  /** The page was read on a click: its site can be read by itself from now on. */
  readonly offer: ReadingOffer | null;
  /** The open page's, where it is known and no report of a story tells of it. */
  readonly outlet: RatedOutlet | null;
  readonly page: PopupPage;
  readonly notices: readonly PopupNotice[];
};

export type PopupActions = {
  readonly toggleSite: () => void;
  readonly setBadgeDensity: (density: BadgeDensity) => void;
  readonly openSettings: () => void;
  readonly openData: () => void;
  readonly openHelp: () => void;
  readonly openSource: () => void;
  readonly openLedger: () => void;
  readonly openOnboarding: () => void;
  readonly openFeeds: () => void;
  readonly openRatings: () => void;
  readonly allowSite: () => void;
  readonly allowEverySite: () => void;
  /** Reads the page again, with whatever access there is now. */
  readonly readAgain: () => void;
  /** Reads the page as the one article that the user says it is. */
  readonly readAsArticle: () => void;
  readonly askFeeds: () => void;
  readonly askServer: () => void;
  readonly separate: () => void;
  readonly unseparate: () => void;
  /** Takes a possible match for the same story while this page is open. */
  readonly confirmMatch: () => void;
  readonly copyDetails: () => void;
  readonly rateOutlet: RateOutlet;
  /** Null: to the latest stories. */
  readonly toStoryHref: (storyId: string | null) => string;
};
