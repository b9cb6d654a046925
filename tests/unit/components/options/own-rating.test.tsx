// Beside the reader's own place for an outlet stands what raters say of its place, and nothing else.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { Options } from '../../../../components/options/Options.tsx';
import { INVENTED_OUTLETS } from '../../../support/ui/invented-outlets.ts';
import { NO_OPTIONS_ACTIONS } from '../../../support/ui/no-actions.ts';
import { OPTIONS } from '../../../support/ui/page-states.ts';
import { draw, textOf } from '../draw.tsx';

const herald = INVENTED_OUTLETS.herald;
if (herald === undefined) throw new Error('no invented outlet is called herald');
const { id, name, host, ratings } = herald;
const drawWith = (shown: typeof ratings) =>
  textOf(
    draw(
      <Options
        state={{ ...OPTIONS, found: [{ id, name, host, ratings: shown, ownBias: null }] }}
        actions={NO_OPTIONS_ACTIONS}
      />,
    ).querySelector('.own-rating p'),
  );

it('does not list a rater of facts among those whose mean an own rating replaces', () => {
  expect(drawWith(ratings)).toBe('Invented Rater: left-ish (2024-05)');
});

it('says “not rated” where raters have judged the facts only', () => {
  expect(drawWith(ratings.filter(({ bias }) => bias === null))).toBe('not rated');
});
