// Statements that touch every article, and may take minutes where there are tens of millions.
import type { Queries } from './database.ts';

/**
 * Until the transaction ends. To be called once its locks are held: waiting for them stays limited, and a statement that
 * was ended half-way would be begun from nothing the next time, and be ended again.
 */
export async function allowLongStatements({ query }: Queries): Promise<void> {
  await query('set local statement_timeout = 0');
}
