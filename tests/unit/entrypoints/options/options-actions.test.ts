// What the options page shows after its controls were used, with a worker that answers by hand.
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OptionsState } from '../../../../components/options/options-state.ts';
import { createOptionsActions } from '../../../../entrypoints/options/options-actions.ts';
import { readEmptyOptions } from '../../../../entrypoints/options/read-options.ts';

const LINE = {
  at: 1,
  host: 'parallax.test',
  method: 'GET',
  kind: 'lookup',
  contained: { type: 'hash-bits', bits: 13 },
  hasToken: false,
  sentBytes: 1,
  receivedBytes: 1,
  outcome: { type: 'answered', status: 200 },
  isInMemory: false,
} as const;

test('after everything was cleared the list of requests is read again', async () => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.0.0' } as never);
  const asked: unknown[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { name, input } = message as { name: string; input: unknown };
    asked.push([name, input]);
    if (name === 'data/clear') return { ok: true, value: {} };
    return { ok: true, value: name === 'ledger/list' ? { entries: [], total: 0 } : [] };
  });
  let state: OptionsState = { ...readEmptyOptions(), ledger: { filter: 'lookup', lines: [LINE], total: 1 } };
  createOptionsActions(state, (change) => {
    state = { ...state, ...change };
  }).clearData();
  await vi.waitFor(() => expect(state.clearing).toBe('done'));
  expect(state.ledger).toEqual({ filter: 'lookup', lines: [], total: 0 });
  expect(asked[0]).toEqual(['data/clear', {}]);
});
