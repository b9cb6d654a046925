// A command that gets an unusable file ends with one sentence that names file and line, and leaves no half-written output.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listLabelledSets } from '../../../scripts/cluster/labelled-sets.ts';
import { readArticles } from '../../../scripts/cluster/read-articles.ts';
import { readLinks } from '../../../scripts/links/read-links.ts';
import { readManifest } from '../../../scripts/read-pages/read-manifest.ts';
import { PROJECT_ROOT } from '../../../scripts/setup/run-program.ts';
import { Unusable } from '../../../scripts/setup/unusable.ts';

/** A program takes half a second to start, and forty times that on a machine that is busy with other tests. */
const STARTS_MS = 180_000;

const ARTICLE = '{"id":"a1","title":"Harbour bridge closed"}';
const FILES = {
  'no-column.csv': 'text,url,handle\nBridge closed,/a,harbour\n',
  'unended.csv': 'text,url,handle,is_story\n"Bridge\nclosed",/a,harbour,true\n"Home,/,harbour,false\n',
  'bad-line.jsonl': `${ARTICLE}\n\n{"id":\n`,
  'good.jsonl': `${ARTICLE}\n`,
  'text.jsonl': '"Harbour bridge closed"\n',
  'no-date.jsonl': '{"id":"a1","title":"Harbour bridge closed","publishedAt":"soon"}\n',
  'no-title.jsonl': '{"id":"a1"}\n',
  'empty.jsonl': '',
  'cut.jsonl.gz': gzipSync(`${ARTICLE}\n`.repeat(100)).subarray(0, -20),
  'plain.jsonl.gz': `${ARTICLE}\n`,
  'bad-manifest.jsonl': '\n{"file":"a.html","url":"https://harbour.test/a","kind":"article"}\nno JSON\n',
  'no-address.jsonl': '{"file":"a.html","url":"harbour","kind":"article"}\n',
  'no-page.jsonl': '{"file":"missing.html","url":"https://harbour.test/a","kind":"article"}\n',
  'labelled/stories/set.jsonl.gz': gzipSync(`${ARTICLE}\n`),
  'no-sets/stories/readme.txt': 'none',
  'no-sources/readme.txt': 'none',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parallax-input-'));
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const readAll = async (file: string) => {
  for await (const _ of readArticles(file));
};

const loadPages = (file: string) => readManifest(file).map((page) => page.load());

it.each<[string, (file: string) => unknown, string]>([
  ['no-column.csv', readLinks, 'no-column.csv: there is no column "is_story".'],
  ['unended.csv', readLinks, 'unended.csv, line 4: a quoted cell never ends.'],
  ['empty.jsonl', readLinks, 'empty.jsonl: there is no column "text".'],
  ['labelled', readLinks, 'labelled: this is a folder.'],
  ['bad-line.jsonl', readAll, 'bad-line.jsonl, line 3: this is not JSON.'],
  ['no-title.jsonl', readAll, 'no-title.jsonl, line 1: "title" is missing or has the wrong type.'],
  ['no-date.jsonl', readAll, 'no-date.jsonl, line 1: "publishedAt" is not a date.'],
  ['text.jsonl', readAll, 'text.jsonl, line 1: this is not an object.'],
  ['labelled', readAll, 'labelled: this is a folder.'],
  ['cut.jsonl.gz', readAll, 'cut.jsonl.gz: this is not a complete gzip file.'],
  ['plain.jsonl.gz', readAll, 'plain.jsonl.gz: this is not a complete gzip file.'],
  ['bad-manifest.jsonl', readManifest, 'bad-manifest.jsonl, line 3: this is not JSON.'],
  ['no-address.jsonl', loadPages, 'no-address.jsonl, a.html: "url" is not an address.'],
  ['no-page.jsonl', loadPages, 'missing.html: there is no such file.'],
  ['no-sets', listLabelledSets, 'no-sets/stories: it contains no labelled sets.'],
])('%s', async (name, read, sentence) => {
  const reading = async () => await read(path.join(folder, name));
  await expect(reading()).rejects.toThrow(new Unusable(path.join(folder, sentence)));
});

function run(line: string) {
  const [command, ...args] = line.split(' ');
  const program = path.join(PROJECT_ROOT, 'scripts', `${command}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', cwd: folder });
  return { status, stdout, stderr };
}

it.each([
  ['links --in no-column.csv --out out.jsonl', 'no-column.csv: there is no column "is_story".'],
  ['cluster --in cut.jsonl.gz --out out.jsonl', 'cut.jsonl.gz: this is not a complete gzip file.'],
  ['brief --in empty.jsonl', 'empty.jsonl: it contains no articles.'],
  ['read-pages --manifest bad-manifest.jsonl --split parts', 'bad-manifest.jsonl, line 3: this is not JSON.'],
  ['fit-pages --manifest empty.jsonl', 'empty.jsonl: it contains no pages.'],
  ['evaluate labelled', 'labelled/stories/set.jsonl.gz, line 1: "story" is missing or has the wrong type.'],
  ['outlets --from FOLDER/no-sources', 'FOLDER/no-sources/kagi-media-owner-country.json: there is no such file.'],
])('%s', { timeout: STARTS_MS }, (line, sentence) => {
  const before = readdirSync(folder);
  const stderr = `${sentence.replace('FOLDER', folder)}\n`;
  expect(run(line.replace('FOLDER', folder))).toEqual({ status: 1, stdout: '', stderr });
  expect(readdirSync(folder)).toEqual(before);
});

it('a file that was there stays as it was until the new one is whole', { timeout: STARTS_MS }, () => {
  const kept = path.join(folder, 'kept.jsonl');
  writeFileSync(kept, 'kept');
  expect(run('cluster --in cut.jsonl.gz --out kept.jsonl').status).toBe(1);
  expect(readFileSync(kept, 'utf8')).toBe('kept');
  expect(run('cluster --in good.jsonl --out kept.jsonl').status).toBe(0);
  expect(readFileSync(kept, 'utf8')).toMatch(/^\{"id":"a1","story":"[^"]+","family":"[^"]+"\}\n$/);
  const { status, stderr } = run('cluster --in good.jsonl --out missing/out.jsonl');
  expect([status, stderr]).toEqual([1, 'missing/out.jsonl: there is no such folder.\n']);
});
