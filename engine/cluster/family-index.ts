// Finds the known articles that are copies of a given one, among all that share a run of words with it.
import { type CopyVerdict, judgeCopy } from './copies.ts';
import { encounterAll, findFurniture, meetingOf } from './encounters.ts';
import { anchorsOf, createAnchorReader, type Runs } from './opening.ts';
import type { ArticleRecord } from './records.ts';
import { createRunLists, type RunLists } from './run-lists.ts';
import type { Sketch } from './shingles.ts';

/** Of the articles under one run the earliest are read: among them is the original of whatever is so widespread. */
const READ_OF_RUN = 60;
/** Articles compared in full, those with most runs met first. */
const COMPARED_MOST = 64;

export type Copy = CopyVerdict & { readonly record: ArticleRecord };

export type FamilyIndex = {
  /** `runs` are the article's (opening.ts), where they are at hand. */
  readonly add: (record: ArticleRecord, runs?: Runs) => void;
  readonly remove: (record: ArticleRecord) => void;
  /** Articles have new slots: `renumbered` has the new one for each old one. */
  readonly sweep: (renumbered: Int32Array) => void;
  /** Known articles that are copies of the same text, the closest first; an article is never its own copy. */
  readonly findCopies: (record: ArticleRecord, runs: Runs) => readonly Copy[];
};

/** One run for so many words is listed: 10.5 of a title of 10 words with a lead of 45. A wrong guess costs time or room only. */
const WORDS_A_RUN = 5;

/** Articles of a snapshot are listed when the first question comes: a worker that only matches a page never asks one. */
export function createFamilyIndex(initial: readonly ArticleRecord[] = []): FamilyIndex {
  const readAnchors = createAnchorReader();
  let unlisted = initial;
  let made: RunLists | null = null;

  function lists(): RunLists {
    if (made) return made;
    const words = unlisted.reduce((sum, record) => sum + record.words.length, 0);
    made = createRunLists(words / WORDS_A_RUN);
    for (const record of unlisted) made.add(listedOf(record, readAnchors(record)), record);
    unlisted = [];
    return made;
  }

  return {
    add: (record, runs) => lists().add(listedOf(record, runs ? anchorsOf(runs) : readAnchors(record)), record),
    remove: (record) => lists().remove(listedOf(record, readAnchors(record)), record),
    sweep: (renumbered) => made?.sweep(renumbered), // what is not listed yet will be by its new slot
    findCopies(record, mine) {
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

function findCandidates(lists: RunLists, record: ArticleRecord, mine: Runs): readonly ArticleRecord[] {
  const met = new Map<ArticleRecord, number>();
  const meet = (other: ArticleRecord) => {
    if (other.language === record.language && other !== record) met.set(other, (met.get(other) ?? 0) + 1);
  };
  lists.read(mine.hashes, READ_OF_RUN, meet);
  if (record.sample) lists.read(record.sample.hashes, READ_OF_RUN, meet);
  const all = [...met.keys()];
  if (all.length <= COMPARED_MOST) return all;
  return all.sort((a, b) => (met.get(b) ?? 0) - (met.get(a) ?? 0) || a.slot - b.slot).slice(0, COMPARED_MOST);
}

// ── the index ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Looking up all runs under a quarter of the sample finds every copy of twenty runs or more; smaller ones list all. */
const LISTED_OF = 4;
const LIST_ALL_BELOW = 20;

function listedOf({ sample }: Sketch, anchors: readonly number[]): readonly number[] {
  if (!sample) return anchors;
  const { hashes } = sample;
  const sampled = hashes.length < LIST_ALL_BELOW ? hashes : hashes.filter((hash) => (hash >>> 24) % LISTED_OF === 0);
  return [...new Set([...anchors, ...sampled])];
}
