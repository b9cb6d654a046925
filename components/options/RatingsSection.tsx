// The rating packs with their raters, dates and terms: switched on and off, imported and removed.
import { useId } from 'preact/hooks';
import { SetByOrganisation } from '../source/SetByOrganisation.tsx';
import { Parts } from '../words/Parts.tsx';
import { Sentence } from '../words/Sentence.tsx';
import { useWords } from '../words/words.ts';
import { FileImport } from './FileImport.tsx';
import type { OptionsActions, OptionsState, PackRow, Removal } from './options-state.ts';
import { RemovableList } from './RemovableList.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { Section } from './Section.tsx';

type RatingsSectionProps = { state: OptionsState; removal: Removal; actions: OptionsActions };

export function RatingsSection({ state, removal, actions }: RatingsSectionProps) {
  const words = useWords();
  const rows = (state.packs ?? []).map((pack) => ({ id: pack.id, content: <Pack pack={pack} actions={actions} /> }));
  return (
    <Section id="ratings" title={words.text('ratingsHeading')}>
      <p>
        {words.text('ratingsIntro')}{' '}
        <Sentence
          id="ratingsOwn"
          values={[
            <a key="own" href="#own">
              {words.text('ownHeading')}
            </a>,
          ]}
        />
      </p>
      {state.packs === null && <p class="muted">{words.text('loading')}</p>}
      <RemovableList class="packs" list="packs" rows={rows} removal={removal} />
      <FileImport
        label={words.text('importRatings')}
        text={words.text('importRatingsText')}
        accept=".json,.csv,application/json,text/csv"
        state={state.ratingImport}
        onFile={actions.importRatings}
      />
    </Section>
  );
}

function Pack({ pack, actions }: { pack: PackRow; actions: OptionsActions }) {
  const words = useWords();
  const id = useId();
  const axis = words.text(pack.rates === 'bias' ? 'biasRangeLabel' : 'factualityLabel');
  return (
    <div class="pack">
      <label class="check grow">
        <input
          type="checkbox"
          checked={pack.isOn}
          disabled={pack.isLocked}
          aria-labelledby={`${id}name`}
          aria-describedby={`${id}facts`}
          onChange={() => actions.togglePack(pack)}
        />
        <span>
          <span id={`${id}name`}>
            <b>{pack.name}</b>{' '}
            {!pack.isShipped && !pack.isManaged && <span class="tag label">{words.text('packImported')}</span>}
          </span>
          <span class="choice-text" id={`${id}facts`}>
            <Parts>{[pack.rater, words.count('packRates', pack.entries, axis, words.date(pack.date))]}</Parts>
          </span>
        </span>
      </label>
      {pack.isLocked && <SetByOrganisation />}
      {!pack.isShipped && !pack.isManaged && (
        <RemoveButton item={pack.name} onRemove={() => actions.removePack(pack.id)} />
      )}
      <details>
        <summary>{words.text('packTerms')}</summary>
        <p>{pack.terms}</p>
        <p>{pack.source}</p>
      </details>
    </div>
  );
}
