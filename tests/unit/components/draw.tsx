// Renders a component with the texts of a locale into the test's document.

import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { WordsProvider } from '../../../components/words/words.ts';
import { createTestWords } from '../../support/ui/test-words.ts';

export function draw(children: ComponentChildren, locale = 'en'): HTMLElement {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  drawAgain(root, children, locale);
  return root;
}

/** Renders it again in place, with other props. */
export function drawAgain(root: HTMLElement, children: ComponentChildren, locale = 'en'): void {
  act(() => render(<WordsProvider value={createTestWords(locale)}>{children}</WordsProvider>, root));
}

export const textOf = (element: Element | null): string =>
  (element?.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();

/** A control's accessible name; for one without text, its title. */
export const nameOf = (element: Element | null): string =>
  element?.getAttribute('aria-label') ?? (textOf(element) || (element?.getAttribute('title') ?? ''));

export function findButton(root: Element, name: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>('button, a')].find((element) => nameOf(element) === name);
  if (found === undefined) throw new Error(`no button or link is called “${name}”`);
  return found;
}
