// Scores the engine on labelled sets: npm run evaluate [-- FOLDER], by default the shared corpora beside the repository.
import path from 'node:path';
import { evaluate } from './cluster/evaluate.ts';

const folder = process.argv[2] ?? path.resolve(import.meta.dirname, '../../shared/corpora');
try {
  await evaluate(folder);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
