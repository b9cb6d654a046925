// Where answers of a server are kept: on disk, or in memory for private windows and where nothing may be kept.
import type { EpochMs } from '../../../engine/ids.ts';

export type KeptAnswer = {
  /** Server and path. */
  readonly key: string;
  /** As it was parsed; parsed again when it is taken out. */
  readonly answer: unknown;
  readonly etag: string | null;
  /** When the server last said it. */
  readonly askedAt: EpochMs;
  readonly freshUntil: EpochMs;
  readonly staleUntil: EpochMs;
  /** Characters of it as JSON. */
  readonly size: number;
};

/** Neither may fail: without a cache the server is asked again. */
export type AnswerCache = {
  read(key: string): Promise<KeptAnswer | null>;
  write(kept: KeptAnswer): Promise<void>;
};

const MEMORY_MAX = 200;

/** Over a cache that is only read: what a private window asks is in memory alone. */
export function createMemoryCache(below: Pick<AnswerCache, 'read'> | null = null): AnswerCache & { clear(): void } {
  const answers = new Map<string, KeptAnswer>();
  return {
    read: async (key) => answers.get(key) ?? (await below?.read(key)) ?? null,
    async write(kept) {
      answers.delete(kept.key);
      answers.set(kept.key, kept);
      const [oldest] = answers.keys();
      if (answers.size > MEMORY_MAX && oldest !== undefined) answers.delete(oldest);
    },
    clear: () => answers.clear(),
  };
}
