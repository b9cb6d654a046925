// What is known of one outlet, with every rating's rater, value, date and source.

import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { toBiasStep } from '../../engine/bias-scale.ts';
import { OWN_PACK_ID } from '../../engine/outlet/own-pack-id.ts';
import type { RatedOutlet, Rating } from '../../engine/schema.ts';
import { NewTabLink } from '../NewTabLink.tsx';
import { Sentence } from '../words/Sentence.tsx';
import { useWords, type Words } from '../words/words.ts';
import { STEPS } from './bias-names.ts';
import { OwnPlace } from './OwnPlace.tsx';
import { FACTUALITY_NAMES, OWNERSHIP_NAMES } from './outlet-names.ts';
import { RateOutlet } from './rate-outlet.ts';

export function OutletCard({ outlet }: { outlet: RatedOutlet }) {
  const words = useWords();
  const rate = useContext(RateOutlet);
  const own = outlet.ratings.find(isOwn);
  const ofRaters = outlet.ratings.filter((rating) => !isOwn(rating));
  return (
    <div class="outlet-card">
      {!outlet.isKnown && <p>{words.text('outletUnknown')}</p>}
      <dl>
        <Fact term={words.text('biasRangeLabel')}>{describeBias(outlet, words)}</Fact>
        {outlet.factuality && (
          <Fact term={words.text('factualityLabel')}>{words.text(FACTUALITY_NAMES[outlet.factuality])}</Fact>
        )}
        {outlet.isKnown && (
          <Fact term={words.text('ownershipLabel')}>{words.text(OWNERSHIP_NAMES[outlet.ownership])}</Fact>
        )}
        {outlet.owner !== null && (
          <Fact term={words.text('ownerLabel')}>
            <bdi>{outlet.owner}</bdi>
          </Fact>
        )}
      </dl>
      {ofRaters.length > 0 && (
        <>
          <p class="card-title">{words.text('ratingsTitle')}</p>
          <ul>
            {ofRaters.map((rating) => (
              <RatingLine key={rating.packId} rating={rating} />
            ))}
          </ul>
        </>
      )}
      {rate && (
        <p class="own-place">
          <b aria-hidden="true">{words.text('ownHeading')}</b>
          <OwnPlace outlet={outlet} place={own?.bias ?? null} onRate={(place) => rate(outlet.id, place)} />
        </p>
      )}
    </div>
  );
}

const isOwn = ({ packId }: Rating) => packId === OWN_PACK_ID;

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function RatingLine({ rating }: { rating: Rating }) {
  const words = useWords();
  const isLink = /^https?:\/\//.test(rating.source);
  return (
    <li>
      <Sentence
        id="labeled"
        values={[
          <bdi key="rater">{rating.rater}</bdi>,
          <b key="value">{words.text('ratingLine', rating.value, words.date(rating.date))}</b>,
        ]}
      />{' '}
      {isLink ? (
        <NewTabLink href={rating.source}>{words.text('ratingSource')}</NewTabLink>
      ) : (
        <span class="muted">{rating.source}</span>
      )}
    </li>
  );
}

function describeBias({ bias, ratings }: RatedOutlet, words: Words): string {
  if (bias === null) return words.text('biasNone');
  if (ratings.some(isOwn)) {
    return words.text('biasOwn', words.text(STEPS[bias.step].name));
  }
  const name = words.text(STEPS[bias.step].name);
  const [low, high] = [toBiasStep(bias.low), toBiasStep(bias.high)];
  if (low === high) return words.count('biasAgreed', bias.raters, name);
  const ends = [words.text(STEPS[low].name), words.text(STEPS[high].name)];
  return words.text('biasMean', name, words.number(bias.raters), ...ends);
}
