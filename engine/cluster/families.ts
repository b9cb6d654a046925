// Which articles are copies of one text, and which of them is the original.
//
// Candidates share a sampled run of words, or the title. Two texts are copies when much of the shorter one lies in the
// longer one (`CONTAINED`), which an independent report that quotes three sentences of a wire never reaches. Of texts
// as short as a feed's summary less is asked, but most of their words must be the same as well.
// Example: 40 sampled runs of the wire, 22 of them in a trimmed copy that has 24: 22/24 = 0.92, a copy. A report with
// 50 runs that quotes the wire shares 6: 6/40 = 0.15, not one.
// Copies of copies are one family. Only copies inside one story are: a text reused for another event is no report of it.
// The original is the article that others credit, or the earliest; the family is named after it.
import { FamilyId } from '../ids.ts';
import type { ArticleRecord, Family } from './records.ts';
import { overlapOf, type Shingles } from './shingles.ts';

/** Of the smaller text's sampled runs. Labelled copies have 0.5 and more, different texts of one event under 0.3. */
const CONTAINED = 0.45;
/** Fewer shared runs than this may be one quotation. */
const SHARED_LEAST = 3;
/** Leads are rewritten first, so of short texts a fifth of the runs is enough, with most words the same. */
const CONTAINED_SHORT = 0.2;
const WORDS_SHORT = 0.65;
/** Under the same title half of the words are enough. */
const WORDS_WITH_TITLE = 0.55;
/** Of the larger text's runs, for a third text to become a relative by it. */
const WHOLE = 0.57;
/** A text of fewer runs is a feed's summary rather than an article. */
const SHORT_RUNS = 60;
/** The same run in more articles than this is a house phrase ("subscribe to our newsletter"), not a text. */
const HOUSE_PHRASE = 60;

export type FamilyIndex = {
  readonly add: (record: ArticleRecord) => void;
  readonly remove: (record: ArticleRecord) => void;
  /** Known articles that are copies of the same text, the closest first; an article is never its own copy. */
  readonly findCopies: (record: Copyable) => readonly ArticleRecord[];
};

export type Copyable = Pick<ArticleRecord, 'id' | 'terms' | 'shingles' | 'titleHash' | 'language'>;

export function createFamilyIndex(): FamilyIndex {
  const byShingle: Lists = new Map();
  const byTitle: Lists = new Map();

  return {
    add(record) {
      for (const hash of listed(record.shingles)) append(byShingle, hash, record);
      if (record.titleHash) append(byTitle, record.titleHash, record);
    },
    remove(record) {
      for (const hash of listed(record.shingles)) withdraw(byShingle, hash, record);
      if (record.titleHash) withdraw(byTitle, record.titleHash, record);
    },
    findCopies(record) {
      const met = new Set<ArticleRecord>();
      for (const hash of record.shingles.hashes) {
        const list = byShingle.get(hash);
        if (Array.isArray(list)) {
          if (list.length <= HOUSE_PHRASE) for (const other of list) met.add(other);
        } else if (list) met.add(list);
      }
      if (record.titleHash) for (const other of [byTitle.get(record.titleHash) ?? []].flat()) met.add(other);
      return [...met]
        .map((other) => ({ other, share: copyShare(record, other) }))
        .filter(({ share }) => share > 0)
        .sort((a, b) => b.share - a.share || a.other.slot - b.other.slot)
        .map(({ other }) => other);
    },
  };
}

/** Share of the smaller text that both have, 0 where they are no copies. */
export function copyShare(a: Copyable, b: Copyable): number {
  if (a.id === b.id || a.language !== b.language) return 0;
  const { shared, smaller } = overlapOf(a.shingles, b.shingles);
  const share = smaller > 0 ? shared / smaller : 0;
  if (shared >= SHARED_LEAST && share >= CONTAINED) return share;
  const sameTitle = a.titleHash !== 0 && a.titleHash === b.titleHash;
  if (smaller === 0) return sameTitle ? CONTAINED : 0;
  const isShort =
    Math.min(a.shingles.hashes.length * a.shingles.step, b.shingles.hashes.length * b.shingles.step) < SHORT_RUNS;
  if (sameTitle && isShort && wordShare(a.terms, b.terms) >= WORDS_WITH_TITLE) return share || Number.MIN_VALUE;
  const isCopy =
    isShort && shared >= SHARED_LEAST && share >= CONTAINED_SHORT && wordShare(a.terms, b.terms) >= WORDS_SHORT;
  return isCopy ? share : 0;
}

function wordShare(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared / Math.max(1, Math.min(a.length, b.length));
}

export function createFamily(record: ArticleRecord): Family {
  return { id: FamilyId.parse(record.id), members: [record] };
}

/**
 * True for two whole texts, false where one may be a page that strings several together (a live blog, a round-up):
 * such a page is a copy of each, yet those are no copies of one another.
 */
export function areWholeCopies(a: Copyable, b: Copyable): boolean {
  const { shared, larger } = overlapOf(a.shingles, b.shingles);
  return larger > 0 && shared / larger >= WHOLE;
}

/** Makes one family of two; the members of the second join the first. */
export function mergeFamilies(into: Family, from: Family): void {
  for (const member of from.members) member.family = into;
  into.members.push(...from.members);
  from.members = [];
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

/** Most runs occur in one article only, which then stands there without a list around it. */
type Lists = Map<number, ArticleRecord | ArticleRecord[]>;

/** Looking up all runs under a quarter of them finds every copy of twenty runs or more; shorter texts list all. */
const LISTED_OF = 4;
const LIST_ALL_BELOW = 20;

function listed({ hashes }: Shingles): Int32Array {
  return hashes.length < LIST_ALL_BELOW ? hashes : hashes.filter((hash) => (hash >>> 24) % LISTED_OF === 0);
}

function append(map: Lists, key: number, record: ArticleRecord): void {
  const there = map.get(key);
  if (!there) map.set(key, record);
  else if (Array.isArray(there)) there.push(record);
  else map.set(key, [there, record]);
}

function withdraw(map: Lists, key: number, record: ArticleRecord): void {
  const there = map.get(key);
  if (there === record) map.delete(key);
  if (!Array.isArray(there)) return;
  const at = there.indexOf(record);
  if (at >= 0) there.splice(at, 1);
  if (there.length === 0) map.delete(key);
}
