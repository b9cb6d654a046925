// What onboarding says about a polling round, since the page can be opened again long after the first one.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { Onboarding } from '../../../../components/onboarding/Onboarding.tsx';
import { NO_ONBOARDING_ACTIONS } from '../../../support/ui/no-actions.ts';
import { ONBOARDING_STATES } from '../../../support/ui/page-states.ts';
import { draw, textOf } from '../draw.tsx';

it.each([
  ['running', 'First round: 23 of 118 feeds read. Parallax is already usable.'],
  ['running-again', '23 of 118 feeds read.'],
])('%s: “%s”', (name, words) => {
  const state = ONBOARDING_STATES[name] ?? expect.fail(`no such state: ${name}`);
  const root = draw(<Onboarding state={state} actions={NO_ONBOARDING_ACTIONS} />);
  expect(textOf(root.querySelector('.progress p'))).toBe(words);
  expect(root.querySelector('progress')?.getAttribute('aria-label')).toBe(words);
});

it.each([
  ['running', '1,840 articles, 312 stories so far'],
  ['ended', '9,120 articles · 1,503 stories'],
])('%s: “%s”', (name, words) => {
  const state = ONBOARDING_STATES[name] ?? expect.fail(`no such state: ${name}`);
  const root = draw(<Onboarding state={state} actions={NO_ONBOARDING_ACTIONS} />);
  expect(textOf(root.querySelector('.round p.muted'))).toBe(words);
});

it.each(['running', 'ended'])('%s: says where the button is that browsers hide at first', (name) => {
  const state = ONBOARDING_STATES[name] ?? expect.fail(`no such state: ${name}`);
  const root = draw(<Onboarding state={state} actions={NO_ONBOARDING_ACTIONS} />);
  expect(textOf(root.querySelector('.round'))).toContain('behind the puzzle piece in the toolbar');
});

it('says where the browser keeps nothing, instead of “Ready” with nothing to compare with', () => {
  const state = ONBOARDING_STATES['storage-forbidden'] ?? expect.fail('no such state');
  const root = draw(<Onboarding state={state} actions={NO_ONBOARDING_ACTIONS} />);
  const said = [...root.querySelectorAll('[role=status]')].map((region) => textOf(region)).join(' ');
  expect(said).toContain('Firefox does so when it is set never to remember history');
  expect(textOf(root)).not.toContain('Ready');
});

it('where the browser keeps nothing, and a server answers, there is something to compare with', () => {
  const state = ONBOARDING_STATES['storage-forbidden'] ?? expect.fail('no such state');
  const root = draw(<Onboarding state={{ ...state, isServerAsked: true }} actions={NO_ONBOARDING_ACTIONS} />);
  expect(textOf(root.querySelector('.storage-note'))).toBe('The browser keeps no data for Parallax.');
});

it('once headlines are there, what is known is one click away', () => {
  const hrefsIn = (name: string) => {
    const state = ONBOARDING_STATES[name] ?? expect.fail(`no such state: ${name}`);
    const root = draw(<Onboarding state={state} actions={NO_ONBOARDING_ACTIONS} />);
    return [...root.querySelectorAll('.round a')].map((link) => link.getAttribute('href'));
  };
  expect(hrefsIn('ended')).toEqual(['#latest']);
  expect(hrefsIn('running')).toEqual([]);
});

it.each([
  ['while nothing is known of feeds yet', { missingOrigins: null, feedsChosen: 0 }, null],
  [
    'without a feed',
    { missingOrigins: [], feedsChosen: 0 },
    'No feeds are chosen, so there is nothing to compare with.',
  ],
])('%s none are offered to be read', (_, known, words) => {
  const state = { ...(ONBOARDING_STATES.choices ?? expect.fail('no such state')), ...known };
  const root = draw(<Onboarding state={state} actions={NO_ONBOARDING_ACTIONS} />);
  const access = root.querySelector('.feed-access');
  expect(access && textOf(access)).toBe(words);
});

it('before the editions are known, none of those chosen is said to be gone', () => {
  const state = { ...(ONBOARDING_STATES.choices ?? expect.fail('no such state')), editions: null };
  const root = draw(<Onboarding state={state} actions={NO_ONBOARDING_ACTIONS} />);
  expect(root.querySelector('.editions')).toBeNull();
});
