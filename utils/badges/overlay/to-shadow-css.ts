// Adapts the style sheets of the extension's own pages for a shadow root inside any page.
//
//   :root                              → .parallax, the layer's surface: the page's root is not ours
//   2rem                               → calc(2 * var(--rem)): the page may have changed its root's font size
//   prefers-color-scheme: dark         → .parallax .dark: a dark page may be in a light browser, and vice versa

const DARK_TOKENS = /@media\s*\(prefers-color-scheme:\s*dark\)\s*\{\s*:root\s*\{([^{}]*)\}\s*\}/g;
const REM = /(?<![\w.#-])(-?\d*\.?\d+)rem\b/g;

export function toShadowCss(css: string): string {
  return css
    .replace(DARK_TOKENS, '.dark{$1}')
    .replace(/:root\b/g, '.parallax,.light')
    .replace(REM, 'calc($1*var(--rem))')
    .replace(/color-scheme:\s*light dark;?/g, '');
}
