// Finds feeds that write the time of their own country as if it were UTC, by items that would come from the future.
//
// Many publishing systems in Asia write "2026-05-03 21:00" without a zone, or with "GMT" behind it. Read as UTC, everything
// in such a feed is nine hours late, and what appeared in the last nine hours is in the future. A single item in the future
// may announce something; several that are ahead by no more than the country's offset show that the feed writes local time.
// West of Greenwich such items are too old instead, which cannot be told from a slow feed.
import type { EpochMs } from '../ids.ts';
import type { FeedItem } from './schema.ts';

/**
 * Hours ahead of UTC, and the countries with that offset all year; of several zones the one of most of a country's outlets.
 * Offsets under three hours are left out: a fast clock and summer time look the same. From the IANA time zone database.
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
/** Correct clocks differ by up to this much. */
const TOLERANCE_MS = 10 * 60_000;
const ITEMS_LEAST = 3;
/** The latest item must be ahead by this share of the country's offset, as feeds are read soon after it appeared. Less is a fast clock, or tomorrow's paper. */
const SHARE_LEAST = 0.5;
/** Correct feeds announce items up to two hours ahead; a country three hours ahead has to show more than that. */
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
