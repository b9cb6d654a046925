// Problems of a file that a user imports: line, reason and values. The interface has the sentence for each reason.
import { err, ok, type Result } from '../result.ts';

/** Each reason, with the values that its sentence needs in order. `place`: a path of names as in the file, joined by "›". */
export const IMPORT_REASONS = [
  // the file as a whole
  'too-large',
  'empty',
  'no-table',
  'no-columns',
  'too-many-entries', // how many are allowed
  'no-usable-rating',
  'no-usable-outlet',
  'taken-id', // id of the pack
  'more', // how many problems that are not listed
  // a table
  'unknown-rates', // found
  'bad-date', // found
  'no-date',
  'open-quote',
  'bad-address', // found
  'no-bias', // found
  'no-factuality', // found, the steps
  // entries of any format
  'no-outlet', // found
  'rated-twice', // outlet
  'no-rating', // outlet, found
  'not-on-scale', // outlet, found
  'listed-twice', // id of the outlet
  'bad-id', // id of the outlet
  'bad-domain', // id of the outlet, found
  // what is expected where JSON breaks
  'json-value',
  'json-name',
  'json-colon',
  'json-comma',
  'json-end',
  'json-too-short',
  // what our formats expect
  'expects-text', // place
  'expects-number', // place
  'expects-object', // place
  'expects-list', // place
  'expects-one-of', // place, the choices
  'expects-date', // place
  'expects-address', // place
  'expects-pattern', // place, a regular expression
  'expects-less', // place, the most
  'expects-more', // place, the least
  'expects-other', // place
  'expects-other-file',
] as const;
export type ImportReason = (typeof IMPORT_REASONS)[number];

export type ImportProblem = {
  /** From 1, as editors count. */
  readonly line: number;
  readonly reason: ImportReason;
  /** Text found in the file is shortened (`clip`) and not quoted yet. */
  readonly values: (string | number)[];
};

/** The usable part of a file. */
export type Imported<Pack> = {
  readonly pack: Pack;
  /** The first problems, by line. */
  readonly problems: ImportProblem[];
  /** How many entries were left out in all. */
  readonly skipped: number;
  /** The file declares itself as a person's own ratings. */
  readonly hasOwnRatings?: boolean | undefined;
};

/** Characters: more than any list of outlets needs, few enough to parse at once. */
export const IMPORT_TEXT_MAX = 5_000_000;
export const IMPORT_ENTRIES_MAX = 50_000;
/** Further problems are only counted: a file of another format has one in every line. */
const PROBLEMS_MAX = 50;

export type Why = Omit<ImportProblem, 'line'>;

export const why = (reason: ImportReason, ...values: (string | number)[]): Why => ({ reason, values });

export const problemAt = (line: number, problem: Why): ImportProblem => ({ line, ...problem });

export type ProblemList = {
  /** `findLine` is only called for problems that are listed, since it scans the file. */
  add(problem: Why, findLine: () => number): void;
  /** In order of lines. */
  list(): ImportProblem[];
  /** All problems, also those not listed. */
  count(): number;
};

export function createProblemList(): ProblemList {
  const problems: ImportProblem[] = [];
  let more = 0;
  return {
    add(problem, findLine) {
      if (problems.length < PROBLEMS_MAX) problems.push(problemAt(findLine(), problem));
      else more++;
    },
    list() {
      const sorted = problems.toSorted((a, b) => a.line - b.line);
      return more === 0 ? sorted : [...sorted, problemAt(sorted.at(-1)?.line ?? 1, why('more', more))];
    },
    count: () => problems.length + more,
  };
}

/** The text without its byte order mark; fails if it is too large. */
export function checkImportText(text: string): Result<string, ImportProblem[]> {
  if (text.length > IMPORT_TEXT_MAX) return err([problemAt(1, why('too-large'))]);
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  return content.trim() === '' ? err([problemAt(1, why('empty'))]) : ok(content);
}

/** Shortens a value found in a file for use in a sentence. */
export function clip(found: unknown): string {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? String(found));
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
