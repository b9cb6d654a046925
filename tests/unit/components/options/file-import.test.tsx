// The result of an import: how much of the file was left out and why, in the user's language.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { FileImport } from '../../../../components/options/FileImport.tsx';
import type { ImportState } from '../../../../components/options/options-state.ts';
import { IMPORT_REASONS } from '../../../../engine/outlet/import-problem.ts';
import { parseOutletPack } from '../../../../engine/outlet/parse-outlet-pack.ts';
import { parseRatingPack } from '../../../../engine/outlet/parse-rating-pack.ts';
import { draw, textOf } from '../draw.tsx';

const drawState = (state: ImportState, locale?: string) =>
  draw(<FileImport label="Import" accept=".csv" state={state} onFile={() => {}} />, locale);
const linesOf = (root: HTMLElement) => [...root.querySelectorAll('li')].map(textOf);

it('tells how many lines were left out in all', () => {
  const table = ['outlet,value', 'gull,1', ...Array.from({ length: 3000 }, () => 'herald,x')];
  const parsed = parseRatingPack({ fileName: 'mine.csv', text: `# date: 2026\n${table.join('\n')}` });
  if (!parsed.ok) throw new Error('the table cannot be read');
  const { problems, skipped } = parsed.value;
  const root = drawState({ status: 'imported', name: 'Mine', entries: 1, skipped, problems });
  expect(textOf(root)).toContain('3,000 lines were left out');
  expect(linesOf(root)).toHaveLength(51);
  expect(linesOf(root).at(-1)).toBe('… and more problems like these: 2,950');
});

describe('what is wrong with a file is said in the reader’s language', () => {
  const problemsOf = (parsed: ReturnType<typeof parseRatingPack> | ReturnType<typeof parseOutletPack>) =>
    parsed.ok ? parsed.value.problems : parsed.error;

  it('of a table', () => {
    const text = '# date: 2026\noutlet,value\ngull,1\ngull,2\nherald,x\na b,1';
    const problems = problemsOf(parseRatingPack({ fileName: 'mine.csv', text }));
    expect(linesOf(drawState({ status: 'rejected', problems }, 'de'))).toEqual([
      'Zeile 4: „gull“ ist zweimal eingestuft; die erste Einstufung zählt.',
      'Zeile 5: „x“ ist keine Einstufung: Erwartet wird eine Stufe von „far left“ bis „far right“ oder eine Zahl von −3 bis 3.',
      'Zeile 6: „a b“ ist weder ein Medium noch ein Hostname.',
    ]);
  });

  it('of JSON', () => {
    const problems = problemsOf(parseOutletPack({ text: '{\n"format":\n}' }));
    expect(linesOf(drawState({ status: 'rejected', problems }, 'fr'))).toEqual([
      'Ligne 3 : Ce n’est pas du JSON valide : il manque ici une valeur, ou elle n’est pas écrite en JSON.',
    ]);
  });

  it.each(['en', 'de', 'es', 'fr'])(
    'with a sentence of its own for every reason, with all its values (%s)',
    (locale) => {
      const problems = IMPORT_REASONS.map((reason, index) => ({
        line: index + 1,
        reason,
        values: ['first', 'second'],
      }));
      const lines = linesOf(drawState({ status: 'rejected', problems }, locale));
      const sentences = lines.map((line) => line.replace(/^\S+ \d+ ?: /, ''));
      expect(new Set(sentences).size).toBe(IMPORT_REASONS.length);
      expect(sentences.filter((sentence) => /\$\d|import[A-Z]/.test(sentence))).toEqual([]);
    },
  );

  it('of a file that holds nothing, without blaming a line', () => {
    const problems = problemsOf(parseRatingPack({ fileName: 'mine.csv', text: ' ' }));
    expect(linesOf(drawState({ status: 'rejected', problems }))).toEqual(['The file is empty.']);
  });

  it.each([
    ['storage-full', 'Auf diesem Gerät ist kein Platz mehr.'],
    ['not-stored', 'Der Browser hat das Speichern verweigert.'],
  ] as const)('and where nothing is wrong with it, no line is blamed (%s)', (status, text) =>
    expect(textOf(drawState({ status }, 'de').querySelector('[role=status]'))).toBe(text),
  );
});
