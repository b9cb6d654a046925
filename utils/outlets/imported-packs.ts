// Imports outlet and rating packs from the user's files into the database.
import { problemAt, why } from '../../engine/outlet/import-problem.ts';
import { parseOutletPack } from '../../engine/outlet/parse-outlet-pack.ts';
import { parseRatingPack } from '../../engine/outlet/parse-rating-pack.ts';
import type { OutletPack, RatingPack } from '../../engine/schema.ts';
import type { ImportOutcome, KeptPack, OutletPackInfo, PackName } from '../messages.ts';
import { changeSetting, readSetting } from '../settings.ts';
import type { Store } from '../store/database.ts';
import { deletePack, readPacks, writePack } from '../store/packs.ts';
import type { StoredPack } from '../store/records.ts';
import { readWith, writeWith } from '../store/transaction.ts';
import { SHIPPED_RATING_PACKS } from './shipped-packs.ts';

export type ImportedPacks = {
  readonly outlets: readonly OutletPack[];
  readonly ratings: readonly RatingPack[];
  /** False if the database cannot be read, so there may be imported packs after all. */
  readonly areRead: boolean;
};

/** Empty if the database cannot be read: shipped packs must still work. */
export async function readImportedPacks(store: Store): Promise<ImportedPacks> {
  const read = await store.run(readWith(['packs'], readPacks));
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
  const { pack, ...details } = parsed.value;
  const failure = await save(store, { kind: 'outlets', id: pack.name, pack });
  if (failure !== null) return { status: failure };
  return { status: 'imported', name: pack.name, entries: pack.outlets.length, ...details };
}

export async function importRatingPack(
  store: Store,
  file: { readonly fileName: string; readonly text: string },
): Promise<ImportOutcome> {
  const parsed = parseRatingPack(file);
  if (!parsed.ok) return { status: 'rejected', problems: parsed.error };
  const { pack, ...details } = parsed.value;
  if (SHIPPED_RATING_PACKS.some((id) => id === pack.id)) {
    return { status: 'rejected', problems: [problemAt(1, why('taken-id', pack.id))] };
  }
  const failure = await save(store, { kind: 'ratings', id: pack.id, pack });
  if (failure !== null) return { status: failure };
  return { status: 'imported', name: pack.name, entries: Object.keys(pack.values).length, ...details };
}

export async function listOutletPacks(store: Store): Promise<OutletPackInfo[]> {
  const { outlets } = await readImportedPacks(store);
  return outlets.map((pack) => ({ name: pack.name, date: pack.date, outlets: pack.outlets.length }));
}

export async function removePack(store: Store, name: PackName): Promise<void> {
  const removed = await store.run(writeWith(['packs'], (transaction) => deletePack(transaction, name)));
  // If the pack is still there, it must keep its setting.
  if (!removed.ok) throw new Error(`the pack cannot be removed: ${removed.error.reason}`);
  if (name.kind !== 'ratings') return;
  // Otherwise, imported again, it would be off.
  await changeSetting('ratingPacksOff', (off) => (off.includes(name.id) ? off.filter((id) => id !== name.id) : off));
}

export async function readPack(store: Store, { kind, id }: PackName): Promise<KeptPack | null> {
  const read = await store.run(readWith(['packs'], readPacks));
  const stored = read.ok ? read.value.find((pack) => pack.kind === kind && pack.id === id) : undefined;
  if (stored === undefined) return null;
  return { stored, isSwitchedOff: kind === 'ratings' && (await readSetting('ratingPacksOff')).includes(id) };
}

/** Null when it has been restored, or another pack has its name. */
export async function restorePack(store: Store, { stored, isSwitchedOff }: KeptPack): Promise<SaveFailure | null> {
  if ((await readPack(store, stored)) !== null) return null;
  // Before the pack itself, which must not take effect even for a moment.
  if (isSwitchedOff) await changeSetting('ratingPacksOff', (off) => [...new Set([...off, stored.id])]);
  return save(store, stored);
}

type SaveFailure = 'storage-full' | 'not-stored';

async function save(store: Store, pack: StoredPack): Promise<SaveFailure | null> {
  const saved = await store.run(writeWith(['packs'], (transaction) => writePack(transaction, pack)));
  if (saved.ok) return null;
  return saved.error.reason === 'storage-full' ? 'storage-full' : 'not-stored';
}
