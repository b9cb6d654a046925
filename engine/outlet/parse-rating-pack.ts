// Parses a rating pack that a user imports: our JSON format, or a CSV table; bad lines are named and left out.
import { err, type Result } from '../result.ts';
import type { RatingPack } from '../schema.ts';
import { checkImportText, type Imported, type ImportProblem, problemAt, why } from './import-problem.ts';
import { parseRatingCsv } from './parse-rating-csv.ts';
import { parseRatingJson } from './parse-rating-json.ts';

/** Fails when the file as a whole cannot be used, or when none of its entries can. */
export function parseRatingPack(file: {
  readonly fileName: string;
  readonly text: string;
}): Result<Imported<RatingPack>, ImportProblem[]> {
  const checked = checkImportText(file.text);
  if (!checked.ok) return checked;
  const text = checked.value;
  const parsed = text.trimStart().startsWith('{') ? parseRatingJson(text) : parseRatingCsv({ ...file, text });
  if (!parsed.ok || Object.keys(parsed.value.pack.values).length > 0) return parsed;
  return err([problemAt(1, why('no-usable-rating')), ...parsed.value.problems]);
}
