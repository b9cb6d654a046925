// The editions that feeds are chosen from: the selected ones in sight, all others one step away.
import { useState } from 'preact/hooks';
import type { EditionRow } from '../options/options-state.ts';
import { useWords, type Words } from '../words/words.ts';

type EditionPickerProps = {
  editions: readonly EditionRow[];
  selected: readonly string[];
  onToggle: (id: string) => void;
};

export function EditionPicker({ editions, selected, onToggle }: EditionPickerProps) {
  const words = useWords();
  const named = editions.map((edition) => ({ edition, name: nameEdition(edition, words) }));
  // A box that was ticked stays where it is until the others are closed: moved, it would lose the keyboard's focus.
  const [places, setPlaces] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isInSight = ({ edition: { id } }: (typeof named)[number]) => places.get(id) ?? selected.includes(id);
  const chosen = named.filter(isInSight);
  const others = named.filter((one) => !isInSight(one)).sort((a, b) => a.name.localeCompare(b.name, words.locale));
  const toggle = (id: string) => {
    setPlaces(new Map(places).set(id, places.get(id) ?? selected.includes(id)));
    onToggle(id);
  };
  const toBox = ({ edition, name }: (typeof named)[number]) => (
    <label key={edition.id} class="check">
      <input type="checkbox" checked={selected.includes(edition.id)} onChange={() => toggle(edition.id)} />
      <span>{words.text('editionLabel', name, words.count('outletsCount', edition.outlets))}</span>
    </label>
  );
  return (
    <fieldset class="editions">
      <legend>{words.text('editionsTitle')}</legend>
      <div class="checks">{chosen.map(toBox)}</div>
      {others.length > 0 && (
        <details onToggle={(event) => !event.currentTarget.open && setPlaces(new Map())}>
          <summary>{words.text('editionsMore')}</summary>
          <div class="checks">{others.map(toBox)}</div>
        </details>
      )}
    </fieldset>
  );
}

function nameEdition(edition: EditionRow, words: Words): string {
  return edition.country === null ? words.text('editionWorld') : words.country(edition.country);
}
