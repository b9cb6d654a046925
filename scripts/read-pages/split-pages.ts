// Parts a corpus by a hash of file names, once and for all: rules are tuned on one half and reported on the other.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Half = 'tuning' | 'held-aside';

export function halfOf(set: string, file: string): Half {
  const [first = 0] = createHash('sha256').update(`${set}/${file}`).digest();
  return first % 2 === 0 ? 'tuning' : 'held-aside';
}

/** Writes OUT/tuning/SET/manifest.jsonl and OUT/held-aside/SET/manifest.jsonl, lines as they were, for scoring. */
export function writeSplitManifests(manifest: string, out: string): void {
  const set = path.basename(path.dirname(path.resolve(manifest)));
  const halves: Record<Half, string[]> = { tuning: [], 'held-aside': [] };
  for (const line of readFileSync(manifest, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const { file }: { file: string } = JSON.parse(line);
    halves[halfOf(set, file)].push(line);
  }
  for (const [half, lines] of Object.entries(halves)) {
    const folder = path.join(out, half, set);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'manifest.jsonl'), `${lines.join('\n')}\n`);
  }
}
