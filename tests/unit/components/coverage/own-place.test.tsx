// The control for an own rating keeps what was chosen.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { OwnPlace } from '../../../../components/coverage/OwnPlace.tsx';
import { draw, drawAgain } from '../draw.tsx';

const outlet = { name: 'Valley Herald', ratings: [] };

it('shows the choice until it has been stored, however often the page is drawn meanwhile', () => {
  const onRate = vi.fn();
  const draws = (place: number | null) => <OwnPlace outlet={outlet} place={place} onRate={onRate} />;
  const root = draw(draws(null));
  const shown = () => root.querySelector('select')?.value;
  const select = root.querySelector('select');
  if (select === null) throw new Error('no control');
  act(() => {
    select.value = 'right';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(onRate).toHaveBeenCalledExactlyOnceWith(2);
  drawAgain(root, draws(null));
  expect(shown()).toBe('right');
  drawAgain(root, draws(2));
  drawAgain(root, draws(null)); // taken back elsewhere
  expect(shown()).toBe('');
});
