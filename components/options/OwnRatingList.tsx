// The outlets that the user rated: each rating can be removed, and all can be saved as a file.
import { toBiasStep } from '../../engine/bias-scale.ts';
import { Button } from '../Button.tsx';
import { STEPS } from '../coverage/bias-names.ts';
import { useWords } from '../words/words.ts';
import type { OwnRatingRow, Removal } from './options-state.ts';
import { findRemoved, RemovableList } from './RemovableList.tsx';
import { RemoveButton } from './RemoveButton.tsx';

type OwnRatingListProps = {
  rated: readonly OwnRatingRow[];
  removal: Removal;
  onRemove: (id: string) => void;
  onSave: (name: string) => void;
};

export function OwnRatingList({ rated, removal, onRemove, onSave }: OwnRatingListProps) {
  const words = useWords();
  const rows = rated.map(({ id, name, host, bias, date }) => ({
    id,
    content: (
      <>
        <span class="grow">
          <bdi class="outlet-name">{name}</bdi>{' '}
          {host !== name && (
            <span class="muted small" dir="ltr">
              {host}
            </span>
          )}
        </span>
        {date !== null && <span class="muted small">{words.date(date)}</span>}
        <span class={`tag ${STEPS[toBiasStep(bias)].style}`}>{words.text(STEPS[toBiasStep(bias)].name)}</span>
        <RemoveButton item={name} onRemove={() => onRemove(id)} />
      </>
    ),
  }));
  if (rows.length === 0 && findRemoved(removal, { list: 'own-ratings', rows }) === null) return null;
  return (
    <div class="site-list">
      <h3>{words.text('ownListTitle')}</h3>
      <RemovableList list="own-ratings" rows={rows} removal={removal} />
      {rows.length > 0 && (
        <div class="own-file">
          <Button onClick={() => onSave(words.text('ownFileName'))}>{words.text('ownSave')}</Button>
          <p class="small muted">{words.text('ownSaveText')}</p>
        </div>
      )}
    </div>
  );
}
