// The options page's sections of server mode: no server is used before it was tested, and what an organisation set is locked.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { Options } from '../../../../components/options/Options.tsx';
import type { SourceActions } from '../../../../components/source/source-state.ts';
import { NO_OPTIONS_ACTIONS } from '../../../support/ui/no-actions.ts';
import { OPTIONS, OPTIONS_STATES } from '../../../support/ui/page-states.ts';
import { draw, drawAgain, findButton, textOf } from '../draw.tsx';

function drawState(name: string, watched: Partial<SourceActions> = {}): HTMLElement {
  const state = OPTIONS_STATES[name] ?? OPTIONS;
  const source = { ...NO_OPTIONS_ACTIONS.source, ...watched };
  return draw(<Options state={state} actions={{ ...NO_OPTIONS_ACTIONS, source }} />);
}

const sectionOf = (root: HTMLElement, id: string): HTMLElement => {
  const section = root.querySelector<HTMLElement>(`#${id}`);
  if (section === null) throw new Error(`no section ${id}`);
  return section;
};

it('shows a server’s form when it is chosen, and changes nothing by that', () => {
  const useDevice = vi.fn();
  const section = sectionOf(drawState('all', { useDevice }), 'source');
  expect(section.querySelector('form')).toBeNull();
  const [device, server] = section.querySelectorAll<HTMLInputElement>('input[type=radio]');
  act(() => server?.click());
  expect(section.querySelector('form')).not.toBeNull();
  expect(textOf(section)).toContain('At least 50 articles that the server knows');
  act(() => device?.click());
  expect(useDevice).toHaveBeenCalledTimes(1);
});

it('tests the address and token that were typed', () => {
  const testServer = vi.fn();
  const section = sectionOf(drawState('server-in-use', { testServer }), 'source');
  const address = section.querySelector<HTMLInputElement>('input[type=text]');
  act(() => {
    if (address !== null) address.value = 'https://other.test';
    address?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  act(() => findButton(section, 'Test the server').click());
  expect(testServer).toHaveBeenCalledWith('https://other.test', 'invented-token');
});

it('offers a server only after its test, with what it said of itself', () => {
  const useServer = vi.fn();
  const section = sectionOf(drawState('server-tested', { useServer }), 'source');
  expect(textOf(section)).toContain('It knows 412,300 articles in 88,120 stories. The newest came in 3 minutes ago.');
  expect(textOf(section)).toContain('A page you open hides among at least 74 articles.');
  act(() => findButton(section, 'Use this server').click());
  expect(useServer).toHaveBeenCalledTimes(1);
  expect(() => findButton(sectionOf(drawState('server-failed'), 'source'), 'Use this server')).toThrow();
});

it('the result of a test disappears once another address is typed', () => {
  const section = sectionOf(drawState('server-tested'), 'source');
  const address = section.querySelector<HTMLInputElement>('input[type=text]');
  findButton(section, 'Use this server');
  act(() => {
    if (address !== null) address.value = 'https://other.test';
    address?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(() => findButton(section, 'Use this server')).toThrow();
  act(() => findButton(section, 'Test the server').click());
  findButton(section, 'Use this server');
});

it('the focus moves from “Use this server” to the message that it is used', () => {
  const draws = (mode: 'on-device' | 'server') => {
    const state = OPTIONS_STATES['server-tested'] ?? OPTIONS;
    const test = state.serverTest?.status === 'answered' ? state.serverTest : expect.fail('no tested server');
    const choice = state.source ?? expect.fail('no source');
    const source = { ...choice, mode, address: test.address, token: test.token };
    return <Options state={{ ...state, source }} actions={NO_OPTIONS_ACTIONS} />;
  };
  const root = draw(draws('on-device'));
  const [, server] = root.querySelectorAll<HTMLInputElement>('input[name=source-mode]');
  act(() => server?.click());
  findButton(root, 'Use this server').focus();
  drawAgain(root, draws('server'));
  expect(textOf(document.activeElement)).toBe('This server is in use, and it answers.');
});

it('a source that is chosen in another tab is shown as chosen here', () => {
  const draws = (name: string) => <Options state={OPTIONS_STATES[name] ?? OPTIONS} actions={NO_OPTIONS_ACTIONS} />;
  const chosen = () =>
    [...root.querySelectorAll<HTMLInputElement>('input[name=source-mode]')].map((one) => one.checked);
  const root = draw(draws('all'));
  expect(chosen()).toEqual([true, false]);
  drawAgain(root, draws('server-in-use'));
  expect(chosen()).toEqual([false, true]);
});

it('a server that is no longer used, by a choice in another tab, is not shown as chosen here', () => {
  const draws = (name: string) => <Options state={OPTIONS_STATES[name] ?? OPTIONS} actions={NO_OPTIONS_ACTIONS} />;
  const boxes = () => [...root.querySelectorAll<HTMLInputElement>('input[name=source-mode]')];
  const root = draw(draws('all'));
  act(() => boxes()[1]?.click());
  drawAgain(root, draws('server-in-use'));
  drawAgain(root, draws('all'));
  expect(boxes().map(({ checked }) => checked)).toEqual([true, false]);
});

it('says why a test failed, with the server’s name and what helps', () => {
  const text = textOf(sectionOf(drawState('server-failed'), 'source'));
  expect(text).toContain(
    'news.library.test needs an access token, or does not accept yours. Ask whoever runs the server',
  );
});

it('does not refer to fields that the organisation locked', () => {
  const text = textOf(sectionOf(drawState('server-of-organisation-failed'), 'source'));
  expect(text).toContain('Tell whoever manages this browser, then try again. Your organization chose this server.');
  expect(text).not.toContain('enter it in');
});

it('locks what the organisation set, and never shows its token', () => {
  const root = drawState('server-of-organisation');
  const section = sectionOf(root, 'source');
  const open = [...section.querySelectorAll<HTMLInputElement>('input')].filter(({ disabled }) => !disabled);
  expect(open).toEqual([]);
  expect(section.querySelector('input[type=password]')).toBeNull();
  expect(section.innerHTML).not.toContain('invented-token');
  expect(section.querySelectorAll('.locked')).toHaveLength(6);
  expect(
    [...sectionOf(root, 'ratings').querySelectorAll<HTMLInputElement>('.packs input')].map((one) => one.disabled),
  ).toEqual([true, true]);
  expect(textOf(sectionOf(root, 'ledger'))).toContain('Your organization wants nothing kept');
});

it('lists requests with what was in them, filters them and shows more', () => {
  const [filterLedger, showMoreLedger, clearLedger] = [vi.fn(), vi.fn(), vi.fn()];
  const section = sectionOf(drawState('server-in-use', { filterLedger, showMoreLedger, clearLedger }), 'ledger');
  const lines = [...section.querySelectorAll('.ledger li')].map(textOf);
  expect(lines[1]).toMatch(
    /^Pages looked up .* Contained: 13 bits of a fingerprint of the address\. With your access token\./,
  );
  expect(lines[2]).toContain('Contained: headline and first lines, 512 characters.');
  expect(lines[3]).toContain('in memory only');
  expect(lines[5]).toContain('no answer');
  const select = section.querySelector('select');
  act(() => {
    if (select !== null) select.value = 'match';
    select?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(filterLedger).toHaveBeenCalledWith('match');
  act(() => findButton(section, 'Show more').click());
  expect(showMoreLedger).toHaveBeenCalledOnce();
});

it('leaves the focus at the last line when all are shown and the button goes', () => {
  const root = drawState('server-in-use');
  findButton(sectionOf(root, 'ledger'), 'Show more').focus();
  const state = OPTIONS_STATES['server-in-use'] ?? OPTIONS;
  const whole = { ...state, ledger: state.ledger && { ...state.ledger, hasMore: false } };
  drawAgain(root, <Options state={whole} actions={NO_OPTIONS_ACTIONS} />);
  expect(textOf(sectionOf(root, 'ledger'))).not.toContain('Show more');
  expect(document.activeElement).toBe(sectionOf(root, 'ledger').querySelector('.ledger li:last-child'));
});

it('clears the list on a second press only, for there is no way back', () => {
  const clearLedger = vi.fn();
  const section = sectionOf(drawState('server-in-use', { clearLedger }), 'ledger');
  const press = (name: string) => act(() => findButton(section, name).click());
  press('Clear the list…');
  expect(textOf(section.querySelector('[role=alert]'))).toContain('this cannot be undone');
  press('Cancel');
  press('Clear the list…');
  expect(clearLedger).not.toHaveBeenCalled();
  press('Yes, clear the list');
  expect(clearLedger).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(section.querySelector('h2'));
});

it('an empty list is not said to be that of no request: it may have been cleared', () => {
  const state = { ...OPTIONS, ledger: OPTIONS.ledger && { ...OPTIONS.ledger, lines: [], total: 0 } };
  const section = sectionOf(draw(<Options state={state} actions={NO_OPTIONS_ACTIONS} />), 'ledger');
  expect(textOf(section)).toContain('No request is listed.');
  expect(findButton(section, 'Clear the list…').getAttribute('aria-disabled')).toBe('true');
});

it('does not say that no request is listed where only the chosen kind has none', () => {
  const section = sectionOf(drawState('server-tested'), 'ledger');
  expect(section.querySelector('select')?.value).toBe('meta');
  expect(textOf(section)).toContain('No request of this kind is listed.');
  expect(textOf(section)).not.toContain('No request is listed.');
});

it.each(['Read feeds in the background', 'Minutes between rounds'])(
  '“%s” does not look active while a server rests the feeds, and says why',
  (name) => {
    const fieldIn = (state: string) => {
      const section = sectionOf(drawState(state), 'feeds');
      const label = [...section.querySelectorAll('label')].find((one) => textOf(one).startsWith(name));
      const input = label?.querySelector('input') ?? expect.fail('no such field');
      const reason = input.getAttribute('aria-describedby');
      return { input, reason: textOf(reason === null ? null : section.querySelector(`#${reason}`)) };
    };
    const resting = fieldIn('server-in-use');
    expect(resting.input.disabled).toBe(true);
    expect(resting.reason).toContain('A server answers, so no feeds are read.');
    for (const state of ['all', 'server-tested']) expect(fieldIn(state).input.disabled).toBe(false);
  },
);

it('asks for no access to feeds while a server rests them', () => {
  const buttonsIn = (state: string) =>
    [...sectionOf(drawState(state), 'feeds').querySelectorAll('.feed-access button')].map((button) => textOf(button));
  expect(buttonsIn('all')).toEqual(['Allow 1 address']);
  expect(buttonsIn('server-tested')).toEqual(['Allow 1 address']);
  expect(buttonsIn('server-in-use')).toEqual([]);
});
