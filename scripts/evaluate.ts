// Scores the engine on labelled sets, by default the shared corpora: npm run evaluate [-- FOLDER] [--encoder NAME]
import path from 'node:path';
import { evaluate } from './cluster/evaluate.ts';
import { openNamedEncoder } from './cluster/open-named-encoder.ts';
import { readCommandLine, refuseMissing } from './setup/read-command-line.ts';
import { exitIfUnusable } from './setup/unusable.ts';

const USAGE = `Usage: npm run evaluate [-- FOLDER] [--encoder NAME] [--model NAME] [--address URL]
  FOLDER           folder of the labelled sets, stories/*.jsonl.gz (default: the shared corpora beside the repository)
  --encoder NAME   compute a vector for every title: hashed, use-lite, transformers or http
  --model NAME     for transformers and http
  --address URL    for http`;

const { values, positionals } = readCommandLine(USAGE, {
  allowPositionals: true,
  options: {
    encoder: { type: 'string' },
    model: { type: 'string', default: '' },
    address: { type: 'string', default: '' },
  },
});
const folder = positionals[0] ?? path.resolve(import.meta.dirname, '../../shared/corpora');
refuseMissing([folder]);
await exitIfUnusable(async () => {
  const encoder =
    values.encoder === undefined
      ? null
      : await openNamedEncoder({ name: values.encoder, ...values, key: process.env.PARALLAX_ENCODER_KEY ?? null });
  await evaluate(folder, encoder);
});
