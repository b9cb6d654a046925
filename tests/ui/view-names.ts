// The names of all views, for tests that cover every one of them.
import { BADGE_STATES, CARD_STATES } from '../support/ui/card-states.ts';
import { ONBOARDING_STATES, OPTIONS_STATES, STORY_STATES } from '../support/ui/page-states.ts';
import { POPUP_STATES } from '../support/ui/popup-states.ts';

const PAGES = {
  popup: POPUP_STATES,
  story: STORY_STATES,
  onboarding: ONBOARDING_STATES,
  options: OPTIONS_STATES,
  card: CARD_STATES,
  badge: BADGE_STATES,
};

export const VIEW_NAMES: readonly string[] = Object.entries(PAGES).flatMap(([page, states]) =>
  Object.keys(states).map((name) => `${page}/${name}`),
);
