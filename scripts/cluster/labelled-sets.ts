// The labelled sets of the shared corpora: their files, and the story of each article.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { readJsonLines } from '../setup/read-input.ts';
import { unusable } from '../setup/unusable.ts';
import type { Labelled } from './score.ts';

const Label = z.object({ id: z.string(), story: z.string() });

const LABELLED_IN_PAIRS = /^tgcontest/;

export function listLabelledSets(corpora: string): readonly string[] {
  const folder = path.join(corpora, 'stories');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const sets = names.filter((name) => name.endsWith('.jsonl.gz') && !LABELLED_IN_PAIRS.test(name)).sort();
  if (sets.length === 0) throw unusable('it contains no labelled sets', { place: folder });
  return sets.map((name) => path.join(folder, name));
}

/** In the order of the articles. */
export function readLabels(file: string): Labelled[] {
  return readJsonLines(file, Label).map(({ value }) => value);
}
