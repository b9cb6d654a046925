// Rules for all source files that linters lack, each with its reason.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDERS = '{engine,utils,components,entrypoints,server,scripts,tests}';

const read = (pattern: string) =>
  globSync(pattern, { cwd: ROOT })
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));

const sources = [...read(`${FOLDERS}/**/*.{ts,tsx,mjs}`), ...read('*.ts')];
const readable = [
  ...sources,
  ...read(`${FOLDERS}/**/*.{css,html,json}`).filter(({ file }) => !file.startsWith('tests/fixtures/')),
  ...read('*.{md,json}'),
  ...read('docs/**/*.md'),
  ...read('.ci/*'),
];

const filesWith = (pattern: RegExp, among: readonly { file: string; text: string }[]) =>
  among.flatMap(({ file, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );

test('there are files to check', () => {
  expect(sources.length).toBeGreaterThan(100);
});

test('the first line says in a sentence what the file knows or decides', () => {
  const without = sources.filter(({ text }) => !/^\/\/ \S+( \S+){3,}/.test(text.split('\n')[0] ?? ''));
  expect(without.map(({ file }) => file)).toEqual([]);
});

test('no file has a name that could mean anything', () => {
  const empty =
    /(^|\/)(utils?|helpers?|common|misc|shared|stuff|types|constants|[^/]*-?(manager|service|helper))\.tsx?$/i;
  expect(sources.map(({ file }) => file).filter((file) => empty.test(file))).toEqual([]);
});

test('no comment is a reminder: missing work belongs in the tracker', () => {
  const marks = new RegExp(`\\b(${['TO', 'DO'].join('')}|FIX${'ME'}|XX${'X'}|HA${'CK'})\\b`);
  expect(filesWith(marks, sources)).toEqual([]);
});

test('no test is singled out or skipped for good', () => {
  const marks = /\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|todo|fixme)\b|\b(?:test|it|describe)\.skip\(\s*['"`]/;
  const tests = sources.filter(({ file }) => file.startsWith('tests/'));
  expect(filesWith(marks, tests)).toEqual([]);
});

test('tests never sleep: they wait for a condition', () => {
  const tests = sources.filter(({ file }) => file.startsWith('tests/'));
  expect(filesWith(/waitForTimeout\(/, tests)).toEqual([]);
});

test('waiting may take as long as on a busy machine: vi.waitFor by itself gives up after a second', () => {
  const tests = sources.filter(({ file }) => file.startsWith('tests/'));
  expect(filesWith(/vi\.waitFor\((?!check, \{ timeout)/, tests)).toEqual([]);
});

test('tests wait for a new page by its address, since others may open at any time', () => {
  const tests = sources.filter(({ file }) => file.startsWith('tests/'));
  expect(filesWith(/waitForEvent\('page'\)/, tests)).toEqual([]);
});

describe('the repository stands on its own', () => {
  test('no absolute path of somebody’s machine', () => {
    expect(filesWith(/(?:^|[\s"'`(=])\/(?:work|home|root|Users|tmp)\/|[A-Z]:\\Users\\/, readable)).toEqual([]);
  });

  test('no address of a package registry, not even in the lock file', () => {
    const registries = new RegExp(['registry', 'npmjs'].join('\\.'));
    expect(filesWith(registries, readable)).toEqual([]);
    const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
    const addresses = Object.values<{ resolved?: string }>(lock.packages).flatMap(({ resolved }) => resolved ?? []);
    expect(addresses).toEqual([]);
  });

  test('tests read nothing outside the repository, except corpora that may be absent', () => {
    const outside = sources.filter(({ file }) => file.startsWith('tests/') && !file.startsWith('tests/support/'));
    const reaching = filesWith(/['"`](?:\.\.\/)+shared\//, outside).filter((line) => !line.includes('corpora'));
    expect(reaching).toEqual([]);
  });
});
