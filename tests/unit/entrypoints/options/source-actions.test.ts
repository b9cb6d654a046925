// What the options page writes when the reader changes to another server.
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readEmptyOptions } from '../../../../entrypoints/options/read-options.ts';
import { createSourceActions } from '../../../../entrypoints/options/source-actions.ts';
import { onSettingsChanged, readSettings, type SettingName, writeSetting } from '../../../../utils/settings.ts';
import { readSourceSettings } from '../../../../utils/source-settings.ts';

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
  needsToken: true,
} as const;

test('no token ever stands beside the address of another server', async () => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.0.0' } as never);
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
  await vi.waitFor(async () => expect((await readSettings()).serverToken).toBe('new-token'));
  await vi.waitFor(() => expect(seen).toHaveLength(changed.length));
  expect(seen).toEqual([['https://new.test/', 'new-token']]);
  expect(changed).toEqual([['serverAddress', 'serverToken', 'sourceMode']]);
  expect(await readSourceSettings()).toMatchObject({ server: { host: 'new.test', token: 'new-token' } });
});
