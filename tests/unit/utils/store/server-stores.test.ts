// Limits on what is stored about a server: answers by number, size and age, and the lines of the ledger.
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../../../utils/ledger-entry.ts';
import { LEDGER_MAX } from '../../../../utils/ledger-entry.ts';
import { forgetOldAnswers, readAnswer, writeAnswer } from '../../../../utils/store/answers.ts';
import { createStore, type Store } from '../../../../utils/store/database.ts';
import { addToLedger, readLedger } from '../../../../utils/store/ledger.ts';
import type { StoredAnswer } from '../../../../utils/store/records.ts';
import { readWith, writeWith } from '../../../../utils/store/transaction.ts';
import { ledgerLineOf } from '../../../support/ledger-line.ts';
import { DAY, NOW, startFreshProfile, succeed } from '../../../support/on-device-fixtures.ts';

let store: Store;

beforeEach(() => {
  startFreshProfile();
  store = createStore();
});

const answerOf = (key: string, changes: Partial<StoredAnswer> = {}): StoredAnswer => ({
  key,
  answer: { of: key },
  askedAt: NOW,
  freshUntil: NOW,
  staleUntil: NOW,
  size: 100,
  ...changes,
});

const write = (...answers: StoredAnswer[]) =>
  succeed(
    store.run(
      writeWith(['answers'], async (transaction) => {
        for (const answer of answers) await writeAnswer(transaction, answer);
      }),
    ),
  );
const keys = () => succeed(store.run((db) => db.getAllKeys('answers')));

describe('kept answers', () => {
  test('are replaced by the next to the same question', async () => {
    await write(answerOf('a'), answerOf('a', { answer: { of: 'later' } }));
    const read = await succeed(store.run(readWith(['answers'], (transaction) => readAnswer(transaction, 'a'))));
    expect(read?.answer).toEqual({ of: 'later' });
    expect(await keys()).toEqual(['a']);
  });

  test('go oldest first when there are more than 400', async () => {
    const others = Array.from({ length: 401 }, (_, index) => answerOf(String(index), { askedAt: NOW + index }));
    await succeed(
      store.run(
        writeWith(['answers'], async (transaction) => {
          for (const other of others) await transaction.objectStore('answers').put(other);
        }),
      ),
    );
    await write(answerOf('last', { askedAt: NOW + 401 }));
    const left = await keys();
    expect(left).toHaveLength(400);
    expect(left).not.toContain('0');
    expect(left).not.toContain('1');
  });

  test('go oldest first when they are larger than 20 million characters', async () => {
    const large = (key: string, askedAt: number) => answerOf(key, { size: 9_000_000, askedAt });
    await write(large('old', NOW), large('mid', NOW + 1), large('new', NOW + 2));
    expect(await keys()).toEqual(['mid', 'new']);
  });

  test('are deleted after two days, when another one is stored', async () => {
    await write(answerOf('old'), answerOf('new', { askedAt: NOW + 2 * DAY }));
    expect(await keys()).toEqual(['new']);
  });

  test('are deleted after two days by a round', async () => {
    await write(answerOf('old'), answerOf('new', { askedAt: NOW + 1 }));
    const forget = (now: number) =>
      succeed(store.run(writeWith(['answers'], (transaction) => forgetOldAnswers(transaction, now))));
    await forget(NOW + 2 * DAY - 1);
    expect(await keys()).toEqual(['new', 'old']);
    await forget(NOW + 2 * DAY);
    expect(await keys()).toEqual(['new']);
  });
});

describe('the ledger', () => {
  const entryOf = (at: number, kind: LedgerEntry['kind']) => ledgerLineOf({ at, kind });

  test('gives the newest first, all or of one kind, with how many there are', async () => {
    await succeed(
      store.run(
        writeWith(['ledger'], async (transaction) => {
          for (const [at, kind] of [
            [1, 'meta'],
            [2, 'lookup'],
            [3, 'meta'],
            [4, 'story'],
          ] as const) {
            await addToLedger(transaction, entryOf(at, kind));
          }
        }),
      ),
    );
    const read = (kind: LedgerEntry['kind'] | null, limit: number) =>
      succeed(store.run(readWith(['ledger'], (transaction) => readLedger(transaction, { kind, limit }))));
    expect((await read(null, 3)).entries.map(({ at }) => at)).toEqual([4, 3, 2]);
    expect((await read(null, 3)).total).toBe(4);
    const metas = await read('meta', 1);
    expect(metas.entries.map(({ at }) => at)).toEqual([3]);
    expect(metas.total).toBe(2);
  });

  test('forgets its oldest lines', { timeout: 60_000 }, async () => {
    await succeed(
      store.run(
        writeWith(['ledger'], async (transaction) => {
          for (let at = 0; at < LEDGER_MAX + 99; at += 1)
            await transaction.objectStore('ledger').add(entryOf(at, 'meta'));
          await addToLedger(transaction, entryOf(LEDGER_MAX + 99, 'meta'));
        }),
      ),
    );
    const left = await succeed(store.run((db) => db.getAll('ledger')));
    expect(left).toHaveLength(LEDGER_MAX);
    expect(left[0]?.at).toBe(100);
  });
});
