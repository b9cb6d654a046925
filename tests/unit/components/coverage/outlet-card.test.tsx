// An outlet's card: every rating with its rater and date, and no heading over nothing.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { OutletCard } from '../../../../components/coverage/OutletCard.tsx';
import type { RatedOutlet } from '../../../../engine/schema.ts';
import { INVENTED_OUTLETS } from '../../../support/ui/invented-outlets.ts';
import { draw, textOf } from '../draw.tsx';

function outletOf(id: string): RatedOutlet {
  const outlet = INVENTED_OUTLETS[id];
  if (outlet === undefined) throw new Error(`no invented outlet is called ${id}`);
  return outlet;
}

it('gives each rating with its rater and date', () => {
  const card = textOf(draw(<OutletCard outlet={outletOf('herald')} />));
  expect(card).toContain('Ratings');
  expect(card).toContain('Invented Rater: left-ish (May 2024)');
});

it('writes rater and value as each language does, French with a space before the colon', () => {
  const card = textOf(draw(<OutletCard outlet={outletOf('herald')} />, 'fr'));
  expect(card).toContain('Invented Rater : left-ish (mai 2024)');
});

it('has no heading “Ratings” over an empty list where the only rating is the reader’s own', () => {
  const outlet = outletOf('herald');
  const ratings = outlet.ratings.map((rating) => ({ ...rating, packId: 'own' }));
  const card = draw(<OutletCard outlet={{ ...outlet, ratings }} />);
  expect(textOf(card)).toContain('Lean left, your own rating');
  expect(textOf(card)).not.toContain('Ratings');
  expect(card.querySelector('ul')).toBeNull();
});

it('names the raters’ range where they differ, and never one from a step to the same step', () => {
  const outlet = outletOf('herald');
  const cardOf = (low: number, high: number) =>
    textOf(draw(<OutletCard outlet={{ ...outlet, bias: { step: 'lean-left', mean: -1, low, high, raters: 2 } }} />));
  expect(cardOf(-2, -1)).toContain('Lean left, mean of 2 raters, from Left to Lean left');
  expect(cardOf(-1.2, -0.8)).toContain('Lean left, by 2 raters who agree');
});
