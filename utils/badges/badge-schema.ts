// What the badges of a page and the worker exchange: links to look up, badges to show, and the content of cards.
import * as z from 'zod/mini';
import { StoryId } from '../../engine/ids.ts';
import { URL_MAX } from '../../engine/limits.ts';
import { CoverageArticle, RatedOutlet, Side, StorySummary } from '../../engine/schema.ts';
import { FailureReason } from '../tab-state.ts';

/** Badges on a site: all; only those with a blindspot; on the link under the pointer; none. */
export const BadgeDensity = z.enum(['all', 'blindspots', 'hover', 'off']);
export type BadgeDensity = z.infer<typeof BadgeDensity>;

/** Characters of a headline that are compared: the longest that engine and feeds keep. */
export const LINK_TEXT_MAX = 400;

/**
 * As the browser returns it: canonicalizing addresses is too slow for pages with hundreds of links. A malformed one (`http: //…`)
 * is passed on as it is, and must not cost the other links their badges.
 */
export const LinkAddress = z.string().check(z.maxLength(URL_MAX), z.startsWith('http'));

export const AskedLink = z.object({
  url: LinkAddress,
  text: z.string().check(z.maxLength(LINK_TEXT_MAX)),
});
export type AskedLink = z.infer<typeof AskedLink>;

/** Who knows a story: device and server may have the same id for different extents of it. */
export const StorySource = z.enum(['device', 'server']);
export type StorySource = z.infer<typeof StorySource>;

/** Exactly what a badge draws; the card requests the rest, of the same source. */
export const BadgeStory = z.object({
  storyId: StoryId,
  by: StorySource,
  /** Independent reports: copies of one text count once. */
  reports: z.number(),
  /** Numbers of outlets, one vote each. */
  left: z.number(),
  center: z.number(),
  right: z.number(),
  unrated: z.number(),
  /** The side that barely covers the story. */
  blindspot: z.nullable(z.enum(['left', 'right'])),
});
export type BadgeStory = z.infer<typeof BadgeStory>;

/** What to do on a page, and the story of the page's own article if it is known. */
export const BadgeOrders = z.object({ density: BadgeDensity, page: z.nullable(BadgeStory) });
export type BadgeOrders = z.infer<typeof BadgeOrders>;

/** `index` is the position in the question; links without a badge are missing. */
export const FoundBadges = z.array(z.object({ index: z.number(), story: BadgeStory }));
export type FoundBadges = z.infer<typeof FoundBadges>;

/** `isWhole`: every source answered, so links without a badge have no story; otherwise they may be asked for again. */
export const LinksAnswer = z.object({ found: FoundBadges, isWhole: z.boolean() });
export type LinksAnswer = z.infer<typeof LinksAnswer>;

/**
 * `finder`: there may be badges; the script that finds links is on its way, and if a link is covered, the overlay too. `none`:
 * none so far; `wait`: none until the worker reports a change.
 */
export const ScoutAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('finder'), orders: BadgeOrders, found: FoundBadges }),
  z.object({ status: z.enum(['none', 'wait']) }),
]);
export type ScoutAnswer = z.infer<typeof ScoutAnswer>;

export const SideHeadline = z.object({
  side: z.union([Side, z.literal('unrated')]),
  article: CoverageArticle,
  outlet: RatedOutlet,
});
export type SideHeadline = z.infer<typeof SideHeadline>;

export const CardStory = z.object({
  story: StorySummary,
  /** One per side that covers the story, left to right; never from the page's own outlet if there is another. */
  headlines: z.array(SideHeadline).check(z.maxLength(3)),
  /** The outlet that the link leads to, or whose page is open, if it is rated. */
  outlet: z.nullable(RatedOutlet),
  /** Offline: when feeds were last fetched successfully, in epoch milliseconds. Null while online. */
  offlineAsOf: z.nullable(z.number()),
  /** False in private windows, where a page of the extension would leave a trace. */
  canOpenStory: z.boolean(),
});
export type CardStory = z.infer<typeof CardStory>;

/** The content of a card; `gone`: the story has expired, or the device does not know it. */
export const CardAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('shown'), card: CardStory }),
  z.object({ status: z.literal('gone') }),
  z.object({ status: z.literal('failed'), reason: FailureReason }),
]);
export type CardAnswer = z.infer<typeof CardAnswer>;
