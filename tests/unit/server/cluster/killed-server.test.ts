// A server that is killed (kill -9) at random moments given by a seed loses nothing that it acknowledged, and gets the same stories as an undisturbed one.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../../server/store/database.ts';
import {
  feed,
  inventArticles,
  readIndex,
  startTestClustering,
  toPosts,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { putKeptDatabase } from '../../../support/server/empty-database.ts';
import type { Says, Told } from '../../../support/server/killable-server.ts';
import {
  createServerDatabase,
  EMBEDDED,
  NO_POSTGRES_REASON,
  SERVER_URL,
} from '../../../support/server/test-databases.ts';

const ARTICLES = 420;
const KILLS = 12;
const PROGRAM = path.resolve(import.meta.dirname, '../../../support/server/killable-server.ts');

/** On a busy machine, a life takes many times longer than the one or two seconds it needs. */
const PATIENCE_MS = 600_000;

type Index = Awaited<ReturnType<typeof readIndex>>;
let undisturbed: Index;

beforeAll(async () => {
  const database = await EMBEDDED.openMigrated();
  const clustering = await startTestClustering(database, { snapshotEvery: 60 });
  for (const [no, post] of toPosts(inventArticles(ARTICLES)).entries()) await feed(database, post, no);
  await waitUntilPlaced(database);
  await clustering.stop();
  undisturbed = await readIndex(database);
  await database.close();
}, PATIENCE_MS);

/** The same numbers in every run, so that a failure can be reproduced. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

type Address = { readonly kind: 'embedded' | 'postgres'; readonly place: string };

/** One life of the server: `next` is the next post to send, each as soon as the one before is acknowledged. */
async function live(
  { kind, place }: Address,
  { next, life }: { next: number; life: { acknowledges: number; lingerMs: number } | 'whole' },
): Promise<number> {
  const posts = toPosts(inventArticles(ARTICLES)).length;
  const child = fork(PROGRAM, [kind, place, String(ARTICLES)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  let acknowledged = next;
  const isOver = (says: Says): boolean => {
    if (typeof says === 'object' && 'failed' in says) throw new Error(says.failed);
    if (typeof says === 'object') acknowledged = says.acknowledged + 1;
    const told: Told = acknowledged < posts ? { post: acknowledged } : { placeAll: true };
    if (says !== 'placed' && child.connected) child.send(told, () => undefined);
    return says === 'placed' || (life !== 'whole' && acknowledged >= next + life.acknowledges);
  };
  const lived = new Promise<void>((resolve, reject) => {
    if (life !== 'whole' && life.acknowledges === 0) resolve(); // killed during its start
    child.on('message', (says: Says) => {
      try {
        if (isOver(says)) resolve();
      } catch (cause) {
        reject(cause);
      }
    });
    exited.then(([code, signal]) => reject(new Error(`the server ended by itself: ${code} ${signal}`)));
  });
  await lived.finally(async () => {
    if (life !== 'whole') await setTimeout(life.lingerMs);
    child.kill('SIGKILL');
  });
  await exited;
  return acknowledged;
}

async function killAgainAndAgain(address: Address, seed: number): Promise<void> {
  const random = createRandom(seed);
  let next = 0;
  for (let kills = 0; kills < KILLS; kills += 1) {
    const isWhileStarting = kills % 4 === 1;
    const life = isWhileStarting
      ? { acknowledges: 0, lingerMs: random(1500) }
      : { acknowledges: 1 + random(5), lingerMs: random(120) };
    next = await live(address, { next, life });
  }
  await live(address, { next, life: 'whole' });
}

async function expectSame(address: Address): Promise<void> {
  const { kind, place } = address;
  const database = await openDatabase(kind === 'embedded' ? { url: null, folder: place } : { url: place, folder: '' });
  const found = await readIndex(database);
  const [taken] = await database.query('select count(*) as articles from articles');
  await database.close();
  expect(taken).toEqual({ articles: ARTICLES });
  expect(found.places).toEqual(undisturbed.places);
  expect(found.stories).toEqual(undisturbed.stories);
}

test(
  'on the embedded database',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parallax-killed-'));
    const address = { kind: 'embedded', place: folder } as const;
    await putKeptDatabase(folder);
    await killAgainAndAgain(address, 1);
    await expectSame(address);
    rmSync(folder, { recursive: true, force: true });
  },
  PATIENCE_MS,
);

test.skipIf(SERVER_URL === undefined)(
  `on PostgreSQL (${NO_POSTGRES_REASON})`,
  async () => {
    const made = await createServerDatabase();
    if (made === null) throw new Error('no server');
    const address = { kind: 'postgres', place: made.url } as const;
    await killAgainAndAgain(address, 2);
    await expectSame(address);
    await made.drop();
  },
  PATIENCE_MS,
);
