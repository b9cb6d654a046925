// Every reason has a sentence for the operator that quotes the invalid value.
import { expect, it } from 'vitest';
import { IMPORT_REASONS } from '../../../engine/outlet/import-problem.ts';
import { describeImportProblem } from '../../../server/describe-import-problem.ts';

it('says what was found, as it was written', () => {
  const problem = { line: 3, reason: 'no-rating' as const, values: ['gull', '$&$1'] };
  expect(describeImportProblem(problem)).toBe('"gull": "$&$1" is not a rating');
});

it('has a sentence of its own for every reason', () => {
  const sentences = IMPORT_REASONS.map((reason) => describeImportProblem({ line: 1, reason, values: ['a', 2] }));
  expect(new Set(sentences).size).toBe(IMPORT_REASONS.length);
  expect(sentences.filter((sentence) => /\$\d/.test(sentence))).toEqual([]);
});
