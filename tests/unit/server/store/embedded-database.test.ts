// The embedded database's folder: one process at a time, whole or not there, opened again with what it had.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../../server/store/database.ts';
import { migrate } from '../../../../server/store/migrate.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parallax-embedded-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('keeps its data, locks its folder and starts anew where its first start was cut', async () => {
  const half = path.join(folder, 'database.new');
  mkdirSync(half);
  writeFileSync(path.join(half, 'PG_VERSION'), '18\n'); // PGlite alone would take this for a database
  const first = await openDatabase({ url: null, folder });
  await migrate(first);
  await first.query(`insert into shards values ('de', '{de}')`);
  await expect(openDatabase({ url: null, folder })).rejects.toThrow('in use by process');
  const lock = path.join(folder, 'lock');
  const ofOneThatIsGone = readFileSync(lock, 'utf8').replace(/^\d+/, '999999999');
  await first.close();
  expect(existsSync(half)).toBe(false);

  writeFileSync(lock, ofOneThatIsGone);
  const again = await openDatabase({ url: null, folder });
  await migrate(again);
  expect(await again.query('select id from shards order by id')).toEqual([{ id: 'all' }, { id: 'de' }]);
  expect(await again.query(`select current_setting('fsync') f, current_setting('wal_sync_method') m`)).toEqual([
    { f: 'on', m: 'fsync' },
  ]);
  await again.close();
}, 60_000);
