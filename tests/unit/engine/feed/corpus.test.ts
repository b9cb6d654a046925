// Every feed of the shared corpus parses or fails with a reason, and no item of a real feed is lost.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../../engine/feed/parse-feed.ts';
import { decodeBytes } from '../../../../engine/text/decode-bytes.ts';

const FOLDER = process.env.PARALLAX_CORPORA ?? path.resolve(import.meta.dirname, '../../../../../shared/corpora');
const MANIFEST = path.join(FOLDER, 'feeds', 'manifest.jsonl');
const isPresent = existsSync(MANIFEST);
if (!isPresent) console.log('The shared collection of feeds is not here: its tests are skipped.');

type Entry = { readonly file: string; readonly class: string; readonly items: number };

function readManifest(): readonly Entry[] {
  const lines = isPresent ? readFileSync(MANIFEST, 'utf8').trim().split('\n') : [];
  return lines.map((line): Entry => JSON.parse(line));
}

function parse(file: string) {
  const text = decodeBytes(readFileSync(path.join(FOLDER, 'feeds', file)), null);
  return parseFeed({ text, baseUrl: 'https://example.test/feed' });
}

/** Weblog notes from 2001: 22 items without an address that could be opened. */
const WITHOUT_ADDRESSES: ReadonlySet<string> = new Set(['feedreader/Rss092FullSample.xml']);

const REASONS: ReadonlySet<string> = new Set(['empty', 'too-large', 'not-a-feed', 'malformed']);

describe.skipIf(!isPresent)('the shared collection of feeds', () => {
  const entries = readManifest();

  it.each(entries.filter((entry) => entry.class !== 'malformed'))('$file keeps its $items items', (entry) => {
    const result = parse(entry.file);
    const expected = WITHOUT_ADDRESSES.has(entry.file) ? 0 : entry.items;
    expect(result.ok && result.value.items.length).toBe(expected);
  });

  it.each(entries.filter((entry) => entry.class === 'malformed'))('$file parses or says why not', (entry) => {
    const result = parse(entry.file);
    if (!result.ok) expect(REASONS).toContain(result.error.reason);
    else expect(result.value.items.length).toBeLessThanOrEqual(entry.items);
  });
});
