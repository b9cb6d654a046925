// Headlines of overlapping affairs, whose stories constantly merge, split, exchange articles and end.
import { inventStory, sentence } from '../../scripts/bench/invented-stream.ts';
import type { Headline } from './on-device-fixtures.ts';

const AFFAIRS = 5;
const WORDS_OF_EVENT = 8;

type Event = readonly string[];

/** What an outlet's feed lists at that time; some headlines change between two times. */
export function createTurbulence(random: () => number): (host: string, now: number) => readonly Headline[] {
  const affairs = Array.from({ length: AFFAIRS }, () => [...inventStory(random).words]);
  const events: Event[] = [];
  const listed = new Map<string, Headline[]>();
  let count = 0;
  const pick = <One>(from: readonly One[]): One => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };

  /** Half of its words are the affair's, which change one by one; the other half are its own. */
  function beginEvent(): Event {
    const affair = pick(affairs);
    affair[Math.floor(random() * affair.length)] = pick(inventStory(random).words);
    const own = inventStory(random).words;
    return Array.from({ length: WORDS_OF_EVENT }, (_, i) => (i % 2 === 0 ? pick(affair) : pick(own)));
  }

  /** Every fifth title is about two events at once, which merges their stories. */
  function writeTitle(): string {
    if (events.length === 0 || random() < 0.25) events.push(beginEvent());
    const recent = events.slice(-12);
    const first = pick(recent);
    const words = random() < 0.2 ? [...first.slice(0, 5), ...pick(recent).slice(0, 5)] : first;
    return sentence({ words }, { length: 9, ownShare: 0.85, random });
  }

  return (host, now) => {
    const before = listed.get(host) ?? [];
    const kept = before.slice(-4).map((one) => (random() < 0.15 ? { ...one, title: writeTitle() } : one));
    const fresh = Array.from({ length: 1 + Math.floor(random() * 5) }, () => ({
      title: writeTitle(),
      path: `n-${count++}`,
      publishedAt: now - Math.floor(random() * 3_600_000),
    }));
    listed.set(host, [...kept, ...fresh]);
    return [...kept, ...fresh];
  };
}
