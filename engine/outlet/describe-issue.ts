// Puts what the schema finds wrong with a user's JSON into a sentence, at the line where it stands.
import type * as z from 'zod/mini';
import type { ImportProblem } from './import-problem.ts';
import { findLine } from './parse-json.ts';

export function describeIssue(text: string, issue: z.core.$ZodIssue): ImportProblem {
  const names = issue.path.map(String);
  const key = issue.path.findLast((part) => typeof part === 'string');
  const where = names.length === 0 ? 'The file' : names.join('.');
  return { line: key === undefined ? 1 : findLine(text, key), text: `${where}: ${describe(issue)}` };
}

/** What is expected, without an engine's or library's own words. */
export function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.expected} expected`;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')} expected`;
    case 'too_big':
      return `too long or too large, ${issue.maximum} at most`;
    case 'too_small':
      return `too short or too small, ${issue.minimum} at least`;
    case 'invalid_format':
      return issue.pattern === undefined ? `${issue.format} expected` : `not of the form ${issue.pattern}`;
    default:
      return 'not of the form that is expected';
  }
}
