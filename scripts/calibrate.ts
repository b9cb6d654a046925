// Fits the match confidence on labelled sets: npm run calibrate [-- FOLDER], by default the shared corpora beside the repository.
import path from 'node:path';
import { calibrate } from './cluster/calibrate.ts';

const folder = process.argv[2] ?? path.resolve(import.meta.dirname, '../../shared/corpora');
try {
  await calibrate(folder);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
