// The contract for every message between the extension's parts: who may send it, its input and its output.
//
// The worker's table of handlers is typed by it (a missing handler is a compile error), and parses every message with it.
import * as z from 'zod/mini';
import { FeedProblem } from '../engine/feed/feed-state.ts';
import { EpochMs, OutletId, StoryId } from '../engine/ids.ts';
import { IMPORT_REASONS } from '../engine/outlet/import-problem.ts';
import { BiasStep, CountryCode, Coverage, Language, RatedOutlet, Rating, StorySummary } from '../engine/schema.ts';
import { StoryContext } from '../engine/schema-story-context.ts';
import {
  AskedLink,
  BadgeOrders,
  CardAnswer,
  LinkAddress,
  LinksAnswer,
  ScoutAnswer,
  StorySource,
} from './badges/badge-schema.ts';
import { LINKS_MAX } from './badges/links-max.ts';
import { LEDGER_MAX, LedgerEntry, QuestionKind } from './ledger-entry.ts';
import { PageReportSchema, PageUrl } from './page-report-schema.ts';
import { StoredPack } from './store/records.ts';
import { SyncState } from './sync-state.ts';
import { FailureReason, TabState } from './tab-state.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const DAY_MS = 86_400_000;
/** A problem in one line of an imported file. */
const ImportProblem = z.object({
  line: z.number(),
  reason: z.enum(IMPORT_REASONS),
  values: z.array(z.union([text(500), z.number()])),
});

const ImportOutcome = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('imported'),
    name: text(120),
    entries: z.number(),
    /** Number of lines that were left out; `problems` describes the first ones. */
    skipped: z.number(),
    problems: z.array(ImportProblem),
    /** The file declares that these are the user's own ratings. */
    hasOwnRatings: z.optional(z.boolean()),
  }),
  z.object({ status: z.literal('rejected'), problems: z.array(ImportProblem) }),
  /** The file itself is fine. */
  z.object({ status: z.enum(['storage-full', 'not-stored']) }),
]);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** A rating pack in the list on the options page. */
export const RatingPackInfo = z.object({
  id: text(80),
  name: text(120),
  rater: text(120),
  rates: z.enum(['bias', 'factuality']),
  date: text(10),
  terms: text(2000),
  source: text(500),
  entries: z.number(),
  isShipped: z.boolean(),
  /** Provided by the user's organisation. */
  isManaged: z.boolean(),
  /** The organisation decides whether it is on. */
  isLocked: z.boolean(),
  isOn: z.boolean(),
});
export type RatingPackInfo = z.infer<typeof RatingPackInfo>;

/** A feed in the list on the options page. */
export const FeedInfo = z.object({
  url: z.string(),
  outletId: OutletId,
  outletName: z.string(),
  domains: z.array(z.string()),
  country: z.nullable(CountryCode),
  lang: z.nullable(Language),
  biasStep: z.nullable(BiasStep),
  isChosen: z.boolean(),
  isAllowed: z.boolean(),
  lastSuccessAt: z.nullable(EpochMs),
  /** Why the last poll failed; null if it did not. */
  problem: z.nullable(FeedProblem),
});
export type FeedInfo = z.infer<typeof FeedInfo>;

/** An imported outlet pack in the list on the options page, identified by its name. */
const OutletPackInfo = z.object({ name: text(120), date: text(10), outlets: z.number() });
export type OutletPackInfo = z.infer<typeof OutletPackInfo>;

export const EditionInfo = z.object({
  id: text(12),
  country: z.nullable(z.string()),
  languages: z.array(z.string()),
  outlets: z.number(),
  feeds: z.number(),
});
export type EditionInfo = z.infer<typeof EditionInfo>;

/** Identifies an imported pack; outlet packs by their name. */
const PackName = z.object({ kind: z.enum(['outlets', 'ratings']), id: text(120) });
export type PackName = z.infer<typeof PackName>;

/** An imported pack with everything that is stored for it. */
const KeptPack = z.object({ stored: StoredPack, isSwitchedOff: z.boolean() });
export type KeptPack = z.infer<typeof KeptPack>;

const TabStory = z.object({ tabId: z.number(), storyId: StoryId });

const Nothing = z.object({});

/** A server's description of itself, shown on the options page before its address is saved. */
export const ServerTest = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('answered'),
    name: text(120),
    articles: z.number(),
    stories: z.number(),
    outlets: z.number(),
    articleSeenAt: z.nullable(EpochMs),
    engineVersion: z.number(),
    /** The fewest articles that any page is hidden among; null if the whole index is requested. */
    crowd: z.nullable(z.number()),
  }),
  z.object({ status: z.literal('failed'), reason: FailureReason }),
]);
export type ServerTest = z.infer<typeof ServerTest>;

/** `content` messages come from content scripts and contain untrusted text; `page` messages from the extension's own pages. */
export const MESSAGES = {
  'page/report': { from: 'content', input: PageReportSchema, output: Nothing },
  /** The gate found a page worth reading: the worker injects the reader. */
  'page/promising': { from: 'content', input: z.object({ pageUrl: PageUrl }), output: Nothing },
  /** The reader has started, so that the popup can show it. */
  'page/reading': { from: 'content', input: z.object({ pageUrl: PageUrl }), output: Nothing },

  /** Whether a page gets badges, and the story of its own article. */
  'links/orders': { from: 'content', input: z.object({ pageUrl: PageUrl }), output: BadgeOrders },
  /** Whether a page may have badges; if so, the script that finds links is injected. */
  'links/scout': {
    from: 'content',
    input: z.object({ pageUrl: PageUrl, urls: z.array(LinkAddress).check(z.maxLength(LINKS_MAX)) }),
    output: ScoutAnswer,
  },
  'links/lookup': {
    from: 'content',
    input: z.object({
      pageUrl: PageUrl,
      links: z.array(AskedLink).check(z.maxLength(LINKS_MAX)),
      /** Injects the overlay's script if there is something to show. */
      needsOverlay: z.boolean(),
    }),
    output: LinksAnswer,
  },
  /**
   * The content of a link's card, from whoever answered for its badge (`by`). `isOpened`: the card opens. While its badge is only
   * pointed at, no server is asked, so `gone` may only mean that the device does not know the story.
   */
  'links/story': {
    from: 'content',
    input: z.object({ pageUrl: PageUrl, storyId: StoryId, by: StorySource, url: PageUrl, isOpened: z.boolean() }),
    output: CardAnswer,
  },
  /** Injects the script that draws badges, or cards, into the page that asks. */
  'links/script': { from: 'content', input: z.object({ part: z.enum(['overlay', 'card']) }), output: Nothing },
  /** Opens a story's own page, which web pages cannot link to. */
  'links/open': { from: 'content', input: z.object({ storyId: StoryId }), output: Nothing },

  /** Reads the tab if that is allowed now (including by activeTab) and has not happened yet. */
  'tab/open': { from: 'page', input: z.object({ tabId: z.number() }), output: z.nullable(TabState) },
  /** Requests coverage of the tab's page again, even if a server was asked a moment ago. */
  'tab/ask-again': { from: 'page', input: z.object({ tabId: z.number() }), output: z.nullable(TabState) },
  /** The user says that the tab's page is a single article. */
  'tab/read-as-article': { from: 'page', input: z.object({ tabId: z.number() }), output: z.nullable(TabState) },
  /** The story that the user saw: a repeated message must not affect the next one. */
  'tab/separate': { from: 'page', input: TabStory, output: z.nullable(TabState) },
  'tab/unseparate': { from: 'page', input: TabStory, output: z.nullable(TabState) },

  'story/coverage': {
    from: 'page',
    input: z.object({ storyId: StoryId }),
    output: z.nullable(z.object({ coverage: Coverage, by: StorySource })),
  },
  /** For the story's own page only: it takes too much engine time for a popup. */
  'story/context': {
    from: 'page',
    input: z.object({
      storyId: StoryId,
      languages: z.array(Language).check(z.maxLength(20)),
      utcOffsetMs: z.number().check(z.int(), z.minimum(-DAY_MS), z.maximum(DAY_MS)),
    }),
    output: z.nullable(StoryContext),
  },
  'stories/latest': {
    from: 'page',
    input: z.object({ limit: z.number() }),
    output: z.object({ stories: z.array(StorySummary), by: StorySource }),
  },

  'sync/state': { from: 'page', input: Nothing, output: SyncState },
  'sync/now': { from: 'page', input: Nothing, output: Nothing },

  'editions/list': { from: 'page', input: Nothing, output: z.array(EditionInfo) },
  'feeds/list': { from: 'page', input: Nothing, output: z.array(FeedInfo) },
  /** Origins of the chosen feeds, as `https://host/*`, to request permission for. */
  'feeds/origins': { from: 'page', input: Nothing, output: z.array(z.string()) },
  'outlets/import': { from: 'page', input: z.object({ text: text(5_000_000) }), output: ImportOutcome },
  'outlets/packs': { from: 'page', input: Nothing, output: z.array(OutletPackInfo) },
  /** The outlets that the user has rated, by name. */
  'outlets/own': {
    from: 'page',
    input: Nothing,
    output: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        host: z.string(),
        bias: z.number(),
        date: z.nullable(z.string()),
      }),
    ),
  },
  'outlets/search': {
    from: 'page',
    input: z.object({ text: text(100) }),
    output: z.object({
      outlets: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          host: z.string(),
          ratings: z.array(Rating),
          ownBias: z.nullable(z.number()),
        }),
      ),
      /** Number of all matches, including those left out. */
      total: z.number(),
    }),
  },
  /** The outlet of a page's address; null if neither the registry nor a rater knows its host. */
  'outlets/of-page': { from: 'page', input: z.object({ url: PageUrl }), output: z.nullable(RatedOutlet) },

  'ratings/list': { from: 'page', input: Nothing, output: z.array(RatingPackInfo) },
  'ratings/import': {
    from: 'page',
    input: z.object({ fileName: text(200), text: text(5_000_000) }),
    output: ImportOutcome,
  },

  /** Nothing of the file is stored. */
  'ratings/read-own': {
    from: 'page',
    input: z.object({ fileName: text(200), text: text(5_000_000) }),
    output: z.discriminatedUnion('status', [
      z.object({
        status: z.literal('read'),
        places: z.array(z.object({ id: text(260), bias: z.number(), date: z.nullable(z.iso.date()) })),
        skipped: z.number(),
        problems: z.array(ImportProblem),
      }),
      z.object({ status: z.literal('rejected'), problems: z.array(ImportProblem) }),
    ]),
  },

  /** Read before a pack is removed, so that this can be undone. */
  'packs/read': { from: 'page', input: PackName, output: z.nullable(KeptPack) },
  'packs/remove': { from: 'page', input: PackName, output: Nothing },
  /** Does not replace a pack that has been imported under the same name meanwhile. */
  'packs/restore': {
    from: 'page',
    input: KeptPack,
    output: z.object({ failure: z.nullable(z.enum(['storage-full', 'not-stored'])) }),
  },

  /** Asks a server to describe itself and to accept the token; nothing is saved. */
  'server/test': { from: 'page', input: z.object({ address: text(500), token: text(500) }), output: ServerTest },
  /** Newest first, including entries of private windows. */
  'ledger/list': {
    from: 'page',
    input: z.object({
      kind: z.nullable(QuestionKind),
      limit: z.number().check(z.int(), z.minimum(1), z.maximum(LEDGER_MAX)),
    }),
    output: z.object({ entries: z.array(LedgerEntry), total: z.number(), isDiskRead: z.boolean() }),
  },
  'ledger/clear': { from: 'page', input: Nothing, output: Nothing },

  'data/clear': { from: 'page', input: Nothing, output: Nothing },
} as const;

export type MessageName = keyof typeof MESSAGES;
export type MessageInput<Name extends MessageName> = z.infer<(typeof MESSAGES)[Name]['input']>;
export type MessageOutput<Name extends MessageName> = z.infer<(typeof MESSAGES)[Name]['output']>;
