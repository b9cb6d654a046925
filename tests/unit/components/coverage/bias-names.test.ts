// The step shown for a place on the scale equals the engine's. Components have a copy, since the engine's module would bring zod into the card.
import { expect, it } from 'vitest';
import { STEP_ORDER, toStep } from '../../../../components/coverage/bias-names.ts';
import { toBiasStep } from '../../../../engine/outlet/bias.ts';
import { BIAS_STEPS } from '../../../../engine/schema.ts';

it('has the steps of the scale in their order', () => expect(STEP_ORDER).toEqual(BIAS_STEPS));

it.each(Array.from({ length: 61 }, (_, index) => (index - 30) / 10))('shows %d under the step of the engine', (place) =>
  expect(toStep(place)).toBe(toBiasStep(place)),
);
