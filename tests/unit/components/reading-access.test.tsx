// Requests for access: the result is shown beside the button, and the focus stays near.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Onboarding, type OnboardingState } from '../../../components/onboarding/Onboarding.tsx';
import { Options } from '../../../components/options/Options.tsx';
import type { OptionsState } from '../../../components/options/options-state.ts';
import { NO_ONBOARDING_ACTIONS, NO_OPTIONS_ACTIONS } from '../../support/ui/no-actions.ts';
import { ONBOARDING_STATES, OPTIONS } from '../../support/ui/page-states.ts';
import { draw, drawAgain, findButton, textOf } from './draw.tsx';

const REFUSED = 'The browser did not grant access. You can ask again.';
const CHOICES = ONBOARDING_STATES.choices ?? expect.fail('no such state');
const onboarding = (change: Partial<OnboardingState>) => (
  <Onboarding state={{ ...CHOICES, ...change }} actions={NO_ONBOARDING_ACTIONS} />
);
const options = (change: Partial<OptionsState>) => (
  <Options state={{ ...OPTIONS, ...change }} actions={NO_OPTIONS_ACTIONS} />
);
const MISSING = ['https://valley.test/*'];

describe.each([
  ['onboarding', onboarding, '.section:has(.choices)'],
  ['the settings', options, '#reading'],
])('%s', (_, page, reading) => {
  it.each([
    ['reading', reading],
    ['feeds', '.feed-access'],
  ] as const)('a refusal is said beside what was asked for: %s', (refused, place) => {
    const root = draw(page({ isReadingAllowed: false, missingOrigins: MISSING, refused }));
    expect(textOf(root).split(REFUSED)).toHaveLength(2);
    expect(textOf(root.querySelector(place))).toContain(REFUSED);
    expect([...root.querySelectorAll('[role=status]')].some((region) => textOf(region).includes(REFUSED))).toBe(true);
  });

  it('is silent about a refusal once the access is there', () => {
    const root = draw(page({ isReadingAllowed: true, missingOrigins: [], refused: 'reading' }));
    expect(textOf(root)).not.toContain(REFUSED);
    drawAgain(root, page({ isReadingAllowed: true, missingOrigins: [], refused: 'feeds' }));
    expect(textOf(root)).not.toContain(REFUSED);
  });

  it('the keyboard goes from “Allow access” to the choice that now holds', () => {
    const root = draw(page({ isReadingAllowed: false }));
    findButton(root, 'Allow access').focus();
    drawAgain(root, page({ isReadingAllowed: true }));
    expect(document.activeElement).toBe(root.querySelector('input[name=reading-mode]:checked'));
  });

  it('the keyboard goes from the button that allows feeds to what is allowed now', () => {
    const root = draw(page({ missingOrigins: MISSING }));
    findButton(root, 'Allow 1 address').focus();
    drawAgain(root, page({ missingOrigins: [] }));
    expect(textOf(document.activeElement)).toContain('Parallax may read all of them.');
  });
});

it('onboarding announces what becomes of the round, not each feed that was read', () => {
  const root = draw(<Onboarding state={CHOICES} actions={NO_ONBOARDING_ACTIONS} />);
  const region = root.querySelector('main > section:last-child [role=status]');
  expect(textOf(region)).toBe('');
  const running = ONBOARDING_STATES.running ?? expect.fail('no such state');
  drawAgain(root, <Onboarding state={running} actions={NO_ONBOARDING_ACTIONS} />);
  expect(root.querySelector('main > section:last-child [role=status]')).toBe(region);
  expect(textOf(region)).toBe('Parallax is collecting headlines');
});
