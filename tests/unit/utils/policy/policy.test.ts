// What an organisation's policy decides, and what it cannot.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Policy, parsePolicy } from '../../../../utils/policy/policy.ts';
import { onPolicyChanged, readPolicy, refreshPolicy } from '../../../../utils/policy/policy-copy.ts';
import { readSettings, writeSetting } from '../../../../utils/settings.ts';
import { applyPolicy, areFeedsPolled, findLocked, readSourceSettings } from '../../../../utils/source-settings.ts';

const ADDRESS = 'https://news.library.test/';

beforeEach(() => fakeBrowser.reset());

const setManaged = (policy: object) => fakeBrowser.storage.managed.set({ ...policy });

test('the schema that browsers read names exactly the values that are parsed', () => {
  const file = path.resolve(import.meta.dirname, '../../../../public/managed-schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(Policy.shape).sort());
});

describe('a policy', () => {
  test('with one bad value keeps the others', () => {
    expect(parsePolicy({ sourceMode: 'server', serverAddress: 7, keepNothing: 'yes' })).toEqual({
      sourceMode: 'server',
    });
    expect(parsePolicy(null)).toEqual({});
    expect(parsePolicy('text')).toEqual({});
  });

  test('is copied, so that nobody has to wait for the browser, and listeners hear of a change once', async () => {
    await setManaged({ sourceMode: 'server', serverAddress: ADDRESS });
    expect(await readPolicy()).toEqual({});
    const heard = vi.fn();
    onPolicyChanged(heard);
    await refreshPolicy();
    expect(await readPolicy()).toEqual({ sourceMode: 'server', serverAddress: ADDRESS });
    await refreshPolicy();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('stays in force when the browser fails to say what it is, and ends when there is none', async () => {
    await setManaged({ sourceMode: 'server', serverAddress: ADDRESS });
    await refreshPolicy();
    const get = vi.spyOn(fakeBrowser.storage.managed, 'get');
    get.mockRejectedValue(new Error('The browser is shutting down.'));
    await expect(refreshPolicy()).rejects.toThrow('shutting down');
    expect(await readPolicy()).toMatchObject({ sourceMode: 'server' });
    get.mockRejectedValue(new Error('Managed storage manifest not found'));
    await refreshPolicy();
    expect(await readPolicy()).toEqual({});
    get.mockRestore();
  });

  test('decides where answers come from, and the user’s own token never goes to its server', async () => {
    await writeSetting('serverToken', 'my-own');
    await setManaged({ sourceMode: 'server', serverAddress: ADDRESS, fallBackToDevice: true, keepNothing: true });
    await refreshPolicy();
    expect(await readSourceSettings()).toMatchObject({
      mode: 'server',
      server: { base: ADDRESS, token: '' },
      doesFallBack: true,
      keepsNothing: true,
      locked: ['mode', 'address', 'token', 'fall-back'],
    });
  });

  test('can keep headlines from being sent, and cannot have them sent', async () => {
    const settings = await readSettings();
    const on = { ...settings, isHeadlineSent: true };
    expect(applyPolicy(on, { allowHeadline: false }).isHeadlineSent).toBe(false);
    expect(applyPolicy(settings, { allowHeadline: true }).isHeadlineSent).toBe(false);
    expect(applyPolicy(on, { allowHeadline: true }).isHeadlineSent).toBe(true);
  });

  test('can keep links from being asked about, and cannot have them asked', async () => {
    const settings = await readSettings();
    const on = { ...settings, isLinkLookupOn: true };
    expect(applyPolicy(on, { allowLinkLookups: false }).isLinkLookupOn).toBe(false);
    expect(applyPolicy(settings, { allowLinkLookups: true }).isLinkLookupOn).toBe(false);
    expect(applyPolicy(on, { allowLinkLookups: true }).isLinkLookupOn).toBe(true);
  });

  test('locks what it decides: a token alone, and what it keeps from being sent', () => {
    expect(findLocked({ serverToken: 'theirs' })).toEqual(['token']);
    expect(findLocked({ allowHeadline: false, allowLinkLookups: false })).toEqual(['headline', 'links']);
    expect(findLocked({ allowHeadline: true, allowLinkLookups: true })).toEqual([]);
  });

  test('adds to the packs that are off', async () => {
    const settings = { ...(await readSettings()), ratingPacksOff: ['a', 'b'] };
    expect(applyPolicy(settings, { ratingPacksOff: ['b', 'c'] }).ratingPacksOff).toEqual(['a', 'b', 'c']);
  });
});

test('feeds rest while a server answers, unless the device stands in for it', async () => {
  expect(await areFeedsPolled()).toBe(true);
  await writeSetting('sourceMode', 'server');
  await writeSetting('serverAddress', ADDRESS);
  expect(await areFeedsPolled()).toBe(false);
  await writeSetting('isFallBackOn', true);
  expect(await areFeedsPolled()).toBe(true);
});

test('a server mode without a valid address has no server to ask', async () => {
  await writeSetting('sourceMode', 'server');
  await writeSetting('serverAddress', 'http://library.test');
  expect(await readSourceSettings()).toMatchObject({ mode: 'server', server: null });
});
