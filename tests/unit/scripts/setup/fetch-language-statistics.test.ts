// The extension's build moves the language statistics out of the worker's script, and fails if it does not recognise their loader.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { fetchLanguageStatistics } from '../../../../scripts/setup/fetch-language-statistics.ts';

const LOADER = fileURLToPath(import.meta.resolve('eld'));

async function transform(code: string, id: string) {
  const emitFile = vi.fn<(file: { fileName: string; source: string }) => void>();
  const error = (message: string) => {
    throw new Error(message);
  };
  const { transform: run } = fetchLanguageStatistics() as unknown as {
    readonly transform: (this: object, code: string, id: string) => Promise<string | null>;
  };
  return { code: await run.call({ emitFile, error }, code, id), files: emitFile.mock.calls.map(([file]) => file) };
}

test('the loader of this version fetches a file that holds the statistics', async () => {
  const { code, files } = await transform(readFileSync(LOADER, 'utf8'), LOADER);
  expect(code).not.toMatch(/\bimport\(/);
  expect(files.map(({ fileName }) => fileName)).toEqual(['data/languages-extrasmall.json']);
  expect(Object.keys(JSON.parse(files[0]?.source ?? '').ngramsData.ngrams).length).toBeGreaterThan(10_000);
});

test('other modules are left as they are', async () => {
  expect(await transform("import('../ngrams/' + filename + '.js')", '/other.js')).toEqual({ code: null, files: [] });
});

test('a loader of another kind is no silent loss', async () => {
  await expect(transform('export const eld = {};', LOADER)).rejects.toThrow('eld loads its statistics in a way that');
});
