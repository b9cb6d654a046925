// Finds feeds that write the time of their own country as if it were UTC, by items that would come from the future.
//
// Many publishing systems in Asia write "2026-05-03 21:00" without a zone, or with "GMT" behind it. Taken at its word, what
// appeared in the last nine hours is ahead of the clock, and everything before it nine hours too late. One item ahead may
// announce something; several that are no further ahead than the country's clocks are those clocks. To the west of Greenwich
// such a feed is late instead, which looks like any feed that is.
import type { EpochMs } from '../ids.ts';
import type { FeedItem } from './schema.ts';

/**
 * Hours ahead of UTC, and countries that are so all the year; those with several times have the one of most of their outlets.
 * Under three hours are left out: a clock that is a little fast, and summer time, look like them. From the IANA time zone database.
 */
const AHEAD: readonly (readonly [hours: number, countries: string])[] = [
  [3, 'BH BY ET IQ JO KE KW QA RU SA SY TR TZ UG YE'],
  [3.5, 'IR'],
  [4, 'AE AM AZ GE OM'],
  [5, 'KZ PK TJ TM UZ'],
  [5.5, 'IN LK'],
  [5.75, 'NP'],
  [6, 'BD KG'],
  [6.5, 'MM'],
  [7, 'ID KH LA TH VN'],
  [8, 'BN CN HK MN MO MY PH SG TW'],
  [9, 'JP KR'],
];
const HOURS_AHEAD = new Map(AHEAD.flatMap(([hours, countries]) => countries.split(' ').map((code) => [code, hours])));

const HOUR_MS = 3_600_000;
/** Clocks that say the right time differ by this much. */
const TOLERANCE_MS = 10 * 60_000;
const ITEMS_LEAST = 3;
/** Of the country's lead, that of the latest item: feeds are read soon after it appeared. Less is a fast clock, or tomorrow's paper. */
const SHARE_LEAST = 0.5;
/** What a right feed announces is for the next two hours; a country three hours ahead has to show more than that. */
const ANNOUNCED_MOST_MS = 2.5 * HOUR_MS;

type Feed = {
  readonly items: readonly Pick<FeedItem, 'publishedAt'>[];
  /** ISO 3166-1 code of the outlet's country. */
  readonly country: string | null;
  readonly now: EpochMs;
};

/** Milliseconds to take from the feed's times; 0 for a feed that is right, or of which nothing can be told. */
export function findClockLead({ items, country, now }: Feed): number {
  const lead = (HOURS_AHEAD.get(country ?? '') ?? 0) * HOUR_MS;
  const times = items.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt - now]));
  const ahead = times.filter((ms) => ms > TOLERANCE_MS && ms <= lead + TOLERANCE_MS);
  const least = Math.max(lead * SHARE_LEAST, ANNOUNCED_MOST_MS);
  return ahead.length >= ITEMS_LEAST && ahead.some((ms) => ms >= least) ? lead : 0;
}
