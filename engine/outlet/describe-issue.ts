// Translates a schema error in a user's JSON into one of our own reasons, with its line.
import type * as z from 'zod/mini';
import { HTTP_URL } from '../schema.ts';
import { type ImportProblem, type ImportReason, type Why, why } from './import-problem.ts';
import { findLine } from './parse-json.ts';

export function describeIssue(text: string, issue: z.core.$ZodIssue): ImportProblem {
  const key = issue.path.findLast((part) => typeof part === 'string');
  return { line: key === undefined ? 1 : findLine(text, key), ...explainIssue(issue, issue.path.map(String)) };
}

/** What is expected at `path`, in our own reasons instead of the library's message. */
export function explainIssue(issue: z.core.$ZodIssue, path: readonly string[]): Why {
  if (path.length === 0) return why('expects-other-file');
  const place = path.join(' › ');
  switch (issue.code) {
    case 'invalid_type':
      return why(OF_TYPE[issue.expected] ?? 'expects-other', place);
    case 'invalid_value':
      return why('expects-one-of', place, issue.values.map((value) => JSON.stringify(value)).join(', '));
    case 'too_big':
      return why('expects-less', place, Number(issue.maximum));
    case 'too_small':
      return why('expects-more', place, Number(issue.minimum));
    case 'invalid_format':
      if (issue.format === 'date') return why('expects-date', place);
      if (issue.pattern === undefined) return why('expects-other', place);
      return issue.pattern === String(HTTP_URL)
        ? why('expects-address', place)
        : why('expects-pattern', place, issue.pattern);
    default:
      return why('expects-other', place);
  }
}

const OF_TYPE: { readonly [type: string]: ImportReason } = {
  string: 'expects-text',
  number: 'expects-number',
  object: 'expects-object',
  record: 'expects-object',
  array: 'expects-list',
};
