// Gets vectors from an OpenAI-compatible endpoint: POST {address}/embeddings, in batches, with timeouts and retries.
//
// Address, model and key are the operator's; texts are sent nowhere else. An answer with missing vectors is an error and is never
// padded with zeros: an article without a vector is placed by its words, one with a wrong vector is misplaced.
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import type { EncodeError, Encoder } from '../../engine/ports.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import { parseJson } from '../parse-json.ts';
import { readBytes } from '../read-bytes.ts';
import { startTimeout } from '../start-timeout.ts';

export type HttpEncoderOptions = {
  /** Without /embeddings: https://api.example.org/v1 */
  readonly address: string;
  readonly model: string;
  readonly key: string | null;
  readonly timeoutMs?: number;
  /** Pause before the second attempt, doubled for each further one. Tests shorten it. */
  readonly pauseMs?: number;
};

const TIMEOUT_MS = 20_000;
const PAUSE_MS = 500;
const ATTEMPTS = 4;
/** A batch size that common servers accept with their default memory. */
const BATCH = 64;
/** The largest possible answer: 64 vectors of 4,096 numbers with 20 characters each take 5 MB. */
const ANSWER_BYTES_MAX = 16_000_000;
/** In UTF-16 units. Encoders read a few hundred tokens; a longer text only costs transfer. */
const TEXT_MAX = 2000;

const Answer = z.object({
  data: z.array(
    z.object({ index: z.int().check(z.nonnegative()), embedding: z.array(z.number()).check(z.minLength(1)) }),
  ),
});

/** Requests one vector first, because only the model knows how long its vectors are. */
export async function openHttpEncoder(
  options: HttpEncoderOptions,
  signal: AbortSignal,
): Promise<Result<Encoder, EncodeError>> {
  const probe = await askWithRetries(options, { texts: ['probe'], signal });
  if (!probe.ok) return probe;
  const dimensions = probe.value[0]?.length ?? 0;
  return ok({
    id: `http:${options.model}:${dimensions}`,
    dimensions,
    async encode(texts, stop) {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += BATCH) {
        const batch = await askWithRetries(options, { texts: texts.slice(start, start + BATCH), signal: stop });
        if (!batch.ok) return batch;
        if (batch.value.some((vector) => vector.length !== dimensions)) {
          return err({ reason: 'bad-answer', detail: `a vector of another length than ${dimensions}` });
        }
        vectors.push(...batch.value);
      }
      return ok(vectors);
    },
  });
}

type Vectors = Result<readonly Float32Array[], EncodeError>;

type Question = { readonly texts: readonly string[]; readonly signal: AbortSignal };

async function askWithRetries(options: HttpEncoderOptions, question: Question): Promise<Vectors> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask(options, question);
    if (answer.ok || attempt === ATTEMPTS || !isTransient(answer.error)) return answer;
    const pauseMs = (options.pauseMs ?? PAUSE_MS) * 2 ** (attempt - 1);
    const isOver = await setTimeout(pauseMs, false, { signal: question.signal }).catch(() => true);
    if (isOver) return err({ reason: 'aborted' });
  }
}

/** Rate limiting and server errors are temporary; a wrong key or model is not. */
function isTransient(error: EncodeError): boolean {
  if (error.reason === 'refused') return error.status === 429 || error.status >= 500;
  return error.reason === 'timeout' || error.reason === 'unreachable';
}

async function ask(options: HttpEncoderOptions, { texts, signal }: Question): Promise<Vectors> {
  const { address, model, key, timeoutMs = TIMEOUT_MS } = options;
  const timeout = startTimeout(timeoutMs);
  let text: string;
  try {
    const response = await fetch(`${address.replace(/\/$/, '')}/embeddings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, input: texts.map((one) => one.slice(0, TEXT_MAX)), encoding_format: 'float' }),
      redirect: 'error', // the key must reach this address only
      signal: AbortSignal.any([signal, timeout]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return err({ reason: 'refused', status: response.status });
    }
    const bytes = await readBytes(response.body, ANSWER_BYTES_MAX);
    if (bytes === null) return err({ reason: 'bad-answer', detail: `more than ${ANSWER_BYTES_MAX} bytes` });
    text = new TextDecoder().decode(bytes);
  } catch {
    return err({ reason: signal.aborted ? 'aborted' : timeout.aborted ? 'timeout' : 'unreachable' });
  }
  return readAnswer(text, texts.length);
}

function readAnswer(text: string, count: number): Vectors {
  const parsed = Answer.safeParse(parseJson(text));
  if (!parsed.success) return err({ reason: 'bad-answer', detail: 'no list of embeddings' });
  const vectors: (Float32Array | undefined)[] = Array.from({ length: count });
  for (const { index, embedding } of parsed.data.data) if (index < count) vectors[index] = Float32Array.from(embedding);
  const whole = vectors.filter((vector) => vector !== undefined);
  if (whole.length < count) return err({ reason: 'bad-answer', detail: `${whole.length} vectors for ${count} texts` });
  return ok(whole);
}
