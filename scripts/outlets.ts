// Writes the outlet registry and the rating packs in public/data from the folder of raw sources.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from './outlets/build.ts';
import { formatOutlets, formatRatings } from './outlets/format.ts';
import { readCommandLine, refuseMissing } from './setup/read-command-line.ts';
import { exitIfUnusable } from './setup/unusable.ts';
import { writeWhole } from './setup/write-whole.ts';

const USAGE = `Usage: npm run outlets [-- --from FOLDER]
  --from FOLDER   folder of the raw sources (default: outlets in the shared corpora beside the repository)`;

const root = path.resolve(import.meta.dirname, '..');
const { values } = readCommandLine(USAGE, {
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { from: { type: 'string', default: path.join(root, '../shared/corpora/outlets') } },
});
const folder = path.resolve(root, values.from);
refuseMissing([folder]);
await exitIfUnusable(async () => {
  const { outlets, ratings } = build(folder);
  const files = [
    { name: 'outlets.json', text: formatOutlets(outlets), count: outlets.outlets.length },
    ...ratings.map((pack) => ({
      name: `ratings/${pack.id}.json`,
      text: formatRatings(pack),
      count: Object.keys(pack.values).length,
    })),
  ];
  mkdirSync(path.join(root, 'public/data/ratings'), { recursive: true });
  const said: string[] = [];
  let total = 0;
  for (const { name, text, count } of files) {
    await writeWhole(path.join(root, 'public/data', name), text);
    const size = gzipSync(text, { level: 9 }).length;
    total += size;
    said.push(`${name}: ${count} entries, ${(size / 1000).toFixed(1)} kB compressed`);
  }
  // Only after all files are written: if the reader closes the pipe early, new outlets must not be left with old ratings.
  console.log([...said, `together ${(total / 1000).toFixed(1)} kB compressed`].join('\n'));
});
