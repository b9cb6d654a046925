// The HTTP encoder with a local server that answers like OpenAI-compatible ones, and like broken ones.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openHttpEncoder } from '../../../../server/encoder/http-encoder.ts';

const Asked = z.object({ model: z.string(), input: z.array(z.string()), encoding_format: z.literal('float') });
type Asked = z.infer<typeof Asked>;

type Reply = { readonly status?: number; readonly body?: unknown; readonly silent?: true };
type Question = { readonly asked: Asked; readonly headers: IncomingMessage['headers']; readonly url: string };

/** A text's vector: its length and its number of vowels. */
const toVector = (text: string) => [text.length, text.match(/[aeiou]/g)?.length ?? 0];
const right = ({ input }: Asked): Reply => ({
  // In another order than requested, which is what the index is for.
  body: { object: 'list', data: input.map((text, index) => ({ index, embedding: toVector(text) })).reverse() },
});

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function startEndpoint(reply: (asked: Asked, n: number) => Reply) {
  const questions: Question[] = [];
  const made = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const asked = Asked.parse(JSON.parse(text));
    questions.push({ asked, headers: request.headers, url: request.url ?? '' });
    const { status = 200, body, silent } = reply(asked, questions.length);
    if (silent) return;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const address = made.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { questions, address: `http://127.0.0.1:${address.port}/v1/` };
}

const never = new AbortController().signal;
const options = (address: string) => ({ address, model: 'tiny', key: null, pauseMs: 1, timeoutMs: 30_000 });

describe('openHttpEncoder', () => {
  it('learns the length of vectors, asks in batches and keeps the order', async () => {
    const { questions, address } = await startEndpoint(right);
    const opened = await openHttpEncoder({ ...options(address), key: 'secret' }, never);
    if (!opened.ok) throw new Error(opened.error.reason);
    const encoder = opened.value;
    expect([encoder.id, encoder.dimensions]).toEqual(['http:tiny:2', 2]);
    const texts = Array.from({ length: 130 }, (_, n) => 'e'.repeat(n + 1));
    const vectors = await encoder.encode(texts, never);
    expect(vectors.ok && vectors.value.map((vector) => [...vector])).toEqual(texts.map(toVector));
    expect(questions.map(({ asked }) => asked.input.length)).toEqual([1, 64, 64, 2]);
    expect(questions[1]?.asked.model).toBe('tiny');
    expect(questions[1]?.url).toBe('/v1/embeddings');
    expect(questions[1]?.headers.authorization).toBe('Bearer secret');
    expect(await encoder.encode([], never)).toEqual({ ok: true, value: [] });
  });

  it('reads no more of an answer than vectors could be', async () => {
    const { address } = await startEndpoint(() => ({ body: `[${'0'.repeat(17_000_000)}]` }));
    const opened = await openHttpEncoder(options(address), never);
    expect(opened).toMatchObject({ error: { reason: 'bad-answer', detail: 'more than 16000000 bytes' } });
  });

  it('tries again while the server is busy, and no more than four times', async () => {
    const busy = await startEndpoint((asked, n) => (n < 3 ? { status: n === 1 ? 429 : 503 } : right(asked)));
    expect((await openHttpEncoder(options(busy.address), never)).ok).toBe(true);
    expect(busy.questions).toHaveLength(3);
    const down = await startEndpoint(() => ({ status: 500 }));
    expect(await openHttpEncoder(options(down.address), never)).toEqual({
      ok: false,
      error: { reason: 'refused', status: 500 },
    });
    expect(down.questions).toHaveLength(4);
  });

  it('does not ask again where the key is wrong', async () => {
    const { questions, address } = await startEndpoint(() => ({ status: 401 }));
    expect(await openHttpEncoder(options(address), never)).toEqual({
      ok: false,
      error: { reason: 'refused', status: 401 },
    });
    expect(questions).toHaveLength(1);
  });

  it.each([
    { what: 'no JSON', body: '<html>' },
    { what: 'an error with status 200', body: { error: 'no' } },
    { what: 'too few vectors', body: { data: [] } },
    { what: 'an empty vector', body: { data: [{ index: 0, embedding: [] }] } },
    { what: 'words for numbers', body: { data: [{ index: 0, embedding: ['1'] }] } },
  ])('refuses $what', async ({ body }) => {
    const { address } = await startEndpoint(() => ({ body }));
    const opened = await openHttpEncoder(options(address), never);
    expect(opened.ok ? null : opened.error.reason).toBe('bad-answer');
  });

  it('refuses vectors that change their length', async () => {
    const { address } = await startEndpoint((asked, n) =>
      n === 1 ? right(asked) : { body: { data: asked.input.map((_, index) => ({ index, embedding: [1, 2, 3] })) } },
    );
    const opened = await openHttpEncoder(options(address), never);
    const vectors = opened.ok ? await opened.value.encode(['x'], never) : opened;
    expect(vectors.ok ? null : vectors.error.reason).toBe('bad-answer');
  });

  it('gives up after the timeout, and at once when aborted', async () => {
    const { address } = await startEndpoint(() => ({ silent: true }));
    const late = await openHttpEncoder({ ...options(address), timeoutMs: 30 }, never);
    expect(late).toEqual({ ok: false, error: { reason: 'timeout' } });
    const stopping = new AbortController();
    const opening = openHttpEncoder(options(address), stopping.signal);
    stopping.abort();
    expect(await opening).toEqual({ ok: false, error: { reason: 'aborted' } });
  });

  it('says so when nobody listens', async () => {
    const { address } = await startEndpoint(right);
    await new Promise((resolve) => server?.close(resolve));
    expect(await openHttpEncoder(options(address), never)).toEqual({ ok: false, error: { reason: 'unreachable' } });
  });
});
