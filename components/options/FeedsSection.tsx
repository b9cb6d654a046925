// Which feeds are polled and how often: editions, access, single feeds, and imported outlets.
import { EditionPicker } from '../feeds/EditionPicker.tsx';
import { FeedAccess } from '../feeds/FeedAccess.tsx';
import { FeedList } from '../feeds/FeedList.tsx';
import { useWords } from '../words/words.ts';
import { FileImport } from './FileImport.tsx';
import { NumberField } from './NumberField.tsx';
import { OutletPackList } from './OutletPackList.tsx';
import type { OptionsActions, OptionsSettings, OptionsState, Removal } from './options-state.ts';
import { Section } from './Section.tsx';

/** Id of the sentence that explains what feeds are for while a server answers. */
const SERVER_NOTICE = 'feeds-and-server';

type FeedsSectionProps = { settings: OptionsSettings; state: OptionsState; removal: Removal; actions: OptionsActions };

export function FeedsSection({ settings, state, removal, actions }: FeedsSectionProps) {
  const words = useWords();
  const chosen = state.feeds?.filter(({ isChosen }) => isChosen);
  const isResting = state.source?.mode === 'server' && !state.source.isFallBackOn;
  const restingBy = isResting ? SERVER_NOTICE : undefined;
  return (
    <Section id="feeds" title={words.text('feedsHeading')}>
      {state.source?.mode === 'server' && (
        <p class="notice" id={SERVER_NOTICE}>
          {words.text(state.source.isFallBackOn ? 'feedsBesideServer' : 'feedsResting')}
        </p>
      )}
      {chosen === undefined ? (
        <p class="muted">{words.text('loading')}</p>
      ) : (
        <FeedAccess
          chosen={chosen.length}
          allowed={chosen.filter(({ isAllowed }) => isAllowed).length}
          missingOrigins={state.missingOrigins}
          isStarted={settings.isOnboarded}
          wasRefused={state.refused === 'feeds'}
          onAllow={isResting ? null : actions.allowFeeds}
        />
      )}
      <label class={isResting ? 'check muted' : 'check'}>
        <input
          type="checkbox"
          checked={settings.isPollingOn}
          disabled={isResting}
          aria-describedby={restingBy}
          onChange={actions.togglePolling}
        />
        <span>{words.text('pollingSwitch')}</span>
      </label>
      <div class="fields">
        <NumberField
          label={words.text('pollMinutesLabel')}
          value={settings.pollMinutes}
          min={5}
          max={240}
          restingBy={restingBy}
          onChange={actions.setPollMinutes}
        />
        <NumberField
          label={words.text('feedLimitLabel')}
          value={settings.feedLimit}
          min={10}
          max={400}
          onChange={actions.setFeedLimit}
        />
      </div>
      {state.editions && (
        <EditionPicker editions={state.editions} selected={settings.editions} onToggle={actions.toggleEdition} />
      )}
      {state.feeds && <FeedList feeds={state.feeds} onToggle={actions.toggleFeed} />}
      <FileImport
        label={words.text('importOutlets')}
        accept=".json,application/json"
        state={state.outletImport}
        onFile={actions.importOutlets}
      />
      <OutletPackList packs={state.outletPacks ?? []} removal={removal} onRemove={actions.removeOutletPack} />
    </Section>
  );
}
