// Parses a rating pack in our own JSON format, entry by entry, so that one bad value does not cost the others.
import * as z from 'zod/mini';
import { err, ok, type Result } from '../result.ts';
import { RatingEntry, RatingPack } from '../schema.ts';
import { describeIssue } from './describe-issue.ts';
import { createProblemList, IMPORT_ENTRIES_MAX, type Imported, type ImportProblem, quote } from './import-problem.ts';
import { parseOutletKey } from './outlet-key.ts';
import { findLine, isObject, parseJson } from './parse-json.ts';
import { readRating } from './read-rating.ts';

const Value = z.union([z.string().check(z.maxLength(60)), z.number(), RatingEntry]);

export function parseRatingJson(text: string): Result<Imported<RatingPack>, ImportProblem[]> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const given: unknown = isObject(json.value) && 'values' in json.value ? json.value.values : null;
  const header = RatingPack.safeParse(isObject(json.value) ? { ...json.value, values: {} } : json.value);
  if (!header.success) return err(header.error.issues.map((issue) => describeIssue(text, issue)));
  if (!isObject(given))
    return err([{ line: findLine(text, 'values'), text: 'values: outlets with their ratings are expected' }]);
  const entries = Object.entries(given);
  if (entries.length > IMPORT_ENTRIES_MAX) {
    return err([{ line: findLine(text, 'values'), text: `values: more than ${IMPORT_ENTRIES_MAX} outlets` }]);
  }
  const problems = createProblemList();
  const values = new Map<string, z.infer<typeof Value>>();
  const from = text.indexOf('"values"');
  for (const [written, value] of entries) {
    const problem = (what: string) => problems.add(what, () => findLine(text, written, from));
    const key = parseOutletKey(written);
    const parsed = Value.safeParse(value);
    if (key === null) problem(`${quote(written)} is no outlet or host name`);
    else if (values.has(key)) problem(`${quote(written)} is rated twice; the first rating counts`);
    else if (!parsed.success) problem(`${quote(written)}: ${quote(value)} is no rating`);
    else if (readRating(header.data, parsed.data) === null)
      problem(`${quote(written)}: the pack's scale does not have ${quote(value)}`);
    else values.set(key, parsed.data);
  }
  const pack = { ...header.data, values: Object.fromEntries(values) };
  return ok({ pack, problems: problems.list(), skipped: problems.count() });
}
