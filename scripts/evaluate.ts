// Scores the engine on labelled sets: npm run evaluate [-- FOLDER] [--encoder NAME], by default the shared corpora beside the repository.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { evaluate } from './cluster/evaluate.ts';
import { openNamedEncoder } from './cluster/open-named-encoder.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    encoder: { type: 'string' }, // hashed, use-lite, transformers, http
    model: { type: 'string', default: '' },
    address: { type: 'string', default: '' },
  },
});
const folder = positionals[0] ?? path.resolve(import.meta.dirname, '../../shared/corpora');
try {
  const encoder =
    values.encoder === undefined
      ? null
      : await openNamedEncoder({ name: values.encoder, ...values, key: process.env.PARALLAX_ENCODER_KEY ?? null });
  await evaluate(folder, encoder);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
