// The import rules find each kind of forbidden import and accept the allowed ones.
import { describe, expect, test } from 'vitest';
import { findBrokenImportRules } from '../../../../scripts/setup/import-rules.ts';
import { parseImports } from '../../../../scripts/setup/read-imports.ts';

const check = (files: Record<string, string>) =>
  findBrokenImportRules(new Map(Object.entries(files).map(([file, source]) => [file, parseImports(file, source)])));

describe('reading imports', () => {
  test('knows values, types, several lines, side effects, re-exports and import()', () => {
    const source = [
      "import a, { b } from './a.ts';",
      "import type { C } from '../c.ts';",
      'import {\n  d,\n} from "@scope/pack/deep.js";'.replaceAll('"', "'"),
      "import './style.ts';",
      "export { e } from './e.ts';",
      "const f = await import('./f.ts');",
      "const text = 'import nothing';",
    ].join('\n');
    expect(parseImports('utils/page/x.ts', source)).toEqual([
      { target: 'utils/page/a.ts', isPackage: false, isType: false },
      { target: 'utils/c.ts', isPackage: false, isType: true },
      { target: '@scope/pack', isPackage: true, isType: false },
      { target: 'utils/page/style.ts', isPackage: false, isType: false },
      { target: 'utils/page/e.ts', isPackage: false, isType: false },
      { target: 'utils/page/f.ts', isPackage: false, isType: false },
    ]);
  });
});

describe('allowed', () => {
  test.each([
    ['entrypoints/popup/index.tsx', "import { a } from '../../components/popup/A.tsx';"],
    ['entrypoints/background/index.ts', "import { a } from './deps.ts';"],
    ['utils/browser.ts', "import browser from 'webextension-polyfill';"],
    ['engine/ids.ts', "import { sha256 } from '@noble/hashes/sha2.js';"],
    ['components/A.tsx', "import type { Coverage } from '../engine/schema.ts';"],
  ])('%s: %s', (file, source) => {
    expect(check({ [file]: source })).toEqual([]);
  });
});

describe('forbidden', () => {
  test.each([
    ['engine/ids.ts', "import { readFileSync } from 'node:fs';"],
    ['engine/ids.ts', "import { browser } from '../utils/browser.ts';"],
    ['utils/a.ts', "import { A } from '../components/A.tsx';"],
    ['utils/a.ts', "import { a } from '../entrypoints/popup/a.ts';"],
    ['components/A.tsx', "import { browser } from '../utils/browser.ts';"],
    ['components/A.tsx', "import browser from 'webextension-polyfill';"],
    ['components/A.tsx', "import { a } from '../entrypoints/popup/a.ts';"],
    ['entrypoints/popup/index.tsx', "import { a } from '../background/a.ts';"],
    ['entrypoints/popup/index.tsx', "import { a } from '../../server/main.ts';"],
    ['server/main.ts', "import { a } from '../utils/a.ts';"],
    ['utils/a.ts', "import { a } from '../tests/support/a.ts';"],
  ])('%s: %s', (file, source) => {
    expect(check({ [file]: source })).toHaveLength(1);
  });

  test('a validator behind two files of the content script', () => {
    const files = {
      'entrypoints/coverage/index.ts': "import { a } from '../../utils/a.ts';",
      'utils/a.ts': "import { b } from '../engine/b.ts';",
      'engine/b.ts': "import * as z from 'zod/mini';",
    };
    expect(check(files)).toEqual([expect.stringContaining('loads zod')]);
  });

  test('the same behind a type is no weight', () => {
    const files = {
      'entrypoints/coverage/index.ts': "import type { A } from '../../engine/b.ts';",
      'engine/b.ts': "import * as z from 'zod/mini';",
    };
    expect(check(files)).toEqual([]);
  });

  test('a circle of three files, said once', () => {
    const files = {
      'utils/a.ts': "import { b } from './b.ts';",
      'utils/b.ts': "import { c } from './c.ts';",
      'utils/c.ts': "import { a } from './a.ts';",
    };
    expect(check(files)).toEqual(['circle: utils/a.ts → utils/b.ts → utils/c.ts → utils/a.ts']);
  });
});
