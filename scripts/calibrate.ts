// Fits the match confidence on labelled sets: npm run calibrate [-- FOLDER], by default the shared corpora beside the repository.
import path from 'node:path';
import { calibrate } from './cluster/calibrate.ts';
import { readCommandLine, refuseMissing } from './setup/read-command-line.ts';
import { exitIfUnusable } from './setup/unusable.ts';

const USAGE = `Usage: npm run calibrate [-- FOLDER]
  FOLDER   folder of the labelled sets, stories/*.jsonl.gz (default: the shared corpora beside the repository)`;

const { positionals } = readCommandLine(USAGE, { allowPositionals: true });
const folder = positionals[0] ?? path.resolve(import.meta.dirname, '../../shared/corpora');
refuseMissing([folder]);
await exitIfUnusable(() => calibrate(folder));
