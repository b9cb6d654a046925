// The project keeps to its own import rules; the rules themselves have tests in tests/unit/scripts.
import path from 'node:path';
import { expect, test } from 'vitest';
import { findBrokenImportRules } from '../../scripts/setup/import-rules.ts';
import { readImports } from '../../scripts/setup/read-imports.ts';

test('entry points, components, adapters and engine import only what they may', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const imports = readImports(root, ['engine', 'utils', 'components', 'entrypoints', 'server']);
  expect(imports.size).toBeGreaterThan(100);
  expect(findBrokenImportRules(imports)).toEqual([]);
});
