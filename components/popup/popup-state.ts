// Everything the popup can show: one state of the page, and notices above it.

import type { ArticleKind, Coverage, Match, RatedOutlet, StorySummary } from '../../engine/schema.ts';
import type { BadgeDensity } from '../badges/density-names.ts';
import type { RateOutlet } from '../coverage/rate-outlet.ts';
import type { LockedChoice } from '../source/source-state.ts';

/** Why a server that the user chose did not answer as it should. */
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

/** The server's part in an answer. */
export type ServerNote = {
  readonly host: string;
  /** Number of known articles among which the page hid; null if its address was not looked up. */
  readonly crowd: number | null;
  readonly hasSentHeadline: boolean;
  /** The story was asked for by its name, which often tells the article. */
  readonly hasNamedStory: boolean;
};

export type PopupPage =
  | { readonly status: 'starting' }
  /** `not-web`: a page of the browser, or a file. `kept-out`: a web page closed to extensions. `reader-view`: the browser's view of an article. */
  | { readonly status: 'unsupported'; readonly why: 'not-web' | 'kept-out' | 'reader-view' }
  /** The tab has navigated, and its page can only be read after another click on the toolbar button. */
  | { readonly status: 'moved-on' }
  | { readonly status: 'site-off' }
  | { readonly status: 'needs-permission'; readonly wasRefused: boolean }
  /** No feed may be polled; `hasArticles`: the page was compared with earlier articles. */
  | { readonly status: 'no-feeds'; readonly hasArticles: boolean }
  | { readonly status: 'reading' }
  | {
      readonly status: 'not-article';
      /** Null if a server would have to be asked about the outlet. */
      readonly stories: readonly StorySummary[] | null;
      /** The outlet is shown above the stories, so they wait for it: it would push them down. */
      readonly isOutletAwaited: boolean;
      /** Whether the user may say that the page is an article, which front and search pages never are. `said`: it was read as one, in vain. */
      readonly asArticle: 'offered' | 'said' | 'no';
    }
  /** Nobody else covers it, and articles of its time are no longer kept. */
  | { readonly status: 'too-old'; readonly publishedAt: number; readonly keepDays: number }
  | { readonly status: 'first-sync' }
  /** No polling round has ended yet, and none is running. */
  | { readonly status: 'unasked' }
  | {
      readonly status: 'uncovered';
      /** Number of feeds that answered their last poll. */
      readonly feeds: number;
      readonly askedAt: number | null;
      readonly isAsking: boolean;
      /** When the first feed can be polled again, if none can be polled now. */
      readonly pausedUntil: number | null;
      /** Feeds are polled automatically. */
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
  /** The server cannot be reached; an earlier answer is shown. */
  | { readonly kind: 'server-old'; readonly host: string; readonly askedAt: number; readonly isOffline: boolean }
  /** The server did not answer; the device answered in its place. */
  | { readonly kind: 'device-instead'; readonly host: string; readonly reason: FailureKind };

export type ReadingOffer = {
  readonly wasRefused: boolean;
  /** The browser grants access already, by its own menu, but the user has not chosen the site here. */
  readonly isAllowed: boolean;
};

export type PopupState = {
  /** The page's site; null where Parallax cannot be switched on or off: pages of the browser, and those it closes to extensions. */
  readonly site: { readonly host: string; readonly isOn: boolean } | null;
  /** In a private window nothing is offered that would store traces of the page: site choices, own ratings, story pages. */
  readonly isPrivate: boolean;
  /** The server in use; null when the device answers. */
  readonly serverHost: string | null;
  /** The server settings that the user's organisation decided. */
  readonly serverLocks: readonly LockedChoice[];
  /** How many badges the site's pages get; null if pages are not read automatically, or if a choice cannot be stored. */
  readonly badges: BadgeDensity | null;
  /** The page was read on a click, and its site can be read automatically from now on. */
  readonly offer: ReadingOffer | null;
  /** The open page's outlet, if it is known and no report of a story shows it. */
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
  /** Reads the page again with the current access. */
  readonly readAgain: () => void;
  /** Reads the page as an article, because the user says that it is one. */
  readonly readAsArticle: () => void;
  readonly askFeeds: () => void;
  readonly askServer: () => void;
  readonly separate: () => void;
  readonly unseparate: () => void;
  /** Treats a possible match as the same story while this page is open. */
  readonly confirmMatch: () => void;
  readonly copyDetails: () => void;
  readonly rateOutlet: RateOutlet;
  /** Null: the latest stories. */
  readonly toStoryHref: (storyId: string | null) => string;
};
