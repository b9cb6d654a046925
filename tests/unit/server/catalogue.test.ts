// The operator's own packs, as spreadsheets save them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadCatalogue, SHIPPED_DATA } from '../../../server/catalogue.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'parallax-packs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CSV = '# name: Évaluations\n# rater: Zoé\n# date: 2026\noutlet,value\nlemonde.fr,left\n';

it.each([
  ['UTF-8', Buffer.from(CSV)],
  ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(CSV, 'utf16le')])],
  ['Windows-1252', Buffer.from(CSV, 'latin1')],
])('reads a table of ratings in %s', async (_, bytes) => {
  writeFileSync(path.join(folder, 'own.csv'), bytes);
  const wishes = { dataFolder: SHIPPED_DATA, packsFolder: folder, editions: [], feedLimit: 1 };
  const loaded = await loadCatalogue(wishes);
  expect(loaded.ok ? loaded.value.ratingPacks.at(-1) : loaded.error).toMatchObject({
    name: 'Évaluations',
    rater: 'Zoé',
  });
});

it('names what is called like a pack and cannot be read', async () => {
  const packsFolder = mkdtempSync(path.join(tmpdir(), 'parallax-packs-'));
  mkdirSync(path.join(packsFolder, 'old.json'));
  const loaded = await loadCatalogue({ dataFolder: SHIPPED_DATA, packsFolder, editions: [], feedLimit: 1 });
  rmSync(packsFolder, { recursive: true });
  expect(loaded).toEqual({ ok: false, error: ['old.json cannot be read.'] });
});
