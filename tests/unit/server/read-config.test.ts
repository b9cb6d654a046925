// Settings: which sources they are read from, and the sentence for each mistake.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config/read-config.ts';
import { SETTING_NAMES, SETTINGS, toEnvName, toFlagName } from '../../../server/config/settings.ts';

const read = (args: readonly string[], env: Record<string, string> = {}) => readConfig({ args, env });

describe('readConfig', () => {
  it('starts with nothing set', () => {
    expect(read([])).toMatchObject({
      ok: true,
      value: { role: 'all', host: '127.0.0.1', databaseUrl: null, firehoseUrl: null, articleTokens: [], editions: [] },
    });
  });

  it('takes the command line before the environment, and an empty value as not set', () => {
    const env = { PORT: '9000', SERVER_NAME: 'Reading room', EDITIONS: 'us, de', POLL_MINUTES: '' };
    expect(read(['--port', '9001', '--registry-feeds=no'], env)).toMatchObject({
      ok: true,
      value: { port: 9001, serverName: 'Reading room', editions: ['us', 'de'], pollMinutes: 20, registryFeeds: false },
    });
  });

  it('believes the proxies that are named, and none without', () => {
    expect(read([])).toMatchObject({ ok: true, value: { trustedProxies: { by: 'count', count: 0 } } });
    const named = { ok: true, value: { trustedProxies: { by: 'count', count: 2 } } };
    expect(read([], { TRUSTED_PROXIES: '2' })).toMatchObject(named);
  });

  it.each<[string, readonly string[], Record<string, string>, string]>([
    ['a port', [], { PORT: '80x' }, 'PORT (or --port) must be a whole number from 0 to 65535.'],
    ['a role', ['--role', 'poet'], {}, 'ROLE (or --role) must be one of all, ingest, cluster, api.'],
    [
      'a database',
      [],
      { DATABASE_URL: 'mysql://user:secret-word@host/x' },
      'DATABASE_URL (or --database-url) must be an address like postgres://user:password@host/database.',
    ],
    [
      'a contact that no header bears',
      [],
      { CONTACT: 'https://żółw.test/' },
      'CONTACT (or --contact) must be an address of plain letters that starts with https:// or mailto:.',
    ],
    ['a switch', [], { REGISTRY_FEEDS: 'maybe' }, 'REGISTRY_FEEDS (or --registry-feeds) must be one of yes, no.'],
    [
      'a short token',
      [],
      { ARTICLE_TOKENS: 'short' },
      'ARTICLE_TOKENS (or --article-tokens) must be a list of tokens of 16 to 200 characters, with commas between.',
    ],
    [
      'a role that needs a database for all',
      ['--role', 'api'],
      {},
      'ROLE (or --role) api needs DATABASE_URL: the embedded database can be used by one process only, with ROLE all.',
    ],
    [
      'an encoder that is not named',
      ['--encoder', 'http', '--encoder-model', 'small'],
      {},
      'ENCODER (or --encoder) http needs ENCODER_ADDRESS.',
    ],
  ])('says what is wrong with %s', (_, args, env, sentence) => {
    expect(read(args, env)).toEqual({ ok: false, error: [sentence] });
  });

  it('tells all mistakes at once, and unknown settings by name', () => {
    const found = read(['--port=x', '--keep-days=0']);
    expect(found.ok ? [] : found.error).toHaveLength(2);
    const unknown = read(['--prot', '80']);
    expect(unknown.ok ? '' : unknown.error[0]).toMatch(/^There is no setting --prot\./);
    expect(read(['--port'])).toMatchObject({ ok: false });
    const stray = read(['--port', '80', 'secret-word']);
    expect(stray.ok ? '' : stray.error[0]).toMatch(
      /^A word on the command line does not belong to a setting: settings/,
    );
  });
});

describe('the operator’s manual', () => {
  const manual = readFileSync(path.resolve(import.meta.dirname, '../../../docs/server.md'), 'utf8');

  it.each(SETTING_NAMES)('has %s with what it is by default', (name) => {
    const { fallback, about } = SETTINGS[name];
    const shown = fallback === '' ? '' : `\`${fallback}\``;
    expect(manual).toContain(`| \`${toEnvName(name)}\` | \`--${toFlagName(name)}\` | ${shown} | ${about} |`);
  });
});
