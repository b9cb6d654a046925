// How the extension's own style sheets are adapted for a shadow root in a page.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { toShadowCss } from '../../../../utils/badges/overlay/to-shadow-css.ts';

const read = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../../../../components', name), 'utf8');
const badgeTokens = read('badge-tokens.css');
const tokens = badgeTokens + read('tokens.css');

it('sizes follow the reader’s text size, not the page’s root', () => {
  expect(toShadowCss('a { margin: -0.25rem 1rem; gap: .5rem; width: 3em }')).toBe(
    'a { margin: calc(-0.25*var(--rem)) calc(1*var(--rem)); gap: calc(.5*var(--rem)); width: 3em }',
  );
});

it('dark colours follow the page, not the browser', () => {
  const css = toShadowCss('@media (prefers-color-scheme:dark){:root{--bg:#000}}');
  expect(css).toBe('.dark{--bg:#000}');
});

it('leaves nothing of the root, of rem and of the browser’s scheme in the tokens', () => {
  const css = toShadowCss(tokens);
  expect(css).not.toMatch(/:root|\drem\b|prefers-color-scheme/);
  expect(css).toContain('.dark{');
  expect(css).toContain('prefers-reduced-motion');
});

it('badges have all the tokens that their style names', () => {
  const named = [...read('card/badge.css').matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
  const ownOfEach = ['--pill'];
  expect(named.filter((name) => !ownOfEach.includes(`${name}`) && !badgeTokens.includes(`${name}:`))).toEqual([]);
  expect(named.length).toBeGreaterThan(10);
});
