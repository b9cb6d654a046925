// What came of an imported file: how much was left out of it, also where only the first lines are shown.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { FileImport } from '../../../../components/options/FileImport.tsx';
import { draw, textOf } from '../draw.tsx';

it('tells how many lines were left out in all', () => {
  const problems = Array.from({ length: 50 }, (_, index) => ({ line: index + 1, text: 'no rating' }));
  const state = { status: 'imported', name: 'Mine', entries: 2, skipped: 3000, problems } as const;
  const root = draw(<FileImport label="Import" accept=".csv" state={state} onFile={() => {}} />);
  expect(textOf(root)).toContain('3,000 lines were left out');
  expect(root.querySelectorAll('li')).toHaveLength(50);
});
