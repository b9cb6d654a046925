// A story's timeline: first reports of its outlets by hour or day and by side.
//
// Hours for stories of up to two days, days for longer ones, in the reader's own time; each outlet counts once.
// Example: three outlets at 09:10, 09:50 and 11:05 make spans 09 (2), 10 (0) and 11 (1).

import { toSide } from '../bias-scale.ts';
import { readTrustedTime, type StoryMember } from '../coverage/story-member.ts';
import type { EpochMs, OutletId } from '../ids.ts';
import type { OutletRater } from '../outlet/outlet-rater.ts';
import type { Timeline, TimelineSpan } from '../schema-story-context.ts';

export type TimelineQuestion = {
  readonly members: readonly StoryMember[];
  readonly rater: OutletRater;
  /** The reader's offset from UTC, so that days begin at the reader's midnight. */
  readonly utcOffsetMs: number;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Bars are hours up to this span; more bars would be indistinguishable on a narrow page. */
const HOURS_MAX = 48;
const DAYS_MAX = 31;

export function computeTimeline({ members, rater, utcOffsetMs }: TimelineQuestion): Timeline {
  const firsts = new Map<OutletId, EpochMs>();
  for (const member of members) {
    const { at } = readTrustedTime(member);
    firsts.set(member.outletId, Math.min(at, firsts.get(member.outletId) ?? at));
  }
  const times = [...firsts.values()];
  if (times.length === 0) return { unit: 'hour', spans: [], earlier: 0 };
  const floorTo = (at: EpochMs, unitMs: number) => Math.floor((at + utcOffsetMs) / unitMs) * unitMs - utcOffsetMs;
  const earliest = times.reduce((a, b) => Math.min(a, b));
  const latest = times.reduce((a, b) => Math.max(a, b));
  const isShort = floorTo(latest, HOUR_MS) - floorTo(earliest, HOUR_MS) < HOURS_MAX * HOUR_MS;
  const unitMs = isShort ? HOUR_MS : DAY_MS;
  const end = floorTo(latest, unitMs);
  const start = Math.max(floorTo(earliest, unitMs), end - ((isShort ? HOURS_MAX : DAYS_MAX) - 1) * unitMs);
  const spans: TimelineSpan[] = Array.from({ length: Math.round((end - start) / unitMs) + 1 }, (_, index) => ({
    at: start + index * unitMs,
    left: 0,
    center: 0,
    right: 0,
    unrated: 0,
  }));
  let earlier = 0;
  for (const [outletId, at] of firsts) {
    const span = spans[Math.round((floorTo(at, unitMs) - start) / unitMs)];
    const { bias } = rater.rate(outletId);
    if (span === undefined) earlier++;
    else span[bias === null ? 'unrated' : toSide(bias.step)]++;
  }
  return { unit: isShort ? 'hour' : 'day', spans, earlier };
}
