// Finds the known articles that are copies of a given one, among all that share a run of words with it.
import { type CopyVerdict, judgeCopy } from './copies.ts';
import { encounterAll, findFurniture, meetingOf } from './encounters.ts';
import { createIntMap, type IntMap } from './int-map.ts';
import { anchorsOf, type Runs, runsOf } from './opening.ts';
import type { ArticleRecord } from './records.ts';
import type { Sketch } from './shingles.ts';

/** Of the articles under one run the earliest are read: among them is the original of whatever is so widespread. */
const READ_OF_RUN = 60;
/** Articles compared in full, those with most runs met first. */
const COMPARED_MOST = 64;

export type Copy = CopyVerdict & { readonly record: ArticleRecord };

export type FamilyIndex = {
  readonly add: (record: ArticleRecord) => void;
  readonly remove: (record: ArticleRecord) => void;
  /** Known articles that are copies of the same text, the closest first; an article is never its own copy. */
  readonly findCopies: (record: ArticleRecord) => readonly Copy[];
};

/** Articles of a snapshot are listed when the first question comes: a worker that only matches a page never asks one. */
export function createFamilyIndex(initial: readonly ArticleRecord[] = []): FamilyIndex {
  let unlisted = initial;
  let made: Lists | null = null;

  function lists(): Lists {
    if (made) return made;
    made = createIntMap();
    for (const record of unlisted) for (const key of listedOf(record)) append(made, key, record);
    unlisted = [];
    return made;
  }

  return {
    add(record) {
      const index = lists();
      for (const key of listedOf(record)) append(index, key, record);
    },
    remove(record) {
      const index = lists();
      for (const key of listedOf(record)) withdraw(index, key, record);
    },
    findCopies(record) {
      const mine = runsOf(record);
      const candidates = findCandidates(lists(), record, mine);
      if (candidates.length === 0) return [];
      const encounters = encounterAll(mine, candidates);
      const furniture = findFurniture(record, mine, encounters);
      const copies: Copy[] = [];
      for (const encounter of encounters) {
        const verdict = judgeCopy(record, encounter.other, meetingOf(record, mine, encounter, furniture));
        if (verdict) copies.push({ ...verdict, record: encounter.other });
      }
      return copies.sort((a, b) => b.share - a.share || a.record.slot - b.record.slot);
    },
  };
}

function findCandidates(byRun: Lists, record: ArticleRecord, mine: Runs): readonly ArticleRecord[] {
  const met = new Map<ArticleRecord, number>();
  const read = (key: number) => {
    const list = byRun.get(key);
    if (!list) return;
    for (const other of Array.isArray(list) ? list.slice(0, READ_OF_RUN) : [list]) {
      if (other.language === record.language && other !== record) met.set(other, (met.get(other) ?? 0) + 1);
    }
  };
  for (const key of mine.hashes) read(key);
  for (const key of record.sample?.hashes ?? []) read(key);
  const all = [...met.keys()];
  if (all.length <= COMPARED_MOST) return all;
  return all.sort((a, b) => (met.get(b) ?? 0) - (met.get(a) ?? 0) || a.slot - b.slot).slice(0, COMPARED_MOST);
}

// ── the index ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Most runs occur in one article only, which then stands there without a list around it. */
type Lists = IntMap<ArticleRecord | ArticleRecord[]>;

/** Looking up all runs under a quarter of the sample finds every copy of twenty runs or more; smaller ones list all. */
const LISTED_OF = 4;
const LIST_ALL_BELOW = 20;

function listedOf(sketch: Sketch): ReadonlySet<number> {
  const { sample } = sketch;
  const listed = new Set(anchorsOf(runsOf(sketch)));
  for (const hash of sample?.hashes ?? []) {
    if ((sample?.hashes.length ?? 0) < LIST_ALL_BELOW || (hash >>> 24) % LISTED_OF === 0) listed.add(hash);
  }
  return listed;
}

function append(lists: Lists, key: number, record: ArticleRecord): void {
  const there = lists.get(key);
  if (!there) lists.set(key, record);
  else if (Array.isArray(there)) there.push(record);
  else lists.set(key, [there, record]);
}

function withdraw(lists: Lists, key: number, record: ArticleRecord): void {
  const there = lists.get(key);
  if (there === record) lists.delete(key);
  if (!Array.isArray(there)) return;
  const at = there.indexOf(record);
  if (at >= 0) there.splice(at, 1);
  if (there.length === 0) lists.delete(key);
}
