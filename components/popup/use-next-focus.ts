// Moves the focus to a sensible place in the popup when the control that was pressed disappears.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PopupActions, PopupPage } from './popup-state.ts';

const FIRST_STEP = 'main a, main button';

/** Selectors of what gets the focus after an action: the control that undoes it, or else the first step offered. */
const AFTER = {
  confirmMatch: '.popup-footer .icon-button',
  separate: '.notice-separated button',
  unseparate: '.popup-footer .icon-button, .question .actions .button:last-child',
  toggleSite: '.switch',
  readAgain: FIRST_STEP,
  readAsArticle: FIRST_STEP,
  askServer: FIRST_STEP,
  allowSite: FIRST_STEP,
  allowEverySite: FIRST_STEP,
};
const AFTER_FAILURE = 'main button';

type NextFocusParts = {
  readonly root: RefObject<HTMLElement | null>;
  readonly status: PopupPage['status'];
  readonly actions: PopupActions;
};
type Step = keyof typeof AFTER;
type Pressed = { readonly control: Element; readonly next: string };

/** The same actions, which also move the focus. */
export function useNextFocus({ root, status, actions }: NextFocusParts): PopupActions {
  const pressed = useRef<Pressed | null>(null);
  // After every render, since the answer may come in several steps.
  useLayoutEffect(() => {
    if (pressed.current === null || pressed.current.control.isConnected) return;
    const place = root.current?.querySelector<HTMLElement>(status === 'failed' ? AFTER_FAILURE : pressed.current.next);
    const hasGoneOn = document.activeElement !== document.body;
    if (!place && !hasGoneOn) return;
    pressed.current = null;
    if (!hasGoneOn) place?.focus();
  });
  const handOn = (step: Step) => () => {
    pressed.current = document.activeElement && { control: document.activeElement, next: AFTER[step] };
    actions[step]();
  };
  return {
    ...actions,
    confirmMatch: handOn('confirmMatch'),
    separate: handOn('separate'),
    unseparate: handOn('unseparate'),
    toggleSite: handOn('toggleSite'),
    readAgain: handOn('readAgain'),
    readAsArticle: handOn('readAsArticle'),
    askServer: handOn('askServer'),
    allowSite: handOn('allowSite'),
    allowEverySite: handOn('allowEverySite'),
  };
}
