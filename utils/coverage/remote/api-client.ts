// Sends one question to the server: with its token, limits of time and size, no cookies, and a line in the ledger.
//
// The browser's HTTP cache is not used: the extension decides itself what may be kept, and nothing may for private windows.
// Answers are asked for anew, without the ETag of the last one: a server could give each reader another, like a cookie.
import { Problem, type ProblemCode } from '../../../engine/api.ts';
import { readRetryAfterMs } from '../../../engine/feed/retry-after.ts';
import type { CoverageError, ServerProblem } from '../../../engine/ports.ts';
import { err, ok, type Result } from '../../../engine/result.ts';
import { readBody } from '../../feeds/read-body.ts';
import type { LedgerEntry } from '../../ledger-entry.ts';
import type { ChosenServer } from '../../source-settings.ts';
import { type Lifetime, readLifetime } from './answer-lifetime.ts';
import type { ApiQuestion } from './api-question.ts';
import type { ServerRest } from './server-rest.ts';

export type ApiReply<Answer> =
  | { readonly type: 'answer'; readonly answer: Answer; readonly lifetime: Lifetime | null }
  /** 404: the server does not know it, or no longer. */
  | { readonly type: 'absent' };

export type ApiFailure = { readonly error: CoverageError; readonly code: ProblemCode | null };

type SendOptions = { readonly signal: AbortSignal };

export type ApiClient = {
  send<Answer>(question: ApiQuestion<Answer>, options: SendOptions): Promise<Result<ApiReply<Answer>, ApiFailure>>;
};

export type LedgerLine = Omit<LedgerEntry, 'isInMemory'>;

export type ApiClientDeps = {
  readonly server: ChosenServer;
  readonly fetch: typeof fetch;
  readonly isOnline: () => boolean;
  /** Whether the user has granted this server's host. Has to be checked: with CORS a request would work without the grant. */
  readonly isAllowed: () => Promise<boolean>;
  /** Before the request, as one that was given up, which it is if the worker dies; the result replaces the line. */
  readonly record: (line: LedgerLine) => Promise<(line: LedgerLine) => Promise<void>>;
  readonly rest: ServerRest;
  readonly now: () => number;
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 10_000;
const PROBLEM_BYTES_MAX = 10_000;
/** For a busy server that does not say for how long. */
const REST_MS = 10_000;

export function createApiClient(deps: ApiClientDeps): ApiClient {
  return {
    async send<Answer>(question: ApiQuestion<Answer>, { signal }: SendOptions) {
      if (signal.aborted) return fail({ reason: 'aborted' });
      if (!deps.isOnline()) return fail({ reason: 'offline' });
      if (await deps.rest.isOn()) return failServer('busy');
      // A user who takes the permission back means that nothing is asked any more.
      if (!deps.server.isManaged && !(await deps.isAllowed())) return failServer('not-allowed');
      const body = question.body === null ? null : JSON.stringify(question.body);
      const sent = { at: deps.now(), sentBytes: countBytes(question.path) + countBytes(body ?? '') };
      const toLine = (received: Received<Answer>) =>
        toEntry({ ...sent, ...received }, { server: deps.server, question });
      const complete = await deps.record(toLine({ status: 0, receivedBytes: 0, reply: fail({ reason: 'aborted' }) }));
      const received = await ask(deps, { question, body, signal });
      await complete(toLine(received));
      return received.reply;
    },
  };
}

type Asking<Answer> = {
  readonly question: ApiQuestion<Answer>;
  readonly body: string | null;
  readonly signal: AbortSignal;
};

type Received<Answer> = {
  readonly status: number;
  readonly receivedBytes: number;
  readonly reply: Result<ApiReply<Answer>, ApiFailure>;
};

type Asked<Answer> = Received<Answer> & { readonly at: number; readonly sentBytes: number };

async function ask<Answer>(deps: ApiClientDeps, asking: Asking<Answer>): Promise<Received<Answer>> {
  const { server, now } = deps;
  const { question, body, signal } = asking;
  const timeout = AbortSignal.timeout(deps.timeoutMs ?? TIMEOUT_MS);
  let status = 0;
  try {
    const response = await deps.fetch(server.base + question.path, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...(server.token === '' ? {} : { authorization: `Bearer ${server.token}` }),
      },
      ...(body === null ? {} : { body }),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: question.mayMove ? 'follow' : 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    status = response.status;
    const isElsewhere =
      response.type === 'opaqueredirect' ||
      (response.url !== '' && new URL(response.url).origin !== new URL(server.base).origin);
    const read = await readBody(response, response.ok ? question.bytesMax : PROBLEM_BYTES_MAX);
    const bytes = read.ok ? read.value : new Uint8Array();
    const reply =
      isElsewhere || !read.ok
        ? failServer('unreadable', { status })
        : readReply({ question, response, bytes, now: now() });
    if (isBusy(status)) await deps.rest.begin(readRetryAfterMs(response.headers, now()) ?? REST_MS);
    return { status, receivedBytes: bytes.byteLength, reply };
  } catch {
    return { status, receivedBytes: 0, reply: await explainFailure(deps, { signal, timeout }) };
  }
}

type ReplyParts<Answer> = {
  readonly question: ApiQuestion<Answer>;
  readonly response: Response;
  readonly bytes: Uint8Array;
  readonly now: number;
};

function readReply<Answer>(parts: ReplyParts<Answer>): Result<ApiReply<Answer>, ApiFailure> {
  const { question, response, bytes, now } = parts;
  const { status, headers } = response;
  const json = parseJson(bytes);
  if (response.ok) {
    const parsed = question.answer.safeParse(json);
    if (!parsed.success) return failServer('unreadable', { status });
    return ok({ type: 'answer', answer: parsed.data, lifetime: readLifetime(headers, now) });
  }
  const problem = Problem.safeParse(json);
  const code = problem.success ? problem.data.code : null;
  if (status === 404 && code === 'not-found') return ok({ type: 'absent' });
  return failServer(code === 'withheld' ? code : toProblem(status), { status, code });
}

const isBusy = (status: number): boolean => status === 429 || status === 503;

function toProblem(status: number): ServerProblem {
  if (status === 401 || status === 403) return 'token-refused';
  if (isBusy(status)) return 'busy';
  return status >= 500 ? 'failing' : 'unreadable';
}

/** Finds out why, since `fetch` only says that it failed. */
async function explainFailure(
  deps: ApiClientDeps,
  { signal, timeout }: { readonly signal: AbortSignal; readonly timeout: AbortSignal },
): Promise<Result<never, ApiFailure>> {
  if (signal.aborted) return fail({ reason: 'aborted' });
  if (!deps.isOnline()) return fail({ reason: 'offline' });
  if (timeout.aborted) return failServer('unreachable');
  return failServer((await deps.isAllowed()) ? 'unreachable' : 'not-allowed');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function toEntry<Answer>(
  { at, status, sentBytes, receivedBytes, reply }: Asked<Answer>,
  { server, question }: { readonly server: ChosenServer; readonly question: ApiQuestion<Answer> },
): LedgerLine {
  const { kind, body, contained } = question;
  const method = body === null ? 'GET' : 'POST';
  const hasToken = server.token !== '';
  const sent = { at, host: server.host, method, kind, contained, hasToken, sentBytes, receivedBytes } as const;
  return { ...sent, outcome: status > 0 ? { type: 'answered', status } : { type: 'failed', reason: toReason(reply) } };
}

function toReason(reply: Result<unknown, ApiFailure>): ServerProblem | 'offline' | 'aborted' {
  if (reply.ok) return 'unreachable';
  const { error } = reply.error;
  if (error.reason === 'server') return error.problem;
  return error.reason === 'offline' || error.reason === 'aborted' ? error.reason : 'unreachable';
}

const countBytes = (text: string): number => new TextEncoder().encode(text).byteLength;

const fail = (error: CoverageError, code: ProblemCode | null = null): Result<never, ApiFailure> => err({ error, code });

/** `status`: 0 without an answer. */
type Refusal = { readonly status?: number; readonly code?: ProblemCode | null };

const failServer = (problem: ServerProblem, { status = 0, code = null }: Refusal = {}) =>
  fail({ reason: 'server', problem, status }, code);
