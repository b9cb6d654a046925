// Own ratings of outlets: each is shown beside the raters' ratings, and can be removed.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { Options } from '../../../../components/options/Options.tsx';
import type { FoundOutlets } from '../../../../components/options/options-state.ts';
import { INVENTED_OUTLETS } from '../../../support/ui/invented-outlets.ts';
import { NO_OPTIONS_ACTIONS } from '../../../support/ui/no-actions.ts';
import { OPTIONS } from '../../../support/ui/page-states.ts';
import { draw, findButton, textOf } from '../draw.tsx';

const herald = INVENTED_OUTLETS.herald;
if (herald === undefined) throw new Error('no invented outlet is called herald');
const { id, name, host, ratings } = herald;
const toFound = (outlets: FoundOutlets['outlets'], total = outlets.length): FoundOutlets => ({ outlets, total });
const drawWith = (shown: typeof ratings) =>
  textOf(
    draw(
      <Options
        state={{ ...OPTIONS, found: toFound([{ id, name, host, ratings: shown, ownBias: null }]) }}
        actions={NO_OPTIONS_ACTIONS}
      />,
    ).querySelector('.own-rating p'),
  );

it('does not list a rater of factual reporting among those whose mean an own rating replaces', () => {
  expect(drawWith(ratings)).toBe('Invented Rater: left-ish (May 2024)');
});

it('says “unrated” if raters only rated factual reporting', () => {
  expect(drawWith(ratings.filter(({ bias }) => bias === null))).toBe('unrated');
});

it('offers to go back to the raters only where there are any', () => {
  const choiceOf = (shown: typeof ratings) =>
    textOf(
      draw(
        <Options
          state={{ ...OPTIONS, found: toFound([{ id, name, host, ratings: shown, ownBias: 0 }]) }}
          actions={NO_OPTIONS_ACTIONS}
        />,
      ).querySelector('.own-rating option'),
    );
  expect(choiceOf(ratings)).toBe('as the raters say');
  expect(choiceOf([])).toBe('unrated');
});

it.each([
  [0, 0, 'No outlet found with that name.'],
  [1, 1, ''],
  [2, 143, '2 of 143 outlets are shown. Type more of the name.'],
])('of %d outlets shown of %d it is said: “%s”', (shown, total, said) => {
  const outlets = Array.from({ length: shown }, (_, index) => ({ id: `${index}`, name, host, ratings, ownBias: null }));
  const found = toFound(outlets, total);
  const root = draw(<Options state={{ ...OPTIONS, found }} actions={NO_OPTIONS_ACTIONS} />);
  expect(textOf(root.querySelector('#own [role=status]'))).toBe(said);
});

it('is what the ratings’ section leads on to, and that says what a table of ratings needs', () => {
  const ratings = draw(<Options state={OPTIONS} actions={NO_OPTIONS_ACTIONS} />).querySelector('#ratings');
  expect(ratings?.querySelector('a[href="#own"]')?.textContent).toBe('Your own rating');
  for (const column of ['“outlet”', '“value”', '“date”']) {
    expect(textOf(ratings?.querySelector('.file-import label') ?? null)).toContain(column);
  }
});

it('a rating is removed without searching for its outlet', () => {
  const removeOwnRating = vi.fn();
  const root = draw(
    <Options state={{ ...OPTIONS, found: null }} actions={{ ...NO_OPTIONS_ACTIONS, removeOwnRating }} />,
  );
  const lines = [...root.querySelectorAll('#own li')].map((line) => [...line.querySelectorAll(':scope > span')]);
  expect(lines.map((line) => line.map(textOf))).toEqual([
    ['a-rather-long-host-name-of-a-local-newspaper.test', 'Far left'],
    ['Ferry Gazette gazette.test', 'May 31, 2026', 'Lean right'],
    ['المنارة manar.test', 'Jun 1, 2026', 'Center'],
  ]);
  expect(lines.map((line) => line.at(-1)?.className)).toEqual(['tag far-left', 'tag lean-right', 'tag center']);
  act(() => findButton(root, 'Remove Ferry Gazette').click());
  expect(removeOwnRating.mock.calls).toEqual([['gazette']]);
});

it('all are saved as a file, under a name in the reader’s language', () => {
  const saveOwnRatings = vi.fn();
  const root = draw(<Options state={OPTIONS} actions={{ ...NO_OPTIONS_ACTIONS, saveOwnRatings }} />);
  act(() => findButton(root, 'Save as a file').click());
  expect(saveOwnRatings.mock.calls).toEqual([['My ratings']]);
});

const LOADED = { status: 'taken', entries: 2, kept: 1, skipped: 0, problems: [], takeBack: async () => {} } as const;

it.each([
  [LOADED, '2 own ratings were taken from the file.', ['Undo']],
  [LOADED, '1 outlet keeps the rating that you gave it here', ['Undo']],
  [{ ...LOADED, entries: 0, kept: 0 }, 'You have rated all outlets of this file here already.', []],
  [{ status: 'taken-back' } as const, 'The ratings from the file were taken back.', []],
  [{ status: 'rejected', problems: [] } as const, 'The file was not imported.', []],
])('of a file that was loaded it is said what came of it: %#', (ownImport, text, buttons) => {
  const state = { ...OPTIONS, found: null, ownRatings: [], ownImport };
  const takeBackOwnRatings = vi.fn();
  const root = draw(<Options state={state} actions={{ ...NO_OPTIONS_ACTIONS, takeBackOwnRatings }} />);
  expect(textOf(root.querySelector('#own [role=status]:has(p)'))).toContain(text);
  const found = [...root.querySelectorAll<HTMLButtonElement>('#own button')];
  expect(found.map(textOf)).toEqual(buttons);
  act(() => found[0]?.click());
  expect(takeBackOwnRatings).toHaveBeenCalledTimes(buttons.length);
});

it('a pack that holds a person’s own ratings says where to import it as own ratings', () => {
  const ratingImport = {
    status: 'imported',
    name: 'Mine',
    entries: 1,
    skipped: 0,
    problems: [],
    hasOwnRatings: true,
  } as const;
  const root = draw(<Options state={{ ...OPTIONS, ratingImport }} actions={NO_OPTIONS_ACTIONS} />);
  expect(textOf(root.querySelector('#ratings .file-import'))).toContain(
    'load the file under “Your own rating” instead',
  );
});

it('where nothing was rated no list is shown', () => {
  const state = { ...OPTIONS, found: null, ownRatings: [] };
  const own = draw(<Options state={state} actions={NO_OPTIONS_ACTIONS} />).querySelector('#own');
  expect([own?.querySelector('h3'), own?.querySelector('button')]).toEqual([null, null]);
});

it('after the last one was removed there is nothing to save', () => {
  const putBack = async () => null;
  const removed = { list: 'own-ratings', id: 'herald', name: 'Herald', index: 0, failure: null, putBack } as const;
  const state = { ...OPTIONS, found: null, ownRatings: [], removed };
  const root = draw(<Options state={state} actions={NO_OPTIONS_ACTIONS} />);
  expect([...root.querySelectorAll('#own button')].map(textOf)).toEqual(['Undo']);
});
