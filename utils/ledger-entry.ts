// One request to a server, as the ledger records it: its kind and content by type, never words or addresses.
import * as z from 'zod/mini';
import { EpochMs } from '../engine/ids.ts';
import { SERVER_PROBLEMS } from '../engine/ports.ts';

/** Entries that are kept and shown at most: weeks of reading, under 1 MB. */
export const LEDGER_MAX = 3000;

const QUESTION_KINDS = ['meta', 'lookup', 'match', 'story', 'story-context', 'stories'] as const;
export const QuestionKind = z.enum(QUESTION_KINDS);
export type QuestionKind = z.infer<typeof QuestionKind>;

const count = () => z.number().check(z.int(), z.minimum(0));

export const Contained = z.discriminatedUnion('type', [
  z.object({ type: z.literal('nothing') }),
  /** The first bits of the hash of an address. */
  z.object({ type: z.literal('hash-bits'), bits: count() }),
  /** The whole index, because it is too small for a prefix to hide a page. */
  z.object({ type: z.literal('whole-index') }),
  z.object({ type: z.literal('headline'), characters: count() }),
  z.object({ type: z.literal('story-id') }),
  /** A story's id, and the reader's languages and time zone for its context. */
  z.object({ type: z.literal('story-and-reader') }),
  z.object({ type: z.literal('search'), characters: count() }),
  z.object({ type: z.literal('outlet') }),
]);
export type Contained = z.infer<typeof Contained>;

const LedgerOutcome = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answered'), status: count() }),
  z.object({ type: z.literal('failed'), reason: z.enum([...SERVER_PROBLEMS, 'offline', 'aborted']) }),
]);

export const LedgerEntry = z.object({
  at: EpochMs,
  /** Host name of the server. */
  host: z.string().check(z.maxLength(300)),
  method: z.enum(['GET', 'POST']),
  kind: QuestionKind,
  contained: Contained,
  /** An access token was sent. */
  hasToken: z.boolean(),
  /** Bytes of path and body, without the browser's own headers. */
  sentBytes: count(),
  receivedBytes: count(),
  outcome: LedgerOutcome,
  /** From a private window, or nothing may be stored: lost when the browser closes. */
  isInMemory: z.boolean(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;
