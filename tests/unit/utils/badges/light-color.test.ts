// Which text colours are light, in every notation that browsers return.
import { expect, test } from 'vitest';
import { isLightColor } from '../../../../utils/badges/overlay/light-color.ts';

test.each([
  ['rgb(240, 240, 240)', true],
  ['rgb(17, 17, 17)', false],
  ['rgba(255, 255, 255, 0.9)', true],
  ['color(srgb 0.95 0.95 0.9)', true],
  ['color(display-p3 0.1 0.1 0.1 / 0.9)', false],
  ['oklch(0.98 0.01 250)', true],
  ['oklch(0.2 0.03 250)', false],
  ['oklab(0.21 -0.006 -0.03)', false],
  ['lab(96 0.5 -2)', true],
  ['lch(20 12 280)', false],
  ['color(srgb 1e-05 0.02 0.05)', false],
])('%s', (color, isLight) => {
  expect(isLightColor(color)).toBe(isLight);
});
