// Whether a computed colour is light. Text is legible on its background, so light text means a dark one.

/** As a share of full lightness. */
const LIGHT = 0.6;

/** Accepts what browsers return: `rgb(…)`, `color(srgb …)`, and `oklch(…)`, `oklab(…)`, `lab(…)`, `lch(…)` as written. */
export function isLightColor(color: string): boolean {
  const values = color.startsWith('color(') ? color.slice(color.indexOf(' ')) : color; // skips "display-p3"
  const [first = 0, second = 0, third = 0] = (values.match(/\d[\d.]*(?:e-?\d+)?|\.\d+/g) ?? []).map(Number);
  if (/^ok(?:lab|lch)\(/.test(color)) return first > LIGHT;
  if (/^(?:lab|lch)\(/.test(color)) return first > 100 * LIGHT;
  const full = color.startsWith('color(') ? 1 : 255;
  return (0.299 * first + 0.587 * second + 0.114 * third) / full > LIGHT;
}
