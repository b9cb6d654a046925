// Closes what was started, last first; one that fails to close does not keep the others from closing.
import type { Log } from './log.ts';

/** `closing` is in the order of starting. */
export async function closeAll(closing: readonly (() => Promise<void>)[], log: Pick<Log, 'error'>): Promise<void> {
  for (const close of closing.toReversed()) {
    await close().catch((cause: unknown) => log.error('a part of the server failed to close', { cause }));
  }
}
