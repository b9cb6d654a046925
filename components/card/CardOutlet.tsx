// What raters say of the outlet that a badge's link leads to: each value with its raters and their dates.
import type { ComponentChildren } from 'preact';
import { keepLatestOfEachRater } from '../../engine/outlet/latest-ratings.ts';
import { OWN_PACK_ID } from '../../engine/outlet/own-pack-id.ts';
import type { RatedOutlet, Rating } from '../../engine/schema.ts';
import { STEPS } from '../coverage/bias-names.ts';
import { LabelTag } from '../coverage/OutletLabels.tsx';
import { FACTUALITY_NAMES } from '../coverage/outlet-names.ts';
import { Sentence } from '../words/Sentence.tsx';
import { useWords } from '../words/words.ts';

export function CardOutlet({ outlet }: { outlet: RatedOutlet }) {
  const words = useWords();
  const { bias, factuality, labels, ratings } = outlet;
  const isOwn = ratings.some(({ packId }) => packId === OWN_PACK_ID);
  /** With the raters and the years of their values; the story's own page has whole dates. */
  const describe = (name: ComponentChildren, has: (rating: Rating) => boolean) => {
    const raters = listCounted(ratings)
      .filter(has)
      .map(({ rater, date }) => `${rater}\u00a0${date.slice(0, 4)}`);
    return raters.length === 0 ? name : <Sentence id="ratingLine" values={[name, words.list(raters)]} />;
  };
  return (
    <dl class="card-outlet xs">
      <dt>
        <Sentence id="aboutOutlet" values={[<bdi key="outlet">{outlet.name}</bdi>]} />
      </dt>
      {bias !== null && (
        <dd>
          {isOwn
            ? words.text('biasOwn', words.text(STEPS[bias.step].name))
            : describe(words.text(STEPS[bias.step].name), (rating) => rating.bias !== null)}
        </dd>
      )}
      {factuality !== null && (
        <dd>
          <Sentence
            id="labeled"
            values={[
              words.text('factualityLabel'),
              describe(words.text(FACTUALITY_NAMES[factuality]), (rating) => rating.factuality !== null),
            ]}
          />
        </dd>
      )}
      {labels.map((label) => (
        <dd key={label}>{describe(<LabelTag label={label} />, (rating) => rating.label === label)}</dd>
      ))}
    </dl>
  );
}

/** Of each rater only the latest rating counts; those of bias and of factual reporting do not replace each other. */
function listCounted(ratings: readonly Rating[]): readonly Rating[] {
  const ofBias = ratings.filter(({ factuality }) => factuality === null);
  const ofFactuality = ratings.filter(({ factuality }) => factuality !== null);
  return [...keepLatestOfEachRater(ofBias), ...keepLatestOfEachRater(ofFactuality)];
}
