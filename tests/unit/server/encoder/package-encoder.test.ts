// Encoders from packages, with small fakes that have the packages' interface.
import { describe, expect, it } from 'vitest';
import type { ClusterArticle } from '../../../../engine/ports.ts';
import { encodeArticles } from '../../../../server/encoder/encode-articles.ts';
import { openPackageEncoder } from '../../../../server/encoder/package-encoder.ts';
import { article } from '../../engine/cluster/invented-articles.ts';

const toVector = (text: string) => [text.length, 1];
const never = new AbortController().signal;

/** Like the package: a model whose method needs the model as `this`. */
class Model {
  readonly toVector = toVector;
  async embed(texts: readonly string[]) {
    return texts.map((text) => this.toVector(text));
  }
}

const WEIGHTS = () => 'weights';
const useLite = async (name: string): Promise<unknown> =>
  name.endsWith('/embeddings')
    ? { initModel: async (source: unknown) => (source === WEIGHTS ? new Model() : null) }
    : { modelSource: WEIGHTS };

const transformers = async (): Promise<unknown> => ({
  pipeline: async (task: string, model: string) => async (texts: readonly string[], options: unknown) => {
    expect([task, model, options]).toEqual(['feature-extraction', 'tiny', { pooling: 'mean', normalize: true }]);
    return { tolist: () => texts.map(toVector) };
  },
});

const KINDS = [
  { kind: 'use-lite', load: useLite, id: 'use-lite:en:2' },
  { kind: 'transformers', load: transformers, id: 'transformers:tiny:2' },
] as const;

describe.each(KINDS)('the encoder $kind', ({ kind, load, id }) => {
  it('gives a vector a text, however many there are', async () => {
    const opened = await openPackageEncoder({ kind, model: 'tiny', load });
    if (!opened.ok) throw new Error(opened.error.reason);
    expect([opened.value.id, opened.value.dimensions]).toEqual([id, 2]);
    const texts = Array.from({ length: 40 }, (_, n) => 'x'.repeat(n));
    const vectors = await opened.value.encode(texts, never);
    expect(vectors.ok && vectors.value.map((vector) => [...vector])).toEqual(texts.map(toVector));
    expect(await opened.value.encode(texts, AbortSignal.abort())).toEqual({ ok: false, error: { reason: 'aborted' } });
  });

  it('says which packages are missing', async () => {
    const missing = async () => {
      throw new Error('Cannot find package');
    };
    const opened = await openPackageEncoder({ kind, model: 'tiny', load: missing });
    expect(opened.ok ? null : opened.error.reason).toBe('not-installed');
  });

  it('refuses a package of another shape', async () => {
    const opened = await openPackageEncoder({ kind, model: 'tiny', load: async () => ({ modelSource: WEIGHTS }) });
    expect(opened.ok ? null : opened.error.reason).toBe('bad-answer');
  });
});

it('refuses vectors that change their length', async () => {
  const load = async (name: string): Promise<unknown> =>
    name.endsWith('/embeddings')
      ? {
          initModel: async () => ({
            embed: async (texts: readonly string[]) => texts.map((text) => Array.from(text, () => 1)),
          }),
        }
      : { modelSource: WEIGHTS };
  const opened = await openPackageEncoder({ kind: 'use-lite', model: '', load });
  const vectors = opened.ok ? await opened.value.encode(['another length'], never) : opened;
  expect(vectors.ok ? null : vectors.error.reason).toBe('bad-answer');
});

it('reports the message of a model that fails later', async () => {
  let calls = 0;
  const embed = async (texts: readonly string[]) => {
    calls += 1;
    if (calls > 1) throw new Error('out of memory');
    return texts.map(toVector);
  };
  const load = async (name: string): Promise<unknown> =>
    name.endsWith('/embeddings') ? { initModel: async () => ({ embed }) } : { modelSource: WEIGHTS };
  const opened = await openPackageEncoder({ kind: 'use-lite', model: '', load });
  const vectors = opened.ok ? await opened.value.encode(['any'], never) : opened;
  expect(vectors).toEqual({ ok: false, error: { reason: 'bad-answer', detail: 'out of memory' } });
});

describe('encodeArticles', () => {
  it('gives each article the vector of its title', async () => {
    const opened = await openPackageEncoder({ kind: 'use-lite', model: '', load: useLite });
    if (!opened.ok) throw new Error(opened.error.reason);
    const articles: readonly ClusterArticle[] = [article('a', 'Dam'), article('b', 'Ferry aground')];
    const encoded = await encodeArticles(opened.value, { articles, signal: never });
    expect(encoded.ok && encoded.value.map(({ id, dense }) => [id, ...(dense ?? [])])).toEqual([
      ['a', 3, 1],
      ['b', 13, 1],
    ]);
    const stopped = await encodeArticles(opened.value, { articles, signal: AbortSignal.abort() });
    expect(stopped).toEqual({ ok: false, error: { reason: 'aborted' } });
  });
});
