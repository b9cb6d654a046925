// The sample newsroom never comes upon the database of a real server, unless the command itself names it.
import { expect, test } from 'vitest';
import { readSampleConfig, tellUnusedSettings } from '../../../../scripts/newsroom/sample-config.ts';

const env = { DATABASE_URL: 'postgres://db.test/real', DATA_FOLDER: '/data', PORT: '9000' };

test('the database of the environment is a real server’s', () => {
  expect(readSampleConfig({ args: [], env })).toMatchObject({
    ok: true,
    value: { databaseUrl: null, dataFolder: '.parallax-server/sample', port: 9000 },
  });
  expect(tellUnusedSettings({ env })).toContain('DATABASE_URL and DATA_FOLDER of the environment');
  expect(tellUnusedSettings({ env: { DATABASE_URL: '', PORT: '9000' } })).toBeNull();
});

test('one that is named with the command is used', () => {
  const args = ['--database-url', 'postgres://db.test/sample', '--data-folder', 'elsewhere'];
  expect(readSampleConfig({ args, env })).toMatchObject({
    ok: true,
    value: { databaseUrl: 'postgres://db.test/sample', dataFolder: 'elsewhere' },
  });
});
