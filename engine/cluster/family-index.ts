// Finds the known articles that are copies of a given one, among all that share a run of words with it.
import { compareOpenings, findFurniture, openingOverlap } from './compare-openings.ts';
import { type CopyVerdict, judgeCopy } from './copies.ts';
import { anchorsOf, createAnchorReader, type Runs } from './opening.ts';
import type { ArticleRecord } from './records.ts';
import { createRunLists, type RunLists } from './run-lists.ts';
import type { Sketch } from './shingles.ts';

/** Articles read under one run, the earliest ones: the original of a widespread text is among them. */
const READ_OF_RUN = 60;
/** Articles compared in full, those with the most shared runs first. */
const COMPARED_MOST = 64;

export type Copy = CopyVerdict & { readonly record: ArticleRecord };

export type FamilyIndex = {
  /** `runs`: the article's (opening.ts), where the caller has them. */
  readonly add: (record: ArticleRecord, runs?: Runs) => void;
  readonly remove: (record: ArticleRecord) => void;
  /** Articles have new slots: `renumbered` maps each old slot to the new one. */
  readonly sweep: (renumbered: Int32Array) => void;
  /** Known copies of the article, the closest first, without the article itself. */
  readonly findCopies: (record: ArticleRecord, runs: Runs) => readonly Copy[];
};

/** Words for each listed run: of a title of 10 words with a lead of 45 there are 10.5. Only sizes the table; a wrong value costs time or memory. */
const WORDS_A_RUN = 5;

/** A snapshot's articles are indexed on the first use: a worker that only matches a page never needs them. */
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
    sweep: (renumbered) => made?.sweep(renumbered), // articles not indexed yet will be by their new slots
    findCopies(record, runs) {
      const candidates = findCandidates(lists(), { record, runs });
      if (candidates.length === 0) return [];
      const comparisons = compareOpenings(runs, candidates);
      const furniture = findFurniture(comparisons, { record, runs });
      const copies: Copy[] = [];
      for (const comparison of comparisons) {
        const { other } = comparison;
        const overlap = openingOverlap(comparison, { record, runs, furniture });
        const verdict = judgeCopy({ a: record, b: other, overlap });
        if (verdict) copies.push({ ...verdict, record: other });
      }
      return copies.sort((a, b) => b.share - a.share || a.record.slot - b.record.slot);
    },
  };
}

function findCandidates(
  lists: RunLists,
  { record, runs }: { readonly record: ArticleRecord; readonly runs: Runs },
): readonly ArticleRecord[] {
  const sharedRuns = new Map<ArticleRecord, number>();
  const countSharedRun = (other: ArticleRecord) => {
    if (other.language === record.language && other !== record) sharedRuns.set(other, (sharedRuns.get(other) ?? 0) + 1);
  };
  lists.read(runs.hashes, { most: READ_OF_RUN, take: countSharedRun });
  if (record.sample) lists.read(record.sample.hashes, { most: READ_OF_RUN, take: countSharedRun });
  const all = [...sharedRuns.keys()];
  if (all.length <= COMPARED_MOST) return all;
  return all
    .sort((a, b) => (sharedRuns.get(b) ?? 0) - (sharedRuns.get(a) ?? 0) || a.slot - b.slot)
    .slice(0, COMPARED_MOST);
}

// ── the index ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** One in so many sampled runs is listed, of samples below the size all: looking up all of an article's runs then finds every copy of twenty runs or more. */
const LISTED_OF = 4;
const LIST_ALL_BELOW = 20;

function listedOf({ sample }: Sketch, anchors: readonly number[]): readonly number[] {
  if (!sample) return anchors;
  const { hashes } = sample;
  const sampled = hashes.length < LIST_ALL_BELOW ? hashes : hashes.filter((hash) => (hash >>> 24) % LISTED_OF === 0);
  return [...new Set([...anchors, ...sampled])];
}
