// A server on the sample newsroom never uses the database of a real one, unless the command names it; it runs as of now or another time.
import { expect, test } from 'vitest';
import {
  describeUnusedSettings,
  readSampleConfig,
  readSampleTime,
} from '../../../../scripts/newsroom/sample-config.ts';

const env = { DATABASE_URL: 'postgres://db.test/real', DATA_FOLDER: '/data', PORT: '9000' };

test('the database of the environment is a real server’s', () => {
  expect(readSampleConfig({ args: [], env })).toMatchObject({
    ok: true,
    value: { databaseUrl: null, dataFolder: '.parallax-server/sample', port: 9000 },
  });
  expect(describeUnusedSettings({ env })).toContain('DATABASE_URL and DATA_FOLDER from the environment');
  expect(describeUnusedSettings({ env: { DATABASE_URL: '', PORT: '9000' } })).toBeNull();
});

test('one that is named with the command is used', () => {
  const args = ['--database-url', 'postgres://db.test/sample', '--data-folder', 'elsewhere'];
  expect(readSampleConfig({ args, env })).toMatchObject({
    ok: true,
    value: { databaseUrl: 'postgres://db.test/sample', dataFolder: 'elsewhere' },
  });
});

test('it publishes now, or as of a time that is named', () => {
  expect(readSampleTime('--sample', 5)).toEqual({ ok: true, value: 5 });
  expect(readSampleTime('--sample=2026-11-29T12:00:00Z', 5)).toEqual({ ok: true, value: Date.UTC(2026, 10, 29, 12) });
  for (const odd of ['--sample=', '--sample=noon']) expect(readSampleTime(odd, 5)).toMatchObject({ ok: false });
});
