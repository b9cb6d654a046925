// Keeps the keyboard in its place where a drawing takes away the control it was on.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** For the element that stays: `findPlace` says what in it, or near it, goes on with the keyboard. */
export function useKeptKeyboard<Root extends HTMLElement>(
  findPlace: (root: Root) => HTMLElement | null,
): RefObject<Root | null> {
  const root = useRef<Root>(null);
  // Asked before it is drawn anew, and the control with it.
  const hadKeyboard = root.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const { current } = root;
    if (hadKeyboard && current && !current.contains(document.activeElement)) focusQuietly(findPlace(current));
  });
  return root;
}

export const focusQuietly = (place: HTMLElement | null) => place?.focus({ preventScroll: true });
