// Finds counts that outlets disagree on: "15 or 18 prisoners, depending on the outlet".
//
// Two counts conflict when they count the same thing in the same context and cannot both be right:
//   same unit by its stem, in different families, with a common word around them that is not a name;
//   the same fate, if both name one: 15 people killed and 22 people injured are no conflict;
//   in one language, whose words for thousands and years are known;
//   each from its outlet's latest report: a correction is no conflict between outlets;
//   neither report has another count of that unit that may be of the same fate, so that "15 soldiers and 18 civilians of the army" is no conflict;
//   outside each other's range: "at least 15" allows 18, "about 50" allows 45; and at most a factor of five apart: 3 officers
//   and 300 officers are different officers.
// Reports on a developing event give growing numbers, so each value is shown with its outlet and time.

import { groupBy } from '../group-by.ts';
import type { NumberConflict, Source } from '../schema-story-context.ts';
import { type CountedThing, readCountedThings } from './counted-things.ts';
import { isCountKnown } from './multipliers.ts';
import type { Report } from './read-reports.ts';

const CONFLICTS_MAX = 4;
const COMMON_WORDS_MIN = 1;
const TIMES_MAX = 5;
const SOURCES_MAX = 12;

type Count = CountedThing & {
  readonly source: Source;
  readonly lang: string;
  /** False where the report has several counts of the unit: it then counts several things, and conflicts with none. */
  readonly isOnly: boolean;
};

export function findNumberConflicts(reports: readonly Report[]): readonly NumberConflict[] {
  const counts = reports
    .filter(({ isOriginal, isOpinion, lang }) => isOriginal && !isOpinion && isCountKnown(lang))
    .flatMap(readCounts);
  const byUnit = groupBy(counts, ({ lang, unitKey }) => `${lang}:${unitKey}`);
  return [...byUnit.values()]
    .flatMap((same) => {
      const conflict = toConflict(keepConnected(keepLatest(same).filter(({ isOnly }) => isOnly)));
      return conflict === null ? [] : [conflict];
    })
    .sort((a, b) => countSources(b) - countSources(a))
    .slice(0, CONFLICTS_MAX);
}

/** One count for each unit, fate and report. */
function readCounts(report: Report): readonly Count[] {
  const things = report.sentences.flatMap((sentence) => readCountedThings(sentence, report.lang));
  return [...groupBy(things, ({ unitKey, fate }) => `${unitKey}:${fate}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const around = new Set(same.flatMap((thing) => [...thing.around]));
    const isOnly = things
      .filter((thing) => thing.unitKey === first.unitKey && mayShareFate(thing, first))
      .every(({ value }) => value === first.value);
    return [{ ...first, around, isOnly, source: report.source, lang: report.lang }];
  });
}

function mayShareFate(a: CountedThing, b: CountedThing): boolean {
  return a.fate === null || b.fate === null || a.fate === b.fate;
}

/**
 * An outlet's later count replaces its earlier one, whatever the words around it. Expects the counts of one unit in order of time.
 */
function keepLatest(counts: readonly Count[]): readonly Count[] {
  const isReplacedBy = (count: Count, later: Count) =>
    later.source.outletId === count.source.outletId &&
    later.source.articleId !== count.source.articleId &&
    mayShareFate(later, count);
  return counts.filter((count, index) => !counts.slice(index + 1).some((later) => isReplacedBy(count, later)));
}

/** The largest group of counts that share context with one of them; on a tie the earliest's. */
function keepConnected(counts: readonly Count[]): readonly Count[] {
  let best: readonly Count[] = [];
  for (const center of counts) {
    const group = counts.filter((count) => count === center || isConnected(count, center));
    if (group.length > best.length) best = group;
  }
  return best;
}

function isConnected(a: Count, b: Count): boolean {
  let common = 0;
  for (const word of a.around) if (b.around.has(word)) common++;
  return (
    common >= COMMON_WORDS_MIN &&
    mayShareFate(a, b) &&
    Math.max(a.value, b.value) <= Math.min(a.value, b.value) * TIMES_MAX
  );
}

function toConflict(counts: readonly Count[]): NumberConflict | null {
  const [first] = counts;
  if (first === undefined) return null;
  const contradicted = counts.filter((count) => counts.some((other) => contradicts(count, other)));
  if (contradicted.length < 2) return null;
  const values = [...groupBy(contradicted, ({ value }) => value)]
    .map(([value, same]) => ({
      value,
      written: (same.find(({ from, to }) => from === to) ?? same[0])?.written.slice(0, 60) ?? String(value),
      sources: same.map(({ source }) => source).slice(0, SOURCES_MAX),
    }))
    .sort((a, b) => a.value - b.value);
  return { unit: first.unit.slice(0, 60), lang: first.lang, values };
}

function contradicts(a: Count, b: Count): boolean {
  return a.value !== b.value && mayShareFate(a, b) && (a.to < b.from || b.to < a.from);
}

function countSources({ values }: NumberConflict): number {
  return values.reduce((sum, { sources }) => sum + sources.length, 0);
}
