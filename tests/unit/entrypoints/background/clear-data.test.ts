// "Clear everything" deletes all answers, and sends no requests about pages that may no longer be read.
import { expect, test } from 'vitest';
import { ok } from '../../../../engine/result.ts';
import { clearData, isClearingDue } from '../../../../entrypoints/background/clear-data.ts';
import { addToPrivateLedger, readPrivateLedger } from '../../../../utils/coverage/remote/private-ledger.ts';
import { readSetting, writeSetting } from '../../../../utils/settings.ts';
import { ledgerLineOf } from '../../../support/ledger-line.ts';

function setUp() {
  const happened: string[] = [];
  const note = (what: string) => async () => {
    happened.push(what);
  };
  const cleared = (what: string) => async () => ok(await note(what)());
  const deps = {
    source: { clear: cleared('index cleared') },
    desk: { forgetAnswers: cleared('answers forgotten') },
    sync: { pauseFor: (work: () => Promise<void>) => work(), run: note('polled') },
    catalogue: { reset: () => {} },
    tabPages: { dropAll: note('pages dropped') },
    renewPages: note('pages renewed'),
  };
  return { deps, happened };
}

test('deletes answers, also in memory, and the state of pages before any new request', async () => {
  const { deps, happened } = setUp();
  await clearData(deps);
  expect(happened).toEqual([
    'pages dropped',
    'index cleared',
    'answers forgotten',
    'pages dropped',
    'pages renewed',
    'polled',
  ]);
});

test('deletes the ledger of private windows too', async () => {
  await addToPrivateLedger(ledgerLineOf({ isInMemory: true }));
  await clearData(setUp().deps);
  expect(await readPrivateLedger()).toEqual([]);
});

test('deletes choices even if the browser stores no data', async () => {
  await writeSetting('sitesOff', ['gazette.test']);
  const { deps } = setUp();
  const forbidden = async () => ({ ok: false, error: { reason: 'storage-forbidden' } }) as const;
  await clearData({ ...deps, source: { clear: forbidden }, desk: { forgetAnswers: forbidden } });
  expect(await readSetting('sitesOff')).toEqual([]);
});

test('reports an error of the disk, and keeps the choices', async () => {
  await writeSetting('sitesOff', ['gazette.test']);
  const { deps } = setUp();
  const source = { clear: async () => ({ ok: false, error: { reason: 'storage-full' } }) as const };
  await expect(clearData({ ...deps, source })).rejects.toThrow('storage-full');
  expect(await readSetting('sitesOff')).toEqual(['gazette.test']);
});

test('is due again if the worker dies before everything is deleted, and not after a failure that the user was told', async () => {
  const { deps } = setUp();
  let reached = () => {};
  const inTheMiddle = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const dying = () => {
    reached();
    return new Promise<never>(() => {});
  };
  void clearData({ ...deps, source: { clear: dying } });
  await inTheMiddle;
  expect(await isClearingDue()).toBe(true);
  await clearData(deps);
  expect(await isClearingDue()).toBe(false);
  const failing = async () => ({ ok: false, error: { reason: 'storage-full' } }) as const;
  await expect(clearData({ ...deps, source: { clear: failing } })).rejects.toThrow('storage-full');
  expect(await isClearingDue()).toBe(false);
});
