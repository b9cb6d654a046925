// Reads and writes the outlet and rating packs that the user imported.
import { createRecordParser, parseRecords, StoredPack } from './records.ts';
import type { Transaction } from './transaction.ts';

const parsePack = createRecordParser(StoredPack, 'an imported pack');

export async function readPacks<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
): Promise<StoredPack[]> {
  return parseRecords(await transaction.objectStore('packs').getAll(), parsePack);
}

/** Replaces a pack of the same kind and id. */
export async function writePack(transaction: Transaction<'readwrite'>, pack: StoredPack): Promise<void> {
  await transaction.objectStore('packs').put(pack);
}

export async function deletePack(
  transaction: Transaction<'readwrite'>,
  { kind, id }: Pick<StoredPack, 'kind' | 'id'>,
): Promise<void> {
  await transaction.objectStore('packs').delete([kind, id]);
}
