// A number in the settings: kept within its bounds, and not changed during typing.
// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { NumberField } from '../../../../components/options/NumberField.tsx';
import { draw, drawAgain, textOf } from '../draw.tsx';

const onChange = vi.fn();
const field = (value: number) => <NumberField label="Days" value={value} min={1} max={60} onChange={onChange} />;
const inputOf = (root: Element) => root.querySelector('input') ?? expect.fail('no field');

test('what is being typed stays when the page is drawn again', () => {
  const root = draw(field(14));
  const input = inputOf(root);
  expect(input.value).toBe('14');
  input.value = '3';
  drawAgain(root, field(14));
  expect(input.value).toBe('3');
  drawAgain(root, field(7));
  expect(input.value).toBe('7');
});

test('says between which numbers, before one outside of them is changed', () => {
  expect(textOf(draw(field(14)))).toBe('Days1–60');
});

test('what is committed is told once, inside its bounds', () => {
  const input = inputOf(draw(field(14)));
  input.value = '140';
  input.dispatchEvent(new Event('change', { bubbles: true }));
  expect(onChange.mock.calls).toEqual([[60]]);
  expect(input.value).toBe('60');
});
