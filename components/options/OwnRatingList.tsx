// The outlets that the reader gave a place of their own, each of which can go back to the raters'.
import { STEPS, toStep } from '../coverage/bias-names.ts';
import { useWords } from '../words/words.ts';
import type { OwnRatingRow } from './options-state.ts';
import { RemoveButton } from './RemoveButton.tsx';

type OwnRatingListProps = { rated: readonly OwnRatingRow[]; onRemove: (id: string) => void };

export function OwnRatingList({ rated, onRemove }: OwnRatingListProps) {
  const words = useWords();
  if (rated.length === 0) return null;
  return (
    <div class="site-list">
      <h3>{words.text('ownListTitle')}</h3>
      <ul>
        {rated.map(({ id, name, host, bias }) => (
          <li key={id}>
            <span class="grow">
              <bdi>{name}</bdi>{' '}
              {host !== name && (
                <span class="muted small" dir="ltr">
                  {host}
                </span>
              )}
            </span>
            <span>{words.text(STEPS[toStep(bias)].name)}</span>
            <RemoveButton item={name} onRemove={() => onRemove(id)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
