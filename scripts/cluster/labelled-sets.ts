// The labelled sets of the shared corpora: which files they are, and to which story each article of one belongs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import type { Labelled } from './score.ts';

const Label = z.object({ id: z.string(), story: z.string() });

const LABELLED_IN_PAIRS = /^tgcontest/;

/** Throws where the corpora are not. */
export function listLabelledSets(corpora: string): string[] {
  const folder = path.join(corpora, 'stories');
  if (!existsSync(folder)) throw new Error(`No labelled sets in ${folder}`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz') && !LABELLED_IN_PAIRS.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

/** In the order of the articles; throws where one has none. */
export function readLabels(file: string): Labelled[] {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean);
  return lines.map((line) => Label.parse(JSON.parse(line)));
}
