// Which section of the options page is in view after a link from the popup, while its parts are still loading.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Options } from '../../../../components/options/Options.tsx';
import type { OptionsState } from '../../../../components/options/options-state.ts';
import { useNamedSection } from '../../../../entrypoints/options/use-named-section.ts';
import { NO_OPTIONS_ACTIONS } from '../../../support/ui/no-actions.ts';
import { OPTIONS } from '../../../support/ui/page-states.ts';
import { draw, drawAgain } from '../../components/draw.tsx';

const shown: string[] = [];

beforeEach(() => {
  shown.length = 0;
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    shown.push(this.id);
  });
});
afterEach(() => {
  location.hash = '';
});

function Page({ state }: { state: OptionsState }) {
  useNamedSection(state);
  return <Options state={state} actions={NO_OPTIONS_ACTIONS} />;
}

const UNREAD: OptionsState = { ...OPTIONS, settings: null, source: null, feeds: null, packs: null, ledger: null };

/** Loads one part after the other, and returns what was scrolled into view after each. */
function readInTurn(hash: string, parts: readonly (keyof OptionsState)[]): string[] {
  location.hash = hash;
  let state = UNREAD;
  const root = draw(<Page state={state} />);
  return parts.map((part) => {
    shown.length = 0;
    state = { ...state, [part]: OPTIONS[part] };
    act(() => drawAgain(root, <Page state={state} />));
    return shown.join(' ');
  });
}

it.each([
  ['source', ['', 'source']],
  ['ledger', ['', '', 'ledger']],
])('#%s, which is drawn later than the settings', (id, expected) => {
  expect(readInTurn(`#${id}`, ['settings', 'source', 'ledger']).slice(0, expected.length)).toEqual(expected);
});

it('the section stays in view when a part above it is drawn', () => {
  expect(readInTurn('#help', ['settings', 'ledger', 'source'])).toEqual(['help', 'help', 'help']);
});

it('a page whose parts are all loaded stays where the user scrolled it', () => {
  expect(readInTurn('#ledger', ['settings', 'source', 'feeds', 'packs', 'ledger', 'stored', 'settings']).at(-1)).toBe(
    '',
  );
});

it('an address without a section does not scroll', () => {
  expect(readInTurn('', ['settings', 'ledger'])).toEqual(['', '']);
});

it('the focus moves to the section, unless it has been moved elsewhere', () => {
  readInTurn('#source', ['settings', 'source']);
  expect(document.activeElement).toBe(document.querySelector('#source h2'));
  location.hash = '#ledger';
  const root = draw(<Page state={{ ...OPTIONS, ledger: null }} />);
  const search = root.querySelector<HTMLElement>('input[type=search]');
  search?.focus();
  act(() => drawAgain(root, <Page state={OPTIONS} />));
  expect(document.activeElement).toBe(search);
});
