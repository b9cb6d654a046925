// The data of an empty embedded database, kept beside the packages for all test files and runs: to make it takes PGlite
// six seconds of processor time, to load it one.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const PACKAGE = path.resolve(
  path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')),
  '../package.json',
);
const FOLDER = path.resolve(import.meta.dirname, '../../../node_modules/.cache/parallax');

let data: Promise<Blob> | null = null;

/** For PGlite's `loadDataDir`. Without tables. */
export function readEmptyDatabase(): Promise<Blob> {
  data ??= readOrMake();
  return data;
}

async function readOrMake(): Promise<Blob> {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8'));
  const file = path.join(FOLDER, `empty-database-${version}.tar`);
  if (!existsSync(file)) await make(file);
  return new Blob([readFileSync(file)]);
}

/** Two workers may make it at the same time: each moves a whole file there. */
async function make(file: string): Promise<void> {
  const database = await PGlite.create();
  const made = await database.dumpDataDir('none');
  await database.close();
  mkdirSync(path.dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, Buffer.from(await made.arrayBuffer()));
  renameSync(own, file);
}
