// Parses a rating pack in our own JSON format, entry by entry, so that one bad value does not cost the others.
import * as z from 'zod/mini';
import { err, ok, type Result } from '../result.ts';
import { RatingEntry, RatingPack } from '../schema.ts';
import { describeIssue } from './describe-issue.ts';
import {
  clip,
  createProblemList,
  IMPORT_ENTRIES_MAX,
  type Imported,
  type ImportProblem,
  problemAt,
  type Why,
  why,
} from './import-problem.ts';
import { parseOutletKey } from './outlet-key.ts';
import { findLine, findLineFrom, isObject, parseJson } from './parse-json.ts';
import { isRatingDate } from './rating-date.ts';
import { readRating } from './read-rating.ts';

const Value = z.union([z.string().check(z.maxLength(60)), z.number(), RatingEntry]);

export function parseRatingJson(text: string): Result<Imported<RatingPack>, ImportProblem[]> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const given: unknown = isObject(json.value) && 'values' in json.value ? json.value.values : null;
  const header = RatingPack.safeParse(isObject(json.value) ? { ...json.value, values: {} } : json.value);
  if (!header.success) return err(header.error.issues.map((issue) => describeIssue(text, issue)));
  if (!isObject(given)) return err([problemAt(findLine(text, 'values'), why('expects-object', 'values'))]);
  const entries = Object.entries(given);
  if (entries.length > IMPORT_ENTRIES_MAX) {
    return err([problemAt(findLine(text, 'values'), why('too-many-entries', IMPORT_ENTRIES_MAX))]);
  }
  const problems = createProblemList();
  const values = new Map<string, z.infer<typeof Value>>();
  const from = text.indexOf('"values"');
  for (const [written, value] of entries) {
    const outlet = clip(written);
    const problem = (what: Why) => problems.add(what, () => findLineFrom(text, { wanted: written, from }));
    const key = parseOutletKey(written);
    const parsed = Value.safeParse(value);
    if (key === null) problem(why('no-outlet', outlet));
    else if (values.has(key)) problem(why('rated-twice', outlet));
    else if (!parsed.success) problem(why('no-rating', outlet, clip(value)));
    else if (hasBadDate(parsed.data)) problem(why('bad-date', clip(parsed.data.date)));
    else if (readRating(header.data, parsed.data) === null) problem(why('not-on-scale', outlet, clip(value)));
    else values.set(key, parsed.data);
  }
  const pack = { ...header.data, values: Object.fromEntries(values) };
  return ok({ pack, problems: problems.list(), skipped: problems.count() });
}

/** Whether the entry's own date is invalid; without one it has the pack's. */
function hasBadDate(value: z.infer<typeof Value>): value is RatingEntry & { readonly date: string } {
  return typeof value === 'object' && value.date !== undefined && !isRatingDate(value.date);
}
