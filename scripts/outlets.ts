// Writes the outlet registry and the rating packs in public/data from the folder of raw sources.
//
// Usage: node scripts/run.mjs outlets [-- --from FOLDER]
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from './outlets/build.ts';
import { formatOutlets, formatRatings } from './outlets/format.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { from: { type: 'string', default: path.join(root, '../shared/corpora/outlets') } },
});
const { outlets, ratings } = build(path.resolve(root, values.from));
const files = [
  { name: 'outlets.json', text: formatOutlets(outlets), count: outlets.outlets.length },
  ...ratings.map((pack) => ({
    name: `ratings/${pack.id}.json`,
    text: formatRatings(pack),
    count: Object.keys(pack.values).length,
  })),
];
mkdirSync(path.join(root, 'public/data/ratings'), { recursive: true });
let total = 0;
for (const { name, text, count } of files) {
  writeFileSync(path.join(root, 'public/data', name), text);
  const size = gzipSync(text, { level: 9 }).length;
  total += size;
  console.log(`${name}: ${count} entries, ${(size / 1000).toFixed(1)} kB compressed`);
}
console.log(`together ${(total / 1000).toFixed(1)} kB compressed`);
