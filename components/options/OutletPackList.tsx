// The outlets that the user imported, pack by pack; each pack can be removed.
import { useWords } from '../words/words.ts';
import type { OutletPackRow, Removal } from './options-state.ts';
import { findRemoved, RemovableList } from './RemovableList.tsx';
import { RemoveButton } from './RemoveButton.tsx';

type OutletPackListProps = { packs: readonly OutletPackRow[]; removal: Removal; onRemove: (name: string) => void };

export function OutletPackList({ packs, removal, onRemove }: OutletPackListProps) {
  const words = useWords();
  const rows = packs.map(({ name, date, outlets }) => ({
    id: name,
    content: (
      <>
        <span>
          <bdi>{name}</bdi> <span class="muted small">{words.count('outletPackLine', outlets, words.date(date))}</span>
        </span>
        <RemoveButton item={name} onRemove={() => onRemove(name)} />
      </>
    ),
  }));
  if (rows.length === 0 && findRemoved(removal, { list: 'outlet-packs', rows }) === null) return null;
  return (
    <div class="site-list">
      <h3>{words.text('outletPacksTitle')}</h3>
      <RemovableList list="outlet-packs" rows={rows} removal={removal} />
    </div>
  );
}
