// What the gallery can render: every state of every page, by name.
import type { ComponentChildren } from 'preact';
import { Card } from '../../../components/card/Card.tsx';
import type { CardState } from '../../../components/card/card-state.ts';
import { Onboarding } from '../../../components/onboarding/Onboarding.tsx';
import { Options } from '../../../components/options/Options.tsx';
import { Popup } from '../../../components/popup/Popup.tsx';
import { Story } from '../../../components/story/Story.tsx';
import type { BadgeStory } from '../../../utils/badges/badge-schema.ts';
import { createBadge, drawBadge } from '../../../utils/badges/overlay/badge-element.ts';
import { createBadgeWords } from '../../../utils/badges/overlay/badge-words.ts';
import { BADGE_STATES, CARD_STATES } from '../../support/ui/card-states.ts';
import {
  NO_ACTIONS,
  NO_CARD_ACTIONS,
  NO_ONBOARDING_ACTIONS,
  NO_OPTIONS_ACTIONS,
  NO_STORY_ACTIONS,
} from '../../support/ui/no-actions.ts';
import { ONBOARDING_STATES, OPTIONS_STATES, STORY_STATES } from '../../support/ui/page-states.ts';
import { POPUP_STATES } from '../../support/ui/popup-states.ts';
import type { createTestWords } from '../../support/ui/test-words.ts';

/** In real pages, card and badge are in a layer of their own; here they are in the gallery's page. */
const inPlace = { position: 'static', transform: 'none' } as const;

function drawCard(state: CardState) {
  return (
    <main>
      <div class="card" role="dialog" aria-labelledby="card-title" style={inPlace}>
        <Card state={state} actions={NO_CARD_ACTIONS} />
      </div>
    </main>
  );
}

function drawBadges(stories: readonly BadgeStory[], shownIn: Words) {
  const words = createBadgeWords(shownIn);
  const create = (story: BadgeStory, form: string, isOfPage = false) => {
    const badge = createBadge();
    drawBadge(badge, { story, headline: 'An invented headline', isOfPage, words });
    badge.classList.add('placed', ...form.split(' ').filter((name) => name !== ''));
    Object.assign(badge.style, inPlace);
    return badge;
  };
  const addTo = (list: HTMLElement | null) => {
    list?.replaceChildren(
      ...stories.flatMap((story) => [create(story, ''), create(story, '', true), create(story, 'narrow')]),
    );
  };
  return (
    <main>
      <h1>Badges</h1>
      <div ref={addTo} style={{ display: 'grid', gridTemplateColumns: 'repeat(3, max-content)', gap: '10px' }} />
    </main>
  );
}

type Words = ReturnType<typeof createTestWords>;
type Draw = (words: Words) => ComponentChildren;
type Views = Readonly<Record<string, Draw>>;

function viewsOf<State>(
  page: string,
  states: Readonly<Record<string, State>>,
  draw: (state: State, words: Words) => ComponentChildren,
): Views {
  return Object.fromEntries(
    Object.entries(states).map(([name, state]) => [`${page}/${name}`, (words: Words) => draw(state, words)]),
  );
}

export const VIEWS: Views = {
  ...viewsOf('popup', POPUP_STATES, (state) => <Popup state={state} actions={NO_ACTIONS} />),
  ...viewsOf('story', STORY_STATES, (state) => (
    <Story
      state={state}
      serverHost={state.serverHost ?? null}
      serverLocks={state.serverLocks ?? []}
      actions={NO_STORY_ACTIONS}
    />
  )),
  ...viewsOf('onboarding', ONBOARDING_STATES, (state) => <Onboarding state={state} actions={NO_ONBOARDING_ACTIONS} />),
  ...viewsOf('card', CARD_STATES, drawCard),
  ...viewsOf('badge', BADGE_STATES, drawBadges),
  ...viewsOf('options', OPTIONS_STATES, (state) => <Options state={state} actions={NO_OPTIONS_ACTIONS} />),
};
