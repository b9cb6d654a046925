// What the options page shows and stores when the user, or an organisation, changes to another server.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OptionsState } from '../../../../components/options/options-state.ts';
import { readEmptyOptions } from '../../../../entrypoints/options/read-options.ts';
import { readSource } from '../../../../entrypoints/options/read-source.ts';
import { createSourceActions } from '../../../../entrypoints/options/source-actions.ts';
import type { Tell } from '../../../../entrypoints/options/use-options.ts';
import type { Policy } from '../../../../utils/policy/policy.ts';
import {
  onSettingsChanged,
  readSettings,
  type SettingName,
  writeSetting,
  writeSettings,
} from '../../../../utils/settings.ts';
import { readSourceSettings } from '../../../../utils/source-settings.ts';
import { ledgerLineOf } from '../../../support/ledger-line.ts';
import { until } from '../../../support/until.ts';

const setPolicy = (policy: Policy) => fakeBrowser.storage.local.set({ policy });

const TESTED = {
  status: 'answered',
  address: 'https://new.test/',
  token: 'new-token',
  name: 'Invented library',
  articles: 120,
  stories: 60,
  outlets: 3,
  articleSeenAt: null,
  engineVersion: 1,
  crowd: 60,
} as const;

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.0.0' } as never);
});

test('a token is never stored with the address of another server', async () => {
  await writeSetting('serverAddress', 'https://old.test/');
  await writeSetting('serverToken', 'old-token');
  await writeSetting('sourceMode', 'server');
  const seen: unknown[] = [];
  const changed: SettingName[][] = [];
  onSettingsChanged((names) => {
    changed.push([...names].sort());
    void readSettings().then(({ serverAddress, serverToken }) => seen.push([serverAddress, serverToken]));
  });
  createSourceActions({ ...readEmptyOptions(), serverTest: TESTED }, () => {}).useServer();
  await until(async () => expect((await readSettings()).serverToken).toBe('new-token'));
  await until(() => expect(seen).toHaveLength(changed.length));
  expect(seen).toEqual([['https://new.test/', 'new-token']]);
  expect(changed).toEqual([['serverAddress', 'serverToken', 'sourceMode']]);
  expect(await readSourceSettings()).toMatchObject({ server: { host: 'new.test', token: 'new-token' } });
});

test('a browser that refuses consent for headlines leaves the switch off, and has it drawn so', async () => {
  const data = { data_collection_permissions: { optional: ['websiteContent'] } };
  const manifest = { version: '1.0.0', browser_specific_settings: { gecko: data } };
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);
  await writeSettings({ isHeadlineSent: false, sourceMode: 'server', serverAddress: 'https://new.test/' });
  const ask = vi.spyOn(fakeBrowser.permissions, 'request');
  const refuse = async () => false;
  const fail = () => Promise.reject(new Error('closed by your administrator'));
  for (const answer of [refuse, fail]) {
    ask.mockImplementation(answer);
    const told = vi.fn();
    createSourceActions({ ...readEmptyOptions(), ...(await readSource()) }, told).toggleHeadline();
    await until(() => expect(told).toHaveBeenCalled());
    expect(told.mock.calls.at(-1)?.[0]).toMatchObject({ source: { isHeadlineSent: false } });
  }
  expect(ask).toHaveBeenCalledTimes(2);
  ask.mockRestore();
});

describe('the list of requests', () => {
  const LINE = ledgerLineOf({ kind: 'lookup', contained: { type: 'hash-bits', bits: 13 } });

  test('shows the kind that was selected last, whichever answer arrives last', async () => {
    let state: OptionsState = {
      ...readEmptyOptions(),
      ledger: { filter: 'match', lines: [], total: 0, limit: 50, hasMore: false, isDiskRead: true },
    };
    const tell: Tell = (change) => {
      state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
    };
    const answers: (() => void)[] = [];
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
      const { name, input } = message as { name: string; input: { kind: string | null } };
      await new Promise<void>((resolve) => answers.push(resolve));
      if (name === 'ledger/clear') return { ok: true, value: {} };
      const entries = input.kind === 'lookup' ? [LINE] : [];
      return { ok: true, value: { entries, total: entries.length, isDiskRead: true } };
    });
    createSourceActions(state, tell).filterLedger('lookup');
    createSourceActions(state, tell).filterLedger('all');
    expect(state.ledger?.filter).toBe('all');
    for (const release of answers.toReversed()) release();
    await new Promise((resolve) => setTimeout(resolve));
    expect(state.ledger).toMatchObject({ filter: 'all', total: 0 });

    createSourceActions(state, tell).filterLedger('lookup');
    answers.at(-1)?.();
    await until(() => expect(state.ledger?.lines).toEqual([LINE]));
    createSourceActions(state, tell).clearLedger();
    answers.at(-1)?.();
    await until(() => expect(state.ledger).toMatchObject({ filter: 'lookup', lines: [], total: 0 }));
  });
});

test('a test of a server is listed under the kind that is chosen', async () => {
  vi.spyOn(fakeBrowser.permissions, 'request').mockResolvedValue(true as never);
  const asked: unknown[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { name, input } = message as { name: string; input: { kind: string | null } };
    if (name === 'server/test') return { ok: true, value: { status: 'failed', reason: 'offline' } };
    asked.push(input.kind);
    return { ok: true, value: { entries: [], total: 4, isDiskRead: true } };
  });
  const ledger = { filter: 'meta', lines: [], total: 3, limit: 50, hasMore: false, isDiskRead: true } as const;
  let state: OptionsState = { ...readEmptyOptions(), ledger };
  createSourceActions(state, (change) => {
    state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
  }).testServer('https://new.test/', '');
  await until(() => expect(state.ledger).toEqual({ ...ledger, total: 4 }));
  expect(asked).toEqual(['meta']);
});

test('a test of a server ends as refused if the browser rejects the permission request itself', async () => {
  vi.spyOn(fakeBrowser.permissions, 'request').mockRejectedValue(new Error('blocked by policy'));
  const told: unknown[] = [];
  const { testServer } = createSourceActions(readEmptyOptions(), (change) => void told.push(change));
  testServer('https://new.test/', '');
  await until(() => expect(told.at(-1)).toEqual({ serverTest: { status: 'refused' } }));
});

test.each([
  ['https://new.test', ' new-token '],
  ['new.test', 'new-token'],
])('an organisation’s address counts as the one that is asked, however it was written: %s', async (address, token) => {
  await setPolicy({ sourceMode: 'server', serverAddress: address, serverToken: token });
  const { source } = await readSource();
  expect(source).toMatchObject({ address: TESTED.address, token: TESTED.token });
});

test('an invalid address is shown as it was written', async () => {
  await setPolicy({ sourceMode: 'server', serverAddress: 'http://new.test' });
  expect((await readSource()).source).toMatchObject({ address: 'http://new.test' });
});

describe('what an organisation set is not written into the reader’s own settings, where it would outlive the policy', () => {
  const OWN = { sourceMode: 'on-device', serverAddress: 'https://own.test/', serverToken: 'own-token' } as const;

  async function use(policy: Policy) {
    await writeSettings(OWN);
    await setPolicy(policy);
    createSourceActions({ ...readEmptyOptions(), ...(await readSource()), serverTest: TESTED }, () => {}).useServer();
    await new Promise((resolve) => setTimeout(resolve));
    const { sourceMode, serverAddress, serverToken } = await readSettings();
    return { sourceMode, serverAddress, serverToken };
  }

  test('its address, and with it its token', async () => {
    const kept = { ...OWN, sourceMode: 'server' };
    expect(await use({ serverAddress: 'https://new.test', serverToken: 'new-token' })).toEqual(kept);
    expect(await use({ serverAddress: 'https://new.test' })).toEqual(kept);
  });

  test('its token alone; the one for the server before does not stay beside the new address', async () => {
    const used = await use({ serverToken: 'new-token' });
    expect(used).toEqual({ sourceMode: 'server', serverAddress: 'https://new.test/', serverToken: '' });
  });

  test('that a server answers, where the reader chooses which', async () => {
    const used = await use({ sourceMode: 'server' });
    expect(used).toEqual({ sourceMode: 'on-device', serverAddress: 'https://new.test/', serverToken: 'new-token' });
  });
});
