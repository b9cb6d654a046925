// The thresholds of blindspots: shown in percent, stored as shares.
// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { BlindspotsSection } from '../../../../components/options/BlindspotsSection.tsx';
import { NO_OPTIONS_ACTIONS } from '../../../support/ui/no-actions.ts';
import { draw, findButton, textOf } from '../draw.tsx';

const THRESHOLDS = { minRated: 6, shareOfBaseline: 0.55, maxProbability: 0.07 };

function open(isServerAsked = false) {
  const [changeBlindspots, resetBlindspots] = [vi.fn(), vi.fn()];
  const actions = { ...NO_OPTIONS_ACTIONS, changeBlindspots, resetBlindspots };
  const root = draw(<BlindspotsSection thresholds={THRESHOLDS} isServerAsked={isServerAsked} actions={actions} />);
  return { root, inputs: [...root.querySelectorAll('input')], changeBlindspots, resetBlindspots };
}

test('shares are shown as whole percent, and told as shares', () => {
  const { inputs, changeBlindspots } = open();
  expect(inputs.map(({ value }) => value)).toEqual(['6', '55', '7']);
  for (const [index, value] of ['8', '40', '3'].entries()) {
    const input = inputs[index];
    if (input === undefined) throw new Error('a field is missing');
    input.value = value;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
  expect(changeBlindspots.mock.calls).toEqual([
    [{ minRated: 8 }],
    [{ shareOfBaseline: 0.4 }],
    [{ maxProbability: 0.03 }],
  ]);
});

test('they go back to the defaults', () => {
  const { root, resetBlindspots } = open();
  findButton(root, 'Restore the defaults').click();
  expect(resetBlindspots).toHaveBeenCalledOnce();
});

test('what they mean for a server is said where one is asked', () => {
  expect(textOf(open(true).root)).toContain('A server names blindspots by its own numbers');
  expect(textOf(open(false).root)).not.toContain('A server');
});
