// The options page: all settings in sections, with a list of the sections beside them.
import { Logo } from '../Logo.tsx';
import { usePageTitle } from '../use-page-title.ts';
import { useWords } from '../words/words.ts';
import { AboutSection } from './AboutSection.tsx';
import { BadgesSection } from './BadgesSection.tsx';
import { BlindspotsSection } from './BlindspotsSection.tsx';
import { DataSection } from './DataSection.tsx';
import { FeedsSection } from './FeedsSection.tsx';
import { LedgerSection } from './LedgerSection.tsx';
import { OwnRatingSection } from './OwnRatingSection.tsx';
import type { OptionsActions, OptionsState } from './options-state.ts';
import { RatingsSection } from './RatingsSection.tsx';
import { ReadingSection } from './ReadingSection.tsx';
import { SectionList } from './SectionList.tsx';
import { SourceSection } from './SourceSection.tsx';

export function Options({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const words = useWords();
  usePageTitle(words.text('settings'));
  const { settings } = state;
  const removal = { removed: state.removed, undo: actions.undoRemoval };
  return (
    <div class="page options">
      <header class="page-header">
        <Logo />
        <h1>
          {words.text('extensionName')} <span class="muted">{words.text('settings')}</span>
        </h1>
      </header>
      <SectionList />
      <main>
        {settings === null ? (
          <p class="muted">{words.text('loading')}</p>
        ) : (
          <>
            <ReadingSection
              settings={settings}
              isAllowed={state.isReadingAllowed}
              wasRefused={state.refused === 'reading'}
              removal={removal}
              actions={actions}
            />
            <BadgesSection settings={settings} removal={removal} actions={actions} />
            {state.source && <SourceSection choice={state.source} test={state.serverTest} actions={actions.source} />}
            <FeedsSection settings={settings} state={state} removal={removal} actions={actions} />
            <RatingsSection state={state} removal={removal} actions={actions} />
            <OwnRatingSection
              found={state.found}
              rated={state.ownRatings ?? []}
              removal={removal}
              loaded={state.ownImport}
              actions={actions}
            />
            <BlindspotsSection
              thresholds={settings.blindspotThresholds}
              isServerAsked={state.source?.mode === 'server'}
              actions={actions}
            />
            <DataSection settings={settings} state={state} actions={actions} />
            {state.ledger && (
              <LedgerSection
                ledger={state.ledger}
                keepsNothing={state.source?.keepsNothing ?? false}
                actions={actions.source}
              />
            )}
          </>
        )}
        <AboutSection version={state.version} />
      </main>
    </div>
  );
}
