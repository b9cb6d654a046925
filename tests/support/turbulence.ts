// Headlines of affairs that flow into each other: stories of them merge, part, lose articles to others, and end, all the time.
import { inventStory, sentence } from '../../scripts/bench/invented-stream.ts';
import type { Headline } from './on-device-fixtures.ts';

const AFFAIRS = 5;
const WORDS_OF_EVENT = 8;

type Event = readonly string[];

/** Of an outlet's feed at that time; some that it had before have another title by now. */
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

  /** Half of the affair's words, which change one by one, and as many of its own. */
  function beginEvent(): Event {
    const affair = pick(affairs);
    affair[Math.floor(random() * affair.length)] = pick(inventStory(random).words);
    const own = inventStory(random).words;
    return Array.from({ length: WORDS_OF_EVENT }, (_, i) => (i % 2 === 0 ? pick(affair) : pick(own)));
  }

  /** Every fifth tells of two events at once: that is what brings their stories together. */
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
