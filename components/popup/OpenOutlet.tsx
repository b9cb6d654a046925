// What raters say of the open page's outlet, where no report of a story says it.
import { RatingLine } from '../coverage/OutletCard.tsx';
import { Sentence } from '../words/Sentence.tsx';
import { useWords } from '../words/words.ts';
import type { OutletRatings } from './popup-state.ts';

export function OpenOutlet({ name, ratings }: OutletRatings) {
  const words = useWords();
  return (
    <section class="outlet-card open-outlet">
      <h2 class="card-title">
        <Sentence id="ratingsOf" values={[<bdi key="name">{name}</bdi>]} />
      </h2>
      {ratings.length === 0 ? (
        <p>{words.text('biasNone')}</p>
      ) : (
        <ul>
          {ratings.map((rating) => (
            <RatingLine key={rating.packId} rating={rating} />
          ))}
        </ul>
      )}
    </section>
  );
}
