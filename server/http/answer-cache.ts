// Keeps ready answers in memory, up to a number of bytes and for a short time; concurrent misses share one computation.
//
//   get ──▶ fresh ──▶ the answer, at once
//    └───▶ missing or old ──▶ one `make` for everyone who asks meanwhile ──▶ kept, unless dropped while it was made
//
// Eviction is least recently used, accurate to a second: a Map iterates in insertion order, and a used entry is inserted again.
import { type ReadyAnswer, sizeOf } from './ready-answer.ts';

export type AnswerCacheOptions = {
  readonly bytesMax: number;
  readonly ageMaxMs: number;
  readonly now: () => number;
};

export type AnswerCache = {
  /** Synchronous; returns fresh answers only. */
  readonly peek: (key: string) => ReadyAnswer | null;
  /** `make` returns null for what does not exist, which is not cached. */
  readonly get: (key: string, make: () => Promise<ReadyAnswer | null>) => Promise<ReadyAnswer | null>;
  readonly drop: (key: string) => void;
  readonly clear: () => void;
  readonly counts: () => {
    readonly entries: number;
    readonly bytes: number;
    readonly hits: number;
    readonly misses: number;
  };
};

type Entry = { readonly answer: ReadyAnswer; readonly until: number; usedAt: number };

/** An answer requested thousands of times a second is not moved to the end of the Map each time. */
const USED_STEP_MS = 1000;
type Making = { readonly answer: Promise<ReadyAnswer | null>; isDropped: boolean };

export function createAnswerCache({ bytesMax, ageMaxMs, now }: AnswerCacheOptions): AnswerCache {
  const entries = new Map<string, Entry>();
  const makings = new Map<string, Making>();
  let bytes = 0;
  let hits = 0;
  let misses = 0;

  function remove(key: string): void {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entries.delete(key);
    bytes -= sizeOf(entry.answer);
  }

  function keep(key: string, answer: ReadyAnswer): void {
    remove(key);
    if (sizeOf(answer) > bytesMax) return;
    const at = now();
    entries.set(key, { answer, until: at + ageMaxMs, usedAt: at });
    bytes += sizeOf(answer);
    for (const oldest of entries.keys()) {
      if (bytes <= bytesMax) return;
      remove(oldest);
    }
  }

  function peek(key: string): ReadyAnswer | null {
    const entry = entries.get(key);
    const at = now();
    if (entry === undefined || entry.until <= at) return null;
    if (at - entry.usedAt >= USED_STEP_MS) {
      entry.usedAt = at;
      entries.delete(key); // to the end: most recently used
      entries.set(key, entry);
    }
    hits++;
    return entry.answer;
  }

  async function makeAndKeep(key: string, making: Making): Promise<ReadyAnswer | null> {
    try {
      const answer = await making.answer;
      if (answer !== null && !making.isDropped) keep(key, answer);
      return answer;
    } finally {
      if (makings.get(key) === making) makings.delete(key);
    }
  }

  return {
    peek,
    async get(key, make) {
      const fresh = peek(key);
      if (fresh !== null) return fresh;
      misses++;
      const running = makings.get(key);
      if (running !== undefined) return await running.answer;
      const making: Making = { answer: make(), isDropped: false };
      makings.set(key, making);
      return await makeAndKeep(key, making);
    },
    drop(key) {
      remove(key);
      const making = makings.get(key);
      if (making === undefined) return;
      making.isDropped = true; // those already waiting still get it, nobody else does
      makings.delete(key);
    },
    clear() {
      entries.clear();
      bytes = 0;
      for (const making of makings.values()) making.isDropped = true;
      makings.clear();
    },
    counts: () => ({ entries: entries.size, bytes, hits, misses }),
  };
}
