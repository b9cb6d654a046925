// Which articles have which run of words, earliest first.
//
// Most runs occur in one article only, whose slot is stored in the map itself; other runs have a list.
import { createIntMap } from './int-map.ts';
import type { ArticleRecord } from './records.ts';

type Reading = { readonly most: number; readonly take: (record: ArticleRecord) => void };

export type RunLists = {
  readonly add: (runs: readonly number[], record: ArticleRecord) => void;
  readonly remove: (runs: readonly number[], record: ArticleRecord) => void;
  /** The earliest articles with each of the runs, at most `most`. */
  readonly read: (runs: Int32Array, reading: Reading) => void;
  /** Articles have new slots: `renumbered` maps each old slot to the new one. */
  readonly sweep: (renumbered: Int32Array) => void;
};

/** `expected`: the number of runs soon to come, where it is known. */
export function createRunLists(expected = 0): RunLists {
  /** By run: an article's slot + 1, or -(list number + 1). */
  const byRun = createIntMap(expected);
  let articles: (ArticleRecord | undefined)[] = [];
  const lists: number[][] = [];
  const free: number[] = [];
  let values = new Int32Array(128);

  function listOf(value: number): number[] | undefined {
    return value < 0 ? lists[-value - 1] : undefined;
  }

  function append(run: number, slot: number): void {
    const value = byRun.get(run);
    const list = listOf(value);
    if (list) list.push(slot);
    else if (value === 0) byRun.set(run, slot + 1);
    else {
      const number = free.pop() ?? lists.length;
      lists[number] = [value - 1, slot];
      byRun.set(run, -(number + 1));
    }
  }

  function withdraw(run: number, slot: number): void {
    const value = byRun.get(run);
    if (value === slot + 1) byRun.delete(run);
    const list = listOf(value);
    if (!list) return;
    const at = list.indexOf(slot);
    if (at >= 0) list.splice(at, 1);
    const [last] = list;
    if (list.length > 1 || last === undefined) return;
    byRun.set(run, last + 1);
    free.push(-value - 1);
  }

  return {
    add(runs, record) {
      articles[record.slot] = record;
      for (const run of runs) append(run, record.slot);
    },
    remove(runs, { slot }) {
      for (const run of runs) withdraw(run, slot);
      articles[slot] = undefined;
    },
    read(runs, { most, take }) {
      if (values.length < runs.length) values = new Int32Array(2 * runs.length);
      byRun.getAll(runs, values);
      for (let run = 0; run < runs.length; run++) {
        const value = values[run] ?? 0;
        if (value === 0) continue; // as most are
        const slots = listOf(value) ?? [value - 1];
        for (let i = 0; i < slots.length && i < most; i++) {
          const record = articles[slots[i] ?? 0];
          if (record) take(record);
        }
      }
    },
    sweep(renumbered) {
      const living = articles.filter((record) => record !== undefined);
      articles = [];
      for (const record of living) articles[record.slot] = record;
      byRun.replaceValues((value) => (value > 0 ? (renumbered[value - 1] ?? 0) + 1 : value));
      for (const number of lists.keys()) lists[number] = lists[number]?.map((slot) => renumbered[slot] ?? 0) ?? [];
    },
  };
}
