// What the gallery can draw: every state of every page, by name.
import type { ComponentChildren } from 'preact';
import { Popup } from '../../../components/popup/Popup.tsx';
import { NO_ACTIONS } from '../../support/ui/no-actions.ts';
import { POPUP_STATES } from '../../support/ui/popup-states.ts';

export const VIEWS: Readonly<Record<string, () => ComponentChildren>> = Object.fromEntries(
  Object.entries(POPUP_STATES).map(([name, state]) => [
    `popup/${name}`,
    () => <Popup state={state} actions={NO_ACTIONS} />,
  ]),
);
