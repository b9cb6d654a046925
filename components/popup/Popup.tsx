// The whole popup: header, notices and the state of the page.
import { useRef } from 'preact/hooks';
import { RateOutlet } from '../coverage/rate-outlet.ts';
import { LatestLink } from '../LatestLink.tsx';
import { SpokenState } from '../SpokenState.tsx';
import { AlwaysOffer } from './AlwaysOffer.tsx';
import { BadgesSwitch } from './BadgesSwitch.tsx';
import { Notices } from './Notices.tsx';
import { OpenOutlet } from './OpenOutlet.tsx';
import { OutletStories } from './OutletStories.tsx';
import { PlainPage } from './PlainPage.tsx';
import { PopupHeader } from './PopupHeader.tsx';
import type { PopupActions, PopupPage, PopupState } from './popup-state.ts';
import { StoryPage } from './StoryPage.tsx';
import { useNextFocus } from './use-next-focus.ts';

/** States without a story in which there is nothing to do or to wait for; they link to the latest stories. */
const WITHOUT_STORY: ReadonlySet<PopupPage['status']> = new Set([
  'unsupported',
  'not-article',
  'too-old',
  'uncovered',
  'uncovered-by-server',
]);

const isStory = (page: PopupPage) => page.status === 'covered' || page.status === 'possible';

export function Popup({ state, actions: given }: { state: PopupState; actions: PopupActions }) {
  const { page, site, isPrivate } = state;
  const root = useRef<HTMLDivElement>(null);
  const actions = useNextFocus({ root, status: page.status, actions: given });
  return (
    <RateOutlet.Provider value={isPrivate ? null : actions.rateOutlet}>
      <div ref={root} class="popup">
        <PopupHeader
          serverHost={state.serverHost}
          isDeviceInstead={state.notices.some(({ kind }) => kind === 'device-instead')}
          site={isPrivate ? null : site}
          actions={actions}
        />
        <SpokenState articles={page.status === 'covered' ? page.coverage.story.articles : null} />
        <Notices notices={state.notices} serverLocks={state.serverLocks} actions={actions} />
        {isStory(page) ? (
          <StoryPage
            key={page.coverage.story.id}
            state={page}
            outlet={state.outlet}
            isPrivate={isPrivate}
            actions={actions}
          />
        ) : (
          <main>
            <PlainPage
              state={page}
              site={site}
              isPrivate={isPrivate}
              serverHost={state.serverHost}
              serverLocks={state.serverLocks}
              actions={actions}
            />
            {/* Above the outlet, which arrives a moment later and would push the link away from under the pointer. */}
            {!isPrivate && WITHOUT_STORY.has(page.status) && (
              <p class="latest-link">
                <LatestLink href={actions.toStoryHref(null)} />
              </p>
            )}
            {state.outlet && <OpenOutlet outlet={state.outlet} />}
            {page.status === 'not-article' && !page.isOutletAwaited && (
              <OutletStories
                host={site?.host ?? ''}
                stories={page.stories}
                toStoryHref={isPrivate ? null : actions.toStoryHref}
              />
            )}
          </main>
        )}
        {site !== null && state.badges !== null && (
          <BadgesSwitch host={site.host} density={state.badges} actions={actions} />
        )}
        {site !== null && state.offer !== null && (
          <AlwaysOffer host={site.host} offer={state.offer} onAllow={actions.allowSite} />
        )}
      </div>
    </RateOutlet.Provider>
  );
}
