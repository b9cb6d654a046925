// One invalid line in a long file does not stop commands that report on each of the other lines.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { computeContexts } from '../../../scripts/brief/compute-contexts.ts';
import { readStories } from '../../../scripts/brief/read-stories.ts';
import { readLinks } from '../../../scripts/links/read-links.ts';
import { readManifest } from '../../../scripts/read-pages/read-manifest.ts';
import { PROJECT_ROOT } from '../../../scripts/setup/run-program.ts';
import { Unusable } from '../../../scripts/setup/unusable.ts';
import { writeWhole } from '../../../scripts/setup/write-whole.ts';

/** A program takes half a second to start, and ten times that on a machine that is busy with other tests. */
const STARTS_MS = 60_000;
const STDOUT = '/dev/stdout';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parallax-odd-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

type Output = { readonly out?: string; readonly stdout?: number };

function cluster(content: string, { out = path.join(folder, 'out.jsonl'), stdout }: Output = {}) {
  const program = path.join(PROJECT_ROOT, 'scripts/cluster.ts');
  const input = write('in.jsonl', content);
  const { status, stderr } = spawnSync(process.execPath, [program, '--in', input, '--out', out], {
    stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  return { status, stderr: stderr.replaceAll(`${folder}/`, ''), ids: () => readIds(readFileSync(out, 'utf8')) };
}

const readIds = (lines: string) => lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).id]));

it('every article with an id gets a line, and what is odd is told', { timeout: STARTS_MS }, () => {
  const lines = [
    '\uFEFF{"id":"plain","title":"Harbour bridge closed"}',
    '{"id":"no-date","title":"Harbour bridge closed","publishedAt":"soon"}',
    '{"id":"number-for-date","title":"Harbour bridge closed","publishedAt":1764228000}',
    '{"id":"no-title"}',
    '{"id":"empty-title","title":"","publishedAt":""}',
    '{"id":"nulls","title":"Ferry late","lead":null,"url":null,"outlet":null,"lang":null,"body":null,"credit":3}',
    '{"id":"line-separator","title":"Ferry\u2028late"}\r',
    `{"id":"long-outlet","title":"Ferry late","outlet":"${'a'.repeat(300)}"}`,
    '',
    '{"title":"without an id"}',
    '{"id":"cut","title":"Har',
  ];
  const { status, stderr, ids } = cluster(lines.join('\n'));
  expect(status).toBe(0);
  expect(ids()).toEqual([
    'plain',
    'no-date',
    'number-for-date',
    'no-title',
    'empty-title',
    'nulls',
    'line-separator',
    'long-outlet',
  ]);
  expect(stderr.split('\n').slice(0, -2)).toEqual([
    'in.jsonl, line 2: "publishedAt" is not a date.',
    'in.jsonl, line 3: "publishedAt" is not a date.',
    'in.jsonl, line 4: "title" is missing or has the wrong type.',
    'in.jsonl, line 10: "id" is missing or has the wrong type.',
    'in.jsonl, line 11: this is not JSON.',
  ]);
  expect(stderr).toMatch(/\n8 articles, \d+ articles\/s, peak memory \d+ MB\n$/);
});

it('a file of odd lines does not flood the terminal', { timeout: STARTS_MS }, () => {
  const { stderr, ids } = cluster(Array.from({ length: 30 }, (_, n) => `{"id":"a${n}"}\n`).join(''));
  expect(ids()).toHaveLength(30);
  expect(stderr.split('\n').slice(9, 11)).toEqual([
    'in.jsonl, line 10: "title" is missing or has the wrong type.',
    'in.jsonl: 20 more are like these.',
  ]);
});

it('of no articles there are no lines', { timeout: STARTS_MS }, () => {
  const { status, ids } = cluster('');
  expect(status).toBe(0);
  expect(ids()).toEqual([]);
});

it.skipIf(!existsSync(STDOUT))(
  'what goes to a file that has no name any more gets there',
  { timeout: STARTS_MS },
  () => {
    const file = write('gone.jsonl', '');
    const output = openSync(file, 'r+');
    rmSync(file);
    const { status } = cluster('{"id":"a","title":"Harbour bridge closed"}\n', { out: STDOUT, stdout: output });
    expect([status, readIds(readFileSync(output, 'utf8'))]).toEqual([0, ['a']]);
    closeSync(output);
  },
);

it('what goes to a link whose file is not there yet makes the file', async () => {
  const file = path.join(folder, 'new.jsonl');
  symlinkSync(file, path.join(folder, 'link.jsonl'));
  await writeWhole(path.join(folder, 'link.jsonl'), 'whole');
  expect(readFileSync(file, 'utf8')).toBe('whole');
});

it('articles of no outlet and no address are each of their own, whatever their ids are', async () => {
  const lines = ['en:1', 'en:2', '1.en', '2.en', 'en/1 2'].map((id) => ({
    id,
    title: 'Harbour bridge closed for repairs',
  }));
  const file = write('in.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
  const stories = await readStories(file, { leadMax: 100, areLabelled: false });
  const { computed } = computeContexts(stories, lines.length);
  expect(new Set(computed.flatMap(({ members }) => members.map(({ outletId }) => outletId))).size).toBe(lines.length);
});

it('articles of one outlet without an address are of that outlet', async () => {
  const lines = ['a', 'b'].map((id) => ({ id, title: 'Harbour bridge closed for repairs', outlet: 'harbour.test' }));
  const file = write('in.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
  const { computed } = computeContexts(await readStories(file, { leadMax: 100, areLabelled: false }), 2);
  expect(computed.flatMap(({ members }) => members.map(({ outletId }) => outletId))).toEqual([
    'host:harbour.test',
    'host:harbour.test',
  ]);
});

it('links are decided whatever says that they are stories, in records that are short or long too', () => {
  const verdicts = ['True', 'TRUE', '1', 'Yes', ' true ', 'False', '0', 'no', '', '?'];
  const rows = verdicts.map((verdict) => `${verdict},/a,harbour,more,"Bridge, closed"`);
  const file = write(
    'links.csv',
    `\uFEFFis_story,url,handle,note, text \r\n${[...rows, '1,/b', 'no,/c,h,n,t,x'].join('\r\n')}`,
  );
  const links = readLinks(file);
  expect(links.map(({ isStory }) => isStory)).toEqual([...verdicts.map((_, at) => at < 5), true, false]);
  expect(links[0]).toEqual({ row: 0, text: 'Bridge, closed', url: '/a', handle: 'harbour', isStory: true });
  expect(links.at(-2)).toEqual({ row: 10, text: '', url: '/b', handle: '', isStory: true });
});

it('a page whose address is none is listed, and fails when it is loaded', () => {
  write('a.html', '<p>Harbour</p>');
  const lines = [
    { file: 'a.html', url: 'harbour', kind: null },
    { file: 'a.html' },
    { file: 'a.html', url: 'https://harbour.test/a', kind: 3 },
  ];
  const manifest = write('manifest.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
  const [relative, without, good] = readManifest(manifest);
  const noAddress = new Unusable(`${manifest}, a.html: "url" is not an address.`);
  expect(relative?.load).toThrow(noAddress);
  expect(without?.load).toThrow(noAddress);
  expect(good?.load()).toEqual({ url: 'https://harbour.test/a', body: Buffer.from('<p>Harbour</p>') });
});

it('a file that is replaced keeps who may read it, and a link to it stays one', async () => {
  const file = write('private.jsonl', 'before');
  chmodSync(file, 0o660);
  const link = path.join(folder, 'link.jsonl');
  symlinkSync(file, link);
  await writeWhole(link, 'after');
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['after', 0o660]);
  expect(readdirSync(folder).sort()).toEqual(['link.jsonl', 'private.jsonl']);
});

/** Administrators may write everywhere. */
it.skipIf(process.getuid?.() === 0)('a file is written to as it is where none can be laid beside it', async () => {
  const file = write('given.jsonl', 'before');
  chmodSync(folder, 0o500);
  await writeWhole(file, 'after').finally(() => chmodSync(folder, 0o700));
  expect(readFileSync(file, 'utf8')).toBe('after');
});
