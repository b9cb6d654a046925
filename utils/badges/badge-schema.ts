// What travels between the badges of a page and the worker: links asked, badges to show, and what a card says.
import * as z from 'zod/mini';
import { StoryId } from '../../engine/ids.ts';
import { URL_MAX } from '../../engine/limits.ts';
import { CoverageArticle, RatedOutlet, Side, StorySummary } from '../../engine/schema.ts';
import { FailureReason } from '../tab-state.ts';

/** Badges of a site: all, those with a blindspot, on the link that is pointed at, none. */
export const BadgeDensity = z.enum(['all', 'blindspots', 'hover', 'off']);
export type BadgeDensity = z.infer<typeof BadgeDensity>;

/** Characters of a headline that are compared: the longest that engines and feeds keep. */
export const LINK_TEXT_MAX = 400;

/**
 * As the browser gives it: making addresses canonical is too dear for pages of hundreds. One that was written wrongly
 * (`http: //…`) comes as it is, and keeps none of the others from their badges.
 */
export const LinkAddress = z.string().check(z.maxLength(URL_MAX), z.startsWith('http'));

export const AskedLink = z.object({
  url: LinkAddress,
  text: z.string().check(z.maxLength(LINK_TEXT_MAX)),
});
export type AskedLink = z.infer<typeof AskedLink>;

/** Exactly what a badge draws; the card asks for the rest. */
export const BadgeStory = z.object({
  storyId: StoryId,
  /** Independent reports: copies of one text count once. */
  reports: z.number(),
  /** Outlets, one vote each. */
  left: z.number(),
  center: z.number(),
  right: z.number(),
  unrated: z.number(),
  /** The side that barely covers the story. */
  blindspot: z.nullable(z.enum(['left', 'right'])),
});
export type BadgeStory = z.infer<typeof BadgeStory>;

/** What is to be done on a page, with the story of the article that it is, where that is known. */
export const BadgeOrders = z.object({ density: BadgeDensity, page: z.nullable(BadgeStory) });
export type BadgeOrders = z.infer<typeof BadgeOrders>;

/** By position in the question; links without a badge are absent. */
export const FoundBadges = z.array(z.object({ index: z.number(), story: BadgeStory }));
export type FoundBadges = z.infer<typeof FoundBadges>;

/**
 * `finder`: there may be badges. What finds them is on its way, and with it, where a link is covered, what draws them.
 * `none`: none so far; `wait`: none until told otherwise.
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
  /** One of each side that covers the story, left to right; never the page's own outlet while there is another. */
  headlines: z.array(SideHeadline).check(z.maxLength(3)),
  /** The outlet that the link leads to, or whose page is open, where somebody rates it. */
  outlet: z.nullable(RatedOutlet),
  /** When feeds were last asked with success, where the browser has no connection now; null while it has one. */
  offlineAsOf: z.nullable(z.number()),
  /** False in private windows: a page of the extension would leave a trace there. */
  canOpenStory: z.boolean(),
});
export type CardStory = z.infer<typeof CardStory>;

/** What there is to say of a link's story; `gone`: it has expired, or the device does not know it. */
export const CardAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('shown'), card: CardStory }),
  z.object({ status: z.literal('gone') }),
  z.object({ status: z.literal('failed'), reason: FailureReason }),
]);
export type CardAnswer = z.infer<typeof CardAnswer>;
