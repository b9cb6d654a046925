// Each page of the extension has a title that distinguishes its tab.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { Onboarding } from '../../../components/onboarding/Onboarding.tsx';
import { Options } from '../../../components/options/Options.tsx';
import { Story } from '../../../components/story/Story.tsx';
import { NO_ONBOARDING_ACTIONS, NO_OPTIONS_ACTIONS, NO_STORY_ACTIONS } from '../../support/ui/no-actions.ts';
import { ONBOARDING_STATES, OPTIONS, STORY_STATES } from '../../support/ui/page-states.ts';
import { draw } from './draw.tsx';

const onboarding = ONBOARDING_STATES.choices ?? expect.fail('no such state');
const story = (name: string) => (
  <Story
    state={STORY_STATES[name] ?? expect.fail(`no such state: ${name}`)}
    serverHost={null}
    serverLocks={[]}
    actions={NO_STORY_ACTIONS}
  />
);

it.each([
  ['the settings', <Options key="0" state={OPTIONS} actions={NO_OPTIONS_ACTIONS} />, 'Settings – Parallax'],
  [
    'onboarding',
    <Onboarding key="1" state={onboarding} actions={NO_ONBOARDING_ACTIONS} />,
    'See who else covers what you read – Parallax',
  ],
  ['a story', story('shown'), 'Ferry crossings halted after pier collapse in Northmark – Parallax'],
  ['a story that is gone', story('missing'), 'This story is no longer stored – Parallax'],
  ['the latest stories', story('latest'), 'Latest stories that several outlets cover – Parallax'],
  ['a story that is being fetched', story('loading'), 'Parallax'],
])('%s', (_, page, title) => {
  draw(page);
  expect(document.title).toBe(title);
});
