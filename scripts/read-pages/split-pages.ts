// Splits a corpus by a hash of file names, fixed for ever: rules are tuned on three quarters and evaluated on the fourth.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../setup/write-whole.ts';
import type { SavedPage } from './read-manifest.ts';

const PARTS = ['tuning', 'held-aside'] as const;
export type Part = (typeof PARTS)[number];

export function partOf(set: string, file: string): Part {
  return partByHash(`${set}/${file}`, 4) === 3 ? 'held-aside' : 'tuning';
}

/** An integer from 0 to parts − 1. */
export function partByHash(name: string, parts: number): number {
  const [first = 0] = createHash('sha256').update(name).digest();
  return first % parts;
}

/** Writes OUT/tuning/SET/manifest.jsonl and OUT/held-aside/SET/manifest.jsonl, with unchanged lines, for scoring. */
export async function writeSplitManifests(pages: readonly SavedPage[], out: string): Promise<void> {
  const manifests = new Map<string, string[]>();
  for (const { set, file, line } of pages) {
    for (const part of PARTS) {
      const name = path.join(out, part, set, 'manifest.jsonl');
      const lines = manifests.get(name) ?? [];
      if (partOf(set, file) === part) lines.push(line);
      manifests.set(name, lines);
    }
  }
  for (const [name, lines] of manifests) {
    mkdirSync(path.dirname(name), { recursive: true });
    await writeWhole(name, `${lines.join('\n')}\n`);
  }
}
