// The contract of every message between the extension's parts: who may send it, what goes in, what comes out.
//
// The worker's handler table is typed by it (a missing handler is a compile error) and parses what arrives by it.
import * as z from 'zod/mini';
import { EpochMs, StoryId } from '../engine/ids.ts';
import { IMPORT_REASONS } from '../engine/outlet/import-problem.ts';
import { Coverage, HttpUrl, Language, RatedOutlet, Rating, StorySummary } from '../engine/schema.ts';
import { StoryContext } from '../engine/schema-story-context.ts';
import { AskedLink, BadgeOrders, CardAnswer, FoundBadges, LinkAddress, ScoutAnswer } from './badges/badge-schema.ts';
import { LINKS_MAX } from './badges/links-max.ts';
import { LEDGER_MAX, LedgerEntry, QuestionKind } from './ledger-entry.ts';
import { PageReportSchema, PageUrl } from './page-report-schema.ts';
import { StoredPack } from './store/records.ts';
import { SyncState } from './sync-state.ts';
import { FailureReason, TabState } from './tab-state.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const DAY_MS = 86_400_000;
/** One line of a file that could not be taken over. */
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
    /** Lines that were left out; the problems are those of the first. */
    skipped: z.number(),
    problems: z.array(ImportProblem),
    /** The file says that these are somebody's own ratings. */
    hasOwnRatings: z.optional(z.boolean()),
  }),
  z.object({ status: z.literal('rejected'), problems: z.array(ImportProblem) }),
  /** Nothing is wrong with the file. */
  z.object({ status: z.enum(['storage-full', 'not-stored']) }),
]);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** A rating pack as the options page lists it. */
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
  /** Given by the user's organisation. */
  isManaged: z.boolean(),
  /** The organisation decided whether it is on. */
  isLocked: z.boolean(),
  isOn: z.boolean(),
});
export type RatingPackInfo = z.infer<typeof RatingPackInfo>;

/** A feed as the options page lists it. */
export const FeedInfo = z.object({
  url: z.string(),
  outletId: z.string(),
  outletName: z.string(),
  domains: z.array(z.string()),
  country: z.nullable(z.string()),
  lang: z.nullable(z.string()),
  biasStep: z.nullable(z.string()),
  isChosen: z.boolean(),
  isAllowed: z.boolean(),
  lastSuccessAt: z.nullable(EpochMs),
  /** Why the last poll failed, as feeds' states have it; null where it did not. */
  problem: z.nullable(z.string()),
});
export type FeedInfo = z.infer<typeof FeedInfo>;

/** Imported outlets as the options page lists them; the name tells packs apart. */
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

/** What tells imported packs apart: outlet packs by their name. */
const PackName = z.object({ kind: z.enum(['outlets', 'ratings']), id: text(120) });
export type PackName = z.infer<typeof PackName>;

/** An imported pack with all that is kept of it. */
const KeptPack = z.object({ stored: StoredPack, isSwitchedOff: z.boolean() });
export type KeptPack = z.infer<typeof KeptPack>;

const Nothing = z.object({});

/** What a server said of itself, as the options page shows it before its address is saved. */
export const ServerTest = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('answered'),
    name: text(120),
    articles: z.number(),
    stories: z.number(),
    outlets: z.number(),
    articleSeenAt: z.nullable(EpochMs),
    engineVersion: z.number(),
    /** Fewest articles that any page hides among; null where the whole index is asked for. */
    crowd: z.nullable(z.number()),
  }),
  z.object({ status: z.literal('failed'), reason: FailureReason }),
]);
export type ServerTest = z.infer<typeof ServerTest>;

/** `content` messages come from the content script and carry untrusted words; `page` messages from the extension's own pages. */
export const MESSAGES = {
  'page/report': { from: 'content', input: PageReportSchema, output: Nothing },
  /** The gate found a page worth reading: the worker adds the reader to it. */
  'page/promising': { from: 'content', input: z.object({ pageUrl: PageUrl }), output: Nothing },
  /** The content script starts to read: the popup can say so. */
  'page/reading': { from: 'content', input: z.object({ pageUrl: PageUrl }), output: Nothing },

  /** Whether a page gets badges, and the one of its own article. */
  'links/orders': { from: 'content', input: z.object({ pageUrl: PageUrl }), output: BadgeOrders },
  /** Whether a page may have badges; where it may, the script that finds links is added to it. */
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
      /** Has the overlay's script added to the page where there is something to show. */
      needsOverlay: z.boolean(),
    }),
    output: FoundBadges,
  },
  /**
   * What the card of a link says. `isOpened`: the card opens. While its badge is only pointed at, a server is not asked,
   * and a story may be gone that only the device does not know.
   */
  'links/story': {
    from: 'content',
    input: z.object({ pageUrl: PageUrl, storyId: StoryId, url: HttpUrl, isOpened: z.boolean() }),
    output: CardAnswer,
  },
  /** Adds the script that draws badges, or cards, to the page that asks. */
  'links/script': { from: 'content', input: z.object({ part: z.enum(['overlay', 'card']) }), output: Nothing },
  /** Opens a story's own page: a web page cannot link to it. */
  'links/open': { from: 'content', input: z.object({ storyId: StoryId }), output: Nothing },

  /** Reads the tab where that is allowed now (also by activeTab) and has not happened yet. */
  'tab/open': { from: 'page', input: z.object({ tabId: z.number() }), output: z.nullable(TabState) },
  /** For the tab's page, also of a server that was asked a moment ago. */
  'tab/ask-again': { from: 'page', input: z.object({ tabId: z.number() }), output: z.nullable(TabState) },
  /** The user says that the tab's page is one article. */
  'tab/read-as-article': { from: 'page', input: z.object({ tabId: z.number() }), output: z.nullable(TabState) },
  'tab/separate': { from: 'page', input: z.object({ tabId: z.number() }), output: z.nullable(TabState) },
  'tab/unseparate': { from: 'page', input: z.object({ tabId: z.number() }), output: z.nullable(TabState) },

  'story/coverage': {
    from: 'page',
    input: z.object({ storyId: StoryId }),
    output: z.nullable(z.object({ coverage: Coverage, by: z.enum(['device', 'server']) })),
  },
  /** Only for the story's own page: it takes the engine's time and is too much for a popup. */
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
    output: z.object({ stories: z.array(StorySummary), by: z.enum(['device', 'server']) }),
  },

  'sync/state': { from: 'page', input: Nothing, output: SyncState },
  'sync/now': { from: 'page', input: Nothing, output: Nothing },

  'editions/list': { from: 'page', input: Nothing, output: z.array(EditionInfo) },
  'feeds/list': { from: 'page', input: Nothing, output: z.array(FeedInfo) },
  /** Origins to ask permission for, `https://host/*`, of the feeds now chosen. */
  'feeds/origins': { from: 'page', input: Nothing, output: z.array(z.string()) },
  'outlets/import': { from: 'page', input: z.object({ text: text(5_000_000) }), output: ImportOutcome },
  'outlets/packs': { from: 'page', input: Nothing, output: z.array(OutletPackInfo) },
  /** The outlets that the user gave a place of their own, by name. */
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
      /** With those that are left out. */
      total: z.number(),
    }),
  },
  /** Whose page an address is; null where neither the registry nor a rater has its host. */
  'outlets/of-page': { from: 'page', input: z.object({ url: PageUrl }), output: z.nullable(RatedOutlet) },

  'ratings/list': { from: 'page', input: Nothing, output: z.array(RatingPackInfo) },
  'ratings/import': {
    from: 'page',
    input: z.object({ fileName: text(200), text: text(5_000_000) }),
    output: ImportOutcome,
  },

  /** Nothing is kept of it. */
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

  /** For its undo: what is removed next. */
  'packs/read': { from: 'page', input: PackName, output: z.nullable(KeptPack) },
  'packs/remove': { from: 'page', input: PackName, output: Nothing },
  /** A pack that has been imported under its name meanwhile stays. */
  'packs/restore': {
    from: 'page',
    input: KeptPack,
    output: z.object({ failure: z.nullable(z.enum(['storage-full', 'not-stored'])) }),
  },

  /** Asks a server what it is and whether it takes the token; nothing is saved. */
  'server/test': { from: 'page', input: z.object({ address: text(500), token: text(500) }), output: ServerTest },
  /** Newest first, those of private windows among them. */
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
