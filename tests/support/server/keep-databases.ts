// Before the first test: creates the embedded databases that tests open once, rather than in each test worker that needs one.
import { keepDatabase } from './empty-database.ts';

export async function setup(): Promise<void> {
  for (const contents of ['without-tables', 'with-tables'] as const) await keepDatabase(contents);
}
