// Errors that any client can read: problem+json (RFC 9457), with a code that stays stable when the wording changes.
import type { Problem, ProblemCode } from '../../engine/api.ts';
import { type HeaderRecord, NO_STORE, OPEN_TO_ALL, type Reply } from './reply.ts';

export const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  'bad-request': { status: 400, title: 'The question cannot be understood' },
  'prefix-length': { status: 400, title: 'The hash prefix has a length that this server does not answer' },
  unauthorized: { status: 401, title: 'A valid token is needed' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'too-large': { status: 413, title: 'The question is too large' },
  'rate-limited': { status: 429, title: 'Too many questions in a short time' },
  withheld: { status: 500, title: 'This story cannot be shown at the moment' },
  internal: { status: 500, title: 'The server failed' },
  busy: { status: 503, title: 'The server is busy' },
  'not-ready': { status: 503, title: 'The index is not ready yet' },
};

export type ProblemDetails = { readonly detail?: string; readonly headers?: HeaderRecord };

export function problemReply(code: ProblemCode, { detail, headers = {} }: ProblemDetails = {}): Reply {
  const { status, title } = PROBLEMS[code];
  const problem: Problem = { type: 'about:blank', title, status, code, ...(detail === undefined ? {} : { detail }) };
  return {
    status,
    headers: { ...OPEN_TO_ALL, 'content-type': 'application/problem+json', 'cache-control': NO_STORE, ...headers },
    body: JSON.stringify(problem),
  };
}
