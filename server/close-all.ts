// Ends what was started, the last first: what fails to end keeps nothing else from ending.
import type { Log } from './log.ts';

/** In the order of starting. */
export async function closeAll(closing: readonly (() => Promise<void>)[], log: Pick<Log, 'error'>): Promise<void> {
  for (const close of closing.toReversed()) {
    await close().catch((cause: unknown) => log.error('a part of the server did not end as it should', cause));
  }
}
