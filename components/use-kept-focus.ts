// Keeps the focus near its place when a render removes the element that had it.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Returns the ref for an element that stays; `findPlace` finds what in or near it gets the focus. */
export function useKeptFocus<Root extends HTMLElement>(
  findPlace: (root: Root) => HTMLElement | null,
): RefObject<Root | null> {
  const root = useRef<Root>(null);
  // Read during the render, before the focused element is removed.
  const hadFocus = root.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const { current } = root;
    if (hadFocus && current && !current.contains(document.activeElement)) focusQuietly(findPlace(current));
  });
  return root;
}

export const focusQuietly = (place: HTMLElement | null) => place?.focus({ preventScroll: true });
