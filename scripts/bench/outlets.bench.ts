// How long it takes to find the outlet of a host or address, compared with a plain Map, and the size of the registry.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createOutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import { createOutletRater } from '../../engine/outlet/outlet-rater.ts';
import { selectFeeds } from '../../engine/outlet/select-feeds.ts';
import { OutletPack, RatingPack } from '../../engine/schema.ts';
import { PROJECT_ROOT } from '../setup/run-program.ts';
import { type BenchTable, ms, quantile } from './bench-table.ts';

const DATA = path.join(PROJECT_ROOT, 'public/data');
const ROUNDS = 9;
const HOSTS = 2_000;

export async function bench(): Promise<BenchTable> {
  const files = [
    path.join(DATA, 'outlets.json'),
    ...readdirSync(path.join(DATA, 'ratings')).map((name) => path.join(DATA, 'ratings', name)),
  ];
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const [outlets = '', ...ratings] = texts;
  const pack = OutletPack.parse(JSON.parse(outlets));
  const packs = ratings.map((text) => RatingPack.parse(JSON.parse(text)));
  const directory = createOutletDirectory([pack]);
  const hosts = pack.outlets.slice(0, HOSTS).map(({ domains }) => `www.${domains[0]?.replace(/^=|\/.*$/g, '')}`);
  const urls = hosts.map((host) => `https://${host}/news/2026/11/23/a-headline-of-some-words-1234567`);
  const plain = new Map(hosts.map((host) => [host, host]));

  const byHost = perCall(hosts, directory.findByHost);
  const byUrl = perCall(urls, directory.find);
  const inMap = perCall(hosts, (host) => plain.get(host));
  const parsed = perCall(urls, (url) => new URL(url).hostname);
  const choose = time(() => {
    const rater = createOutletRater({ directory, packs, ownBias: {} });
    selectFeeds({ directory, rater, editions: ['us', 'world'], limit: 120, added: [], removed: [] });
  });
  const build = time(() => createOutletDirectory([pack]));
  const parse = time(() => texts.map((text) => JSON.parse(text)));
  const kB = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1000;
  const ns = (value: number) => `${(value * 1e6).toFixed(0)} ns`;
  return {
    title: `Outlets: ${pack.outlets.length} outlets, ${packs.length} rating packs`,
    rows: [
      {
        what: 'find by host, warm',
        ours: ns(byHost),
        beside: `Map.get: ${ns(inMap)}`,
        ratio: byHost / inMap,
        target: 'under 1 µs',
      },
      { what: 'find by address, warm', ours: ns(byUrl), beside: `new URL alone: ${ns(parsed)}`, ratio: byUrl / parsed },
      {
        what: 'build the directory',
        ours: ms(build),
        beside: `JSON.parse of all files: ${ms(parse)}`,
        ratio: build / parse,
      },
      {
        what: 'rate outlets, choose 120 feeds',
        ours: ms(choose),
        beside: `JSON.parse of all files: ${ms(parse)}`,
        ratio: choose / parse,
      },
      {
        what: 'facts and packs, gzip -9',
        ours: `${kB.toFixed(0)} kB`,
        beside: '–',
        ratio: null,
        target: 'at most 400 kB',
      },
    ],
  };
}

/** Milliseconds per call: median of the rounds, after one round to warm up. */
function perCall(inputs: readonly string[], call: (input: string) => unknown): number {
  const round = () => {
    for (const input of inputs) call(input);
  };
  return time(round) / inputs.length;
}

function time(work: () => unknown): number {
  work();
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return quantile(times, 0.5);
}
