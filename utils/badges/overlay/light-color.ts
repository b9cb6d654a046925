// Whether a computed colour is a light one. The text is made to be read on its ground: light text stands on a dark one.

/** Share of full lightness. */
const LIGHT = 0.6;

/** As browsers give colours back: `rgb(…)`, `color(srgb …)`, and `oklch(…)`, `oklab(…)`, `lab(…)`, `lch(…)` as they were written. */
export function isLightColor(color: string): boolean {
  const values = color.startsWith('color(') ? color.slice(color.indexOf(' ')) : color; // "display-p3" has a figure too
  const [first = 0, second = 0, third = 0] = (values.match(/\d[\d.]*(?:e-?\d+)?|\.\d+/g) ?? []).map(Number);
  if (/^ok(?:lab|lch)\(/.test(color)) return first > LIGHT;
  if (/^(?:lab|lch)\(/.test(color)) return first > 100 * LIGHT;
  const full = color.startsWith('color(') ? 1 : 255;
  return (0.299 * first + 0.587 * second + 0.114 * third) / full > LIGHT;
}
