// What the gallery can draw: every state of every page, by name.
import type { ComponentChildren } from 'preact';
import { Onboarding } from '../../../components/onboarding/Onboarding.tsx';
import { Options } from '../../../components/options/Options.tsx';
import { Popup } from '../../../components/popup/Popup.tsx';
import { Story } from '../../../components/story/Story.tsx';
import {
  NO_ACTIONS,
  NO_ONBOARDING_ACTIONS,
  NO_OPTIONS_ACTIONS,
  NO_STORY_ACTIONS,
} from '../../support/ui/no-actions.ts';
import { ONBOARDING_STATES, OPTIONS_STATES, STORY_STATES } from '../../support/ui/page-states.ts';
import { POPUP_STATES } from '../../support/ui/popup-states.ts';

type Views = Readonly<Record<string, () => ComponentChildren>>;

function viewsOf<State>(
  page: string,
  states: Readonly<Record<string, State>>,
  draw: (state: State) => ComponentChildren,
) {
  return Object.fromEntries(Object.entries(states).map(([name, state]) => [`${page}/${name}`, () => draw(state)]));
}

export const VIEWS: Views = {
  ...viewsOf('popup', POPUP_STATES, (state) => <Popup state={state} actions={NO_ACTIONS} />),
  ...viewsOf('story', STORY_STATES, (state) => (
    <Story state={state} serverHost={state.serverHost ?? null} actions={NO_STORY_ACTIONS} />
  )),
  ...viewsOf('onboarding', ONBOARDING_STATES, (state) => <Onboarding state={state} actions={NO_ONBOARDING_ACTIONS} />),
  ...viewsOf('options', OPTIONS_STATES, (state) => <Options state={state} actions={NO_OPTIONS_ACTIONS} />),
};
