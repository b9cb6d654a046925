// Parts a corpus by a hash of file names, once and for all: rules are tuned on three quarters and reported on the fourth.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Part = 'tuning' | 'held-aside';

export function partOf(set: string, file: string): Part {
  return partByHash(`${set}/${file}`, 4) === 3 ? 'held-aside' : 'tuning';
}

/** 0 … parts − 1 */
export function partByHash(name: string, parts: number): number {
  const [first = 0] = createHash('sha256').update(name).digest();
  return first % parts;
}

/** Writes OUT/tuning/SET/manifest.jsonl and OUT/held-aside/SET/manifest.jsonl, lines as they were, for scoring. */
export function writeSplitManifests(manifest: string, out: string): void {
  const set = path.basename(path.dirname(path.resolve(manifest)));
  const parts: Record<Part, string[]> = { tuning: [], 'held-aside': [] };
  for (const line of readFileSync(manifest, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const { file }: { file: string } = JSON.parse(line);
    parts[partOf(set, file)].push(line);
  }
  for (const [part, lines] of Object.entries(parts)) {
    const folder = path.join(out, part, set);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'manifest.jsonl'), `${lines.join('\n')}\n`);
  }
}
