// The outlets that the user imported, pack by pack; each pack can be removed.
import { useWords } from '../words/words.ts';
import type { OutletPackRow } from './options-state.ts';
import { RemoveButton } from './RemoveButton.tsx';

type OutletPackListProps = { packs: readonly OutletPackRow[]; onRemove: (name: string) => void };

export function OutletPackList({ packs, onRemove }: OutletPackListProps) {
  const words = useWords();
  if (packs.length === 0) return null;
  return (
    <div class="site-list">
      <h3>{words.text('outletPacksTitle')}</h3>
      <ul>
        {packs.map(({ name, date, outlets }) => (
          <li key={name}>
            <span>
              <bdi>{name}</bdi> <span class="muted small">{words.count('outletPackLine', outlets, date)}</span>
            </span>
            <RemoveButton item={name} onRemove={() => onRemove(name)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
