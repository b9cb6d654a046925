// An outlet's card: every rating with its rater and date, and no heading without content.
// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { OutletCard } from '../../../../components/coverage/OutletCard.tsx';
import { RateOutlet } from '../../../../components/coverage/rate-outlet.ts';
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

it('takes the reader’s own place for the outlet, and takes it back, where one can be kept', () => {
  const herald = outletOf('herald');
  const own = { packId: 'own', rater: 'your rating', value: 'right', bias: 2, factuality: null, label: null } as const;
  const placed = { ...herald, ratings: [{ ...own, date: '2026-05-31', source: '' }, ...herald.ratings] };
  const rate = vi.fn();
  const placeOf = (outlet: RatedOutlet) => {
    const root = draw(
      <RateOutlet.Provider value={rate}>
        <OutletCard outlet={outlet} />
      </RateOutlet.Provider>,
    );
    return root.querySelector<HTMLSelectElement>('select[aria-label="Your rating of Harbour Herald"]');
  };
  const choose = (outlet: RatedOutlet, value: string) => {
    const place = placeOf(outlet);
    if (place === null) throw new Error('no place to choose');
    const before = place.selectedOptions[0]?.textContent;
    place.value = value;
    place.dispatchEvent(new Event('change'));
    return before;
  };
  expect(choose(herald, 'far-right')).toBe('as the raters say');
  expect(choose({ ...herald, ratings: [] }, 'center')).toBe('unrated');
  expect(choose(placed, '')).toBe('Right');
  expect(rate.mock.calls).toEqual([
    ['herald', 3],
    ['herald', 0],
    ['herald', null],
  ]);
  expect(draw(<OutletCard outlet={herald} />).querySelector('select')).toBeNull();
});
