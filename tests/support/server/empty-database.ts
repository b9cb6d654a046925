// Empty embedded databases, cached beside the packages for all test files and runs: PGlite takes six seconds of processor
// time to create one, and less than one second to open a cached one.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { MemoryFS, PGlite } from '@electric-sql/pglite';
import { embeddedData } from '../../../server/store/embedded-data.ts';
import { openEmbeddedDatabase } from '../../../server/store/embedded-database.ts';
import { migrate } from '../../../server/store/migrate.ts';
import { MIGRATIONS } from '../../../server/store/migrations/list.ts';

type Contents = 'without-tables' | 'with-tables';

const PACKAGE = path.resolve(
  path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')),
  '../package.json',
);
const FOLDER = path.resolve(import.meta.dirname, '../../../node_modules/.cache/parallax');

/** PGlite's data folder. */
const { PGDATA } = PGlite.paths;

/** Of the three databases in the data, only the last is opened; the others are templates for `create database`. */
const UNUSED = [`${PGDATA}/base/1`, `${PGDATA}/base/4`];

/** PGlite fills its buffers with zeros at the start: for the usual 128 MB this takes longer than everything else. */
const START_PARAMS = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

const kept = new Map<Contents, Promise<string>>();

/** Opens it in memory. */
export async function openKeptDatabase(contents: Contents): Promise<PGlite> {
  return await PGlite.create({ fs: new KeptFiles(await keepDatabase(contents)), startParams: START_PARAMS });
}

/** Leaves the folder as after the embedded database's first start: without tables. */
export async function putKeptDatabase(folder: string): Promise<void> {
  cpSync(await keepDatabase('without-tables'), embeddedData(folder), { recursive: true });
}

/** A file system in memory that starts with the files of a folder. */
class KeptFiles extends MemoryFS {
  readonly #folder: string;

  constructor(folder: string) {
    super();
    this.#folder = folder;
  }

  override async initialSyncFs(): Promise<void> {
    this.#read(this.#folder, PGDATA);
  }

  #read(from: string, to: string): void {
    const files = this.pg?.Module.FS;
    if (files === undefined || UNUSED.includes(to)) return;
    files.mkdirTree(to);
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      const [source, target] = [path.join(from, entry.name), `${to}/${entry.name}`];
      if (entry.isDirectory()) this.#read(source, target);
      else files.writeFile(target, new Uint8Array(readFileSync(source)), { canOwn: true });
    }
  }
}

/** Returns the folder with the data. */
export function keepDatabase(contents: Contents): Promise<string> {
  const keeping = kept.get(contents) ?? makeOnce(contents);
  kept.set(contents, keeping);
  return keeping;
}

async function makeOnce(contents: Contents): Promise<string> {
  const made = createHash('sha256').update(readFileSync(PACKAGE));
  if (contents === 'with-tables') made.update(JSON.stringify(MIGRATIONS));
  const target = path.join(FOLDER, `database-${contents}-${made.digest('hex').slice(0, 16)}`);
  if (!existsSync(target)) await make(contents, target);
  return target;
}

/** Two runs may create it at the same time: each moves a complete folder there, and the second one finds it taken. */
async function make(contents: Contents, target: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const own = mkdtempSync(path.join(FOLDER, 'making-'));
  try {
    if (contents === 'with-tables') await putKeptDatabase(own);
    const database = await openEmbeddedDatabase(own);
    if (contents === 'with-tables') await migrate(database);
    await database.close(); // otherwise every copy would start with a recovery
    renameSync(embeddedData(own), target);
  } catch (cause) {
    if (!existsSync(target)) throw cause;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}
