// Before the first test: the embedded databases that tests open are made once, rather than by each worker that needs one.
import { keepDatabase } from './empty-database.ts';

export async function setup(): Promise<void> {
  for (const contents of ['without-tables', 'with-tables'] as const) await keepDatabase(contents);
}
