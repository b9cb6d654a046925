// What is wrong with a file that a user imports: the line, and a sentence that says what is expected there.
import { err, ok, type Result } from '../result.ts';

export type ImportProblem = {
  /** From 1, as editors count. */
  readonly line: number;
  readonly text: string;
};

/** What could be used of a file. */
export type Imported<Pack> = {
  readonly pack: Pack;
  /** Entries that were left out, the first of them. */
  readonly problems: ImportProblem[];
  /** How many in all. */
  readonly skipped: number;
};

/** In characters; more than any list of outlets needs, and little enough to be read in one go. */
export const IMPORT_TEXT_MAX = 5_000_000;
export const IMPORT_ENTRIES_MAX = 50_000;
/** Of more problems the rest is only counted: nobody reads on, and a file of another kind is wrong in every line. */
const PROBLEMS_MAX = 100;

export type ProblemList = {
  /** The line is found only for problems that are listed: that takes a walk through the file. */
  add(text: string, findLine: () => number): void;
  /** In the order of lines. */
  list(): ImportProblem[];
  /** Of all, also those that are not listed. */
  count(): number;
};

export function createProblemList(): ProblemList {
  const problems: ImportProblem[] = [];
  let more = 0;
  return {
    add(text, findLine) {
      if (problems.length < PROBLEMS_MAX) problems.push({ line: findLine(), text });
      else more++;
    },
    list() {
      const sorted = problems.toSorted((a, b) => a.line - b.line);
      const last = sorted.at(-1)?.line ?? 1;
      return more === 0 ? sorted : [...sorted, { line: last, text: `… and ${more} more problems like these` }];
    },
    count: () => problems.length + more,
  };
}

/** The text without its byte order mark, when it is of a size that we read. */
export function checkImportText(text: string): Result<string, ImportProblem[]> {
  if (text.length > IMPORT_TEXT_MAX) return err([{ line: 1, text: 'The file is larger than 5 MB' }]);
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  return content.trim() === '' ? err([{ line: 1, text: 'The file is empty' }]) : ok(content);
}

/** What was found, short enough for a message. */
export function quote(found: unknown): string {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? String(found));
  return text.length > 40 ? `"${text.slice(0, 39)}…"` : `"${text}"`;
}
