// Measures speed and size, each beside a simple alternative measured with it: npm run bench [-- NAME …].
//
// A benchmark is a file scripts/bench/NAME.bench.ts that exports `bench`, which measures and returns its table.
import { globSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchTable } from './bench/bench-table.ts';
import { formatBenchTable } from './bench/bench-table.ts';

const folder = path.resolve(import.meta.dirname, 'bench');
const names = globSync('*.bench.ts', { cwd: folder }).map((file) => file.replace('.bench.ts', ''));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}; there are: ${names.sort().join(', ')}`);
  process.exit(1);
}

const [cpu] = os.cpus();
console.log(
  `${os.cpus().length} × ${cpu?.model ?? 'unknown processor'}, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}\n`,
);
for (const name of names.sort()) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { href } = pathToFileURL(path.join(folder, `${name}.bench.ts`));
  const { bench } = (await import(href)) as { bench: () => Promise<BenchTable> };
  console.log(`${formatBenchTable(await bench())}\n`);
}
