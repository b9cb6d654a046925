// Where answers of a server are kept: on disk, or in memory for private windows and where nothing may be kept.
import { ANSWERS_SIZE_MAX } from '../../store/answers.ts';
import type { StoredAnswer } from '../../store/records.ts';

/** No method throws or fails: without a cache the server is asked again. */
export type AnswerCache = {
  read(key: string): Promise<StoredAnswer | null>;
  /** False when it could not be stored; an older answer may still be there. */
  write(kept: StoredAnswer): Promise<boolean>;
  /** False when it may still be there. */
  delete(key: string): Promise<boolean>;
};

const MEMORY_MAX = 200;

/** A cache in memory over one that is only read: nothing that a private window asks or finds gone is written to disk. */
export function createMemoryCache(below: Pick<AnswerCache, 'read'> | null = null): AnswerCache {
  /** Null for an answer that was deleted here, whatever the cache below has. */
  const answers = new Map<string, StoredAnswer | null>();
  function put(key: string, kept: StoredAnswer | null): void {
    answers.delete(key);
    answers.set(key, kept);
    let size = 0;
    for (const one of answers.values()) size += one?.size ?? 0;
    for (const [oldest, one] of answers) {
      if (answers.size <= MEMORY_MAX && size <= ANSWERS_SIZE_MAX) break;
      answers.delete(oldest);
      size -= one?.size ?? 0;
    }
  }
  return {
    async read(key) {
      const kept = answers.get(key);
      return kept === undefined ? ((await below?.read(key)) ?? null) : kept;
    },
    async write(kept) {
      put(kept.key, kept);
      return true;
    },
    async delete(key) {
      put(key, null);
      return true;
    },
  };
}
