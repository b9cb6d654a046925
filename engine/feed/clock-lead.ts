// Finds feeds that write the time of their own country as if it were UTC, by items that would come from the future.
//
// Many publishing systems in Asia write "2026-05-03 21:00" without a zone, or with "GMT" behind it. Taken at its word, what
// appeared in the last nine hours is ahead of the clock, and everything before it nine hours too late. One item ahead may
// announce something; several, none of them further ahead than the country's clocks, are those clocks. To the west of
// Greenwich such a feed is late instead, which looks like any feed that is.
import type { EpochMs } from '../ids.ts';
import type { FeedItem } from './schema.ts';

/**
 * Hours ahead of UTC, of countries with one time all the year; those with several have the one of most of their outlets. Zones
 * under three hours are left out: a clock that is a little fast, and summer time, look like them. From the IANA time zone database.
 */
const HOURS_AHEAD: Readonly<Record<string, number>> = {
  ...{
    AE: 4,
    AM: 4,
    AZ: 4,
    BD: 6,
    BH: 3,
    BN: 8,
    BY: 3,
    CN: 8,
    ET: 3,
    GE: 4,
    HK: 8,
    ID: 7,
    IN: 5.5,
    IQ: 3,
    IR: 3.5,
    JO: 3,
  },
  ...{ JP: 9, KE: 3, KG: 6, KH: 7, KR: 9, KW: 3, KZ: 5, LA: 7, LK: 5.5, MM: 6.5, MN: 8, MO: 8, MY: 8, NP: 5.75, OM: 4 },
  ...{
    PH: 8,
    PK: 5,
    QA: 3,
    RU: 3,
    SA: 3,
    SG: 8,
    SY: 3,
    TH: 7,
    TJ: 5,
    TM: 5,
    TR: 3,
    TW: 8,
    TZ: 3,
    UG: 3,
    UZ: 5,
    VN: 7,
    YE: 3,
  },
};

const HOUR_MS = 3_600_000;
/** Clocks that say the right time differ by this much. */
const TOLERANCE_MS = 10 * 60_000;
const ITEMS_LEAST = 3;

type Feed = {
  readonly items: readonly Pick<FeedItem, 'publishedAt'>[];
  /** ISO 3166-1 code of the outlet's country. */
  readonly country: string | null;
  readonly now: EpochMs;
};

/** Milliseconds to take from the feed's times; 0 for a feed that is right, or of which nothing can be told. */
export function findClockLead({ items, country, now }: Feed): number {
  const lead = (HOURS_AHEAD[country ?? ''] ?? 0) * HOUR_MS;
  const times = items.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt - now]));
  const ahead = times.filter((ms) => ms > TOLERANCE_MS && ms <= lead + TOLERANCE_MS);
  return ahead.length < ITEMS_LEAST ? 0 : lead;
}
