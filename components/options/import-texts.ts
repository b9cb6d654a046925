// The sentences for problems with an imported file.
import type { ImportProblem, ImportReason } from '../../engine/outlet/import-problem.ts';
import type { TextKey, Words } from '../words/words.ts';

const TEXTS: { readonly [Reason in ImportReason]: TextKey } = {
  'too-large': 'importTooLarge',
  empty: 'importEmpty',
  'no-table': 'importNoTable',
  'no-columns': 'importNoColumns',
  'too-many-entries': 'importTooManyEntries',
  'no-usable-rating': 'importNoUsableRating',
  'no-usable-outlet': 'importNoUsableOutlet',
  'taken-id': 'importTakenId',
  more: 'importMoreProblems',
  'unknown-rates': 'importUnknownRates',
  'bad-date': 'importBadDate',
  'no-date': 'importNoDate',
  'open-quote': 'importOpenQuote',
  'bad-address': 'importBadAddress',
  'no-bias': 'importNoBias',
  'no-factuality': 'importNoFactuality',
  'no-outlet': 'importNoOutlet',
  'rated-twice': 'importRatedTwice',
  'no-rating': 'importNoRating',
  'not-on-scale': 'importNotOnScale',
  'listed-twice': 'importListedTwice',
  'bad-id': 'importBadId',
  'bad-domain': 'importBadDomain',
  'json-value': 'importJsonValue',
  'json-name': 'importJsonName',
  'json-colon': 'importJsonColon',
  'json-comma': 'importJsonComma',
  'json-end': 'importJsonEnd',
  'json-too-short': 'importJsonTooShort',
  'expects-text': 'importExpectsText',
  'expects-number': 'importExpectsNumber',
  'expects-object': 'importExpectsObject',
  'expects-list': 'importExpectsList',
  'expects-one-of': 'importExpectsOneOf',
  'expects-date': 'importExpectsDate',
  'expects-address': 'importExpectsAddress',
  'expects-pattern': 'importExpectsPattern',
  'expects-less': 'importExpectsLess',
  'expects-more': 'importExpectsMore',
  'expects-other': 'importExpectsOther',
  'expects-other-file': 'importExpectsOtherFile',
};

/** Problems of the file as a whole, not of a line. */
const OF_THE_FILE: ReadonlySet<ImportReason> = new Set([
  'too-large',
  'empty',
  'no-table',
  'too-many-entries',
  'no-usable-rating',
  'no-usable-outlet',
  'taken-id',
  'more',
  'expects-other-file',
]);

export function describeImportProblem(problem: ImportProblem, words: Words): string {
  const sentence = nameImportProblem(problem, words);
  return OF_THE_FILE.has(problem.reason) ? sentence : words.text('importLine', words.number(problem.line), sentence);
}

function nameImportProblem({ reason, values }: ImportProblem, words: Words): string {
  return words.text(TEXTS[reason], ...values.map((value) => (typeof value === 'number' ? words.number(value) : value)));
}
