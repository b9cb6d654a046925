// Takes over outlet and rating packs from files of the user, and keeps them in the database.
import { problemAt } from '../../engine/outlet/import-problem.ts';
import { parseOutletPack } from '../../engine/outlet/parse-outlet-pack.ts';
import { parseRatingPack } from '../../engine/outlet/parse-rating-pack.ts';
import type { OutletPack, RatingPack } from '../../engine/schema.ts';
import type { ImportOutcome, OutletPackInfo } from '../messages.ts';
import { changeSetting } from '../settings.ts';
import type { Store } from '../store/database.ts';
import { deletePack, readPacks, writePack } from '../store/packs.ts';
import type { StoredPack } from '../store/records.ts';
import { readWith, writeWith } from '../store/transaction.ts';
import { SHIPPED_RATING_PACKS } from './shipped-packs.ts';

export type ImportedPacks = {
  readonly outlets: readonly OutletPack[];
  readonly ratings: readonly RatingPack[];
  /** False where the database cannot be read: there may be packs all the same. */
  readonly areRead: boolean;
};

/** Empty when the database cannot be read: shipped packs must work all the same. */
export async function readImportedPacks(store: Store): Promise<ImportedPacks> {
  const read = await store.run((db) => readWith(db, ['packs'], readPacks));
  const packs = read.ok ? read.value : [];
  return {
    outlets: packs.filter((pack) => pack.kind === 'outlets').map(({ pack }) => pack),
    ratings: packs.filter((pack) => pack.kind === 'ratings').map(({ pack }) => pack),
    areRead: read.ok,
  };
}

export async function importOutletPack(store: Store, text: string): Promise<ImportOutcome> {
  const parsed = parseOutletPack({ text });
  if (!parsed.ok) return { status: 'rejected', problems: parsed.error };
  const { pack, problems, skipped } = parsed.value;
  const saved = await save(store, { kind: 'outlets', id: pack.name, pack });
  const entries = pack.outlets.length;
  return saved ?? { status: 'imported', name: pack.name, entries, skipped, problems };
}

export async function importRatingPack(
  store: Store,
  file: { readonly fileName: string; readonly text: string },
): Promise<ImportOutcome> {
  const parsed = parseRatingPack(file);
  if (!parsed.ok) return { status: 'rejected', problems: parsed.error };
  const { pack, problems, skipped } = parsed.value;
  if (SHIPPED_RATING_PACKS.some((id) => id === pack.id)) {
    return { status: 'rejected', problems: [problemAt(1, 'taken-id', pack.id)] };
  }
  const saved = await save(store, { kind: 'ratings', id: pack.id, pack });
  const entries = Object.keys(pack.values).length;
  return saved ?? { status: 'imported', name: pack.name, entries, skipped, problems };
}

export async function listOutletPacks(store: Store): Promise<OutletPackInfo[]> {
  const { outlets } = await readImportedPacks(store);
  return outlets.map((pack) => ({ name: pack.name, date: pack.date, outlets: pack.outlets.length }));
}

/** Outlet packs have no id of their own: their name is what a later import replaces. */
export const removeOutletPack = (store: Store, name: string) => remove(store, { kind: 'outlets', id: name });

export async function removeRatingPack(store: Store, id: string): Promise<void> {
  await remove(store, { kind: 'ratings', id });
  // Imported again, it would come back switched off.
  await changeSetting('ratingPacksOff', (off) => (off.includes(id) ? off.filter((other) => other !== id) : off));
}

async function remove(store: Store, pack: Pick<StoredPack, 'kind' | 'id'>): Promise<void> {
  await store.run((db) => writeWith(db, ['packs'], (transaction) => deletePack(transaction, pack)));
}

/** Null when it is kept; else why it is not. */
async function save(store: Store, pack: StoredPack): Promise<ImportOutcome | null> {
  const saved = await store.run((db) => writeWith(db, ['packs'], (transaction) => writePack(transaction, pack)));
  if (saved.ok) return null;
  return { status: saved.error.reason === 'storage-full' ? 'storage-full' : 'not-stored' };
}
