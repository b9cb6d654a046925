// For statements that touch every article, which may take minutes with tens of millions of them.
import type { Queries } from './database.ts';

/** The connection to a server recognizes it, and waits for the answers to what follows. */
export const NO_STATEMENT_TIMEOUT = 'set local statement_timeout = 0';

/**
 * Applies until the transaction ends. Call it once the locks are held, so that waiting for them stays limited. A long statement
 * that timed out would start from the beginning next time, and time out again.
 */
export async function allowLongStatements({ query }: Queries): Promise<void> {
  await query(NO_STATEMENT_TIMEOUT);
}
