// Which articles are copies of one text, and which of them is the original.
//
// Candidates share a sampled run of words, or the title. Two texts are copies when most of the shorter one lies in the
// longer one (`CONTAINED`), which an independent report that quotes three sentences of a wire never reaches. Texts too
// short for that (a feed's summary) count as copies with the same title and most of what they have in common.
// Example: 40 sampled runs of the wire, 22 of them in a trimmed copy that has 24: 22/24 = 0.92, a copy. A report with
// 50 runs that quotes the wire shares 6: 6/40 = 0.15, not one.
// The original is the article that others credit, or the earliest; the family is named after it.
import { FamilyId } from '../ids.ts';
import type { ArticleRecord, Family } from './records.ts';
import { countShared } from './shingles.ts';

/** Of the smaller text's sampled runs. Silver labels call 0.8 and above a copy and under 0.1 none; halfway is empty. */
const CONTAINED = 0.45;
/** Fewer shared runs than this may be one quotation. */
const SHARED_LEAST = 3;
/** With the same title, a third of a short text is enough. */
const CONTAINED_WITH_TITLE = 0.3;
/** The same run in more articles than this is a house phrase ("subscribe to our newsletter"), not a text. */
const HOUSE_PHRASE = 60;

export type FamilyIndex = {
  readonly add: (record: ArticleRecord) => void;
  readonly remove: (record: ArticleRecord) => void;
  /** The closest copy among known articles; the same article is never its own copy. */
  readonly findCopy: (record: Copyable) => ArticleRecord | null;
};

export type Copyable = Pick<ArticleRecord, 'id' | 'shingles' | 'titleHash' | 'language'>;

export function createFamilyIndex(): FamilyIndex {
  const byShingle = new Map<number, ArticleRecord[]>();
  const byTitle = new Map<number, ArticleRecord[]>();

  return {
    add(record) {
      for (const hash of record.shingles) append(byShingle, hash, record);
      if (record.titleHash) append(byTitle, record.titleHash, record);
    },
    remove(record) {
      for (const hash of record.shingles) withdraw(byShingle, hash, record);
      if (record.titleHash) withdraw(byTitle, record.titleHash, record);
    },
    findCopy(record) {
      const shared = new Map<ArticleRecord, number>();
      for (const hash of record.shingles) {
        const list = byShingle.get(hash);
        if (!list || list.length > HOUSE_PHRASE) continue;
        for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
      for (const other of byTitle.get(record.titleHash) ?? []) if (!shared.has(other)) shared.set(other, 0);
      let best: ArticleRecord | null = null;
      let bestShare = 0;
      for (const other of shared.keys()) {
        const share = copyShare(record, other);
        if (share > bestShare || (share === bestShare && best && share > 0 && other.slot < best.slot)) {
          best = other;
          bestShare = share;
        }
      }
      return best;
    },
  };
}

/** Share of the smaller text that both have, 0 where they are no copies. */
export function copyShare(a: Copyable, b: Copyable): number {
  if (a.id === b.id || a.language !== b.language) return 0;
  const sameTitle = a.titleHash !== 0 && a.titleHash === b.titleHash;
  const smaller = Math.min(a.shingles.length, b.shingles.length);
  if (smaller === 0) return sameTitle ? 0.5 : 0;
  const shared = countShared(a.shingles, b.shingles);
  const share = shared / smaller;
  if (shared >= SHARED_LEAST && share >= CONTAINED) return share;
  return sameTitle && share >= CONTAINED_WITH_TITLE ? share : 0;
}

export function createFamily(record: ArticleRecord): Family {
  return { id: FamilyId.parse(record.id), members: [record] };
}

/** Names the family after its original; true when that changed. */
export function nameFamily(family: Family): boolean {
  const original = findOriginal(family.members);
  if (!original || String(family.id) === String(original.id)) return false;
  family.id = FamilyId.parse(original.id);
  return true;
}

/** An article without a credit before one that credits somebody else; then the earliest; then the first to arrive. */
function findOriginal(members: readonly ArticleRecord[]): ArticleRecord | undefined {
  return [...members].sort(
    (a, b) => Number(isCredited(a)) - Number(isCredited(b)) || (a.at || 0) - (b.at || 0) || a.slot - b.slot,
  )[0];
}

/** The agency's own page credits the agency too, and is the original all the same. */
function isCredited(record: ArticleRecord): boolean {
  if (!record.credit) return false;
  const credit = record.credit.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return (
    credit.length === 0 ||
    !record.outletId
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .includes(credit)
  );
}

function append(map: Map<number, ArticleRecord[]>, key: number, record: ArticleRecord): void {
  const list = map.get(key);
  if (list) list.push(record);
  else map.set(key, [record]);
}

function withdraw(map: Map<number, ArticleRecord[]>, key: number, record: ArticleRecord): void {
  const list = map.get(key);
  const at = list?.indexOf(record) ?? -1;
  if (!list || at < 0) return;
  list.splice(at, 1);
  if (list.length === 0) map.delete(key);
}
