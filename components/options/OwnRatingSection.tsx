// The user's own rating of an outlet: find the outlet, see what raters say, choose a step or go back to theirs.
import { Button } from '../Button.tsx';
import { isPlacing, OwnPlace } from '../coverage/OwnPlace.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';
import { Parts } from '../words/Parts.tsx';
import { useWords } from '../words/words.ts';
import { FileImport } from './FileImport.tsx';
import { OwnRatingList } from './OwnRatingList.tsx';
import type {
  FoundOutlet,
  FoundOutlets,
  OptionsActions,
  OwnImportState,
  OwnRatingRow,
  Removal,
} from './options-state.ts';
import { Section } from './Section.tsx';

type OwnRatingSectionProps = {
  found: FoundOutlets | null;
  rated: readonly OwnRatingRow[];
  removal: Removal;
  loaded: OwnImportState | null;
  actions: OptionsActions;
};

export function OwnRatingSection({ found, rated, removal, loaded, actions }: OwnRatingSectionProps) {
  const words = useWords();
  const root = useKeptFocus<HTMLDivElement>((place) => place.querySelector('input'));
  return (
    <Section id="own" title={words.text('ownHeading')}>
      <p>{words.text('ownIntro')}</p>
      <label>
        <span class="field-label">{words.text('ownSearch')}</span>
        <input type="search" onInput={(event) => actions.findOutlets(event.currentTarget.value)} />
      </label>
      <div role="status">{found && <FoundNote found={found} />}</div>
      <ul class="own-list">
        {found?.outlets.map((outlet) => (
          <li key={outlet.id}>
            <OwnRating outlet={outlet} onRate={(bias) => actions.rateOutlet(outlet.id, bias)} />
          </li>
        ))}
      </ul>
      <OwnRatingList
        rated={rated}
        removal={removal}
        onRemove={actions.removeOwnRating}
        onSave={actions.saveOwnRatings}
      />
      <div ref={root}>
        <FileImport
          label={words.text('ownLoad')}
          accept=".csv,text/csv"
          state={loaded}
          onFile={actions.loadOwnRatings}
        />
        {loaded?.status === 'taken' && loaded.entries > 0 && (
          <Button onClick={actions.takeBackOwnRatings}>{words.text('undo')}</Button>
        )}
      </div>
    </Section>
  );
}

function FoundNote({ found: { outlets, total } }: { found: FoundOutlets }) {
  const words = useWords();
  if (total === 0) return <p class="muted">{words.text('ownNotFound')}</p>;
  if (total === outlets.length) return null;
  return <p class="small muted">{words.text('ownFoundPart', words.number(outlets.length), words.number(total))}</p>;
}

function OwnRating({ outlet, onRate }: { outlet: FoundOutlet; onRate: (bias: number | null) => void }) {
  const words = useWords();
  const ofRaters = outlet.ratings.filter(isPlacing);
  return (
    <div class="own-rating">
      <div class="grow">
        <bdi class="outlet-name">{outlet.name}</bdi>{' '}
        <span class="muted small" dir="ltr">
          {outlet.host}
        </span>
        <p class="small muted">
          <Parts>
            {ofRaters.length === 0
              ? words.text('notRated')
              : ofRaters.map(({ rater, value, date }) =>
                  words.text('labeled', rater, words.text('ratingLine', value, words.date(date))),
                )}
          </Parts>
        </p>
      </div>
      <OwnPlace outlet={outlet} place={outlet.ownBias} onRate={onRate} />
    </div>
  );
}
