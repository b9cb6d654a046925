// Describes in English, for the operator, what is wrong with one of their packs.
import type { ImportProblem, ImportReason } from '../engine/outlet/import-problem.ts';

/** $1 and $2 stand for the problem's values. */
const SENTENCES: { readonly [Reason in ImportReason]: string } = {
  'too-large': 'The file is larger than 5 MB',
  empty: 'The file is empty',
  'no-table': 'The file has no table',
  'no-columns': 'The first row must name the columns: "outlet" (or "domain") and "value"',
  'too-many-entries': 'More than $1 entries',
  'no-usable-rating': 'The file has no rating that can be used',
  'no-usable-outlet': 'The file has no outlet that can be used',
  'taken-id': 'The id "$1" belongs to a pack that ships with Parallax',
  more: '… and $1 more problems like these',
  'unknown-rates': 'rates: "bias" or "factuality" is expected, not "$1"',
  'bad-date': '"$1" is neither a date such as 2026-05-31 nor a year',
  'no-date': 'No date: add a line "# date: 2026" at the top, or a date to this row',
  'open-quote': 'A quoted cell begins here and never ends',
  'bad-address': '"$1" is not a web address',
  'no-bias': '"$1" is not a rating: far left … far right or a number from -3 to 3 is expected',
  'no-factuality': '"$1" is not a rating: $2 is expected',
  'no-outlet': '"$1" is not an outlet or host name',
  'rated-twice': '"$1" is rated twice; the first rating counts',
  'no-rating': '"$1": "$2" is not a rating',
  'not-on-scale': '"$1": the pack\'s scale does not have "$2"',
  'listed-twice': '"$1" is listed twice; the first entry counts',
  'bad-id': '"$1" is not an id: lower-case letters, digits, dots and dashes are expected',
  'bad-domain': '"$1": "$2" is not the domain of a single outlet',
  'json-value': 'This is not valid JSON: a value is missing or not written as JSON here',
  'json-name': 'This is not valid JSON: a name in double quotes is expected here',
  'json-colon': 'This is not valid JSON: a colon is expected here',
  'json-comma': 'This is not valid JSON: a comma or closing bracket is expected here',
  'json-end': 'This is not valid JSON: something follows after its end',
  'json-too-short': 'This is not valid JSON: it ends too early',
  'expects-text': '$1: text in double quotes is expected',
  'expects-number': '$1: a number is expected',
  'expects-object': '$1: an object, {…}, is expected',
  'expects-list': '$1: a list, […], is expected',
  'expects-one-of': '$1: one of $2 is expected',
  'expects-date': '$1: a date such as 2026-05-31 is expected',
  'expects-address': '$1: a web address is expected',
  'expects-pattern': '$1: not in the form $2',
  'expects-less': '$1: too long or too large, $2 at most',
  'expects-more': '$1: too short or too small, $2 at least',
  'expects-other': '$1: not in the expected form',
  'expects-other-file': 'The file is not in the expected form',
};

export function describeImportProblem({ reason, values }: ImportProblem): string {
  return SENTENCES[reason].replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));
}
