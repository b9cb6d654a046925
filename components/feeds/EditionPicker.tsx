// The editions that feeds are chosen from: the selected ones in sight, all others one step away.
import { useState } from 'preact/hooks';
import type { EditionRow } from '../options/options-state.ts';
import { Parts } from '../words/Parts.tsx';
import { useWords, type Words } from '../words/words.ts';

type EditionPickerProps = {
  editions: readonly EditionRow[];
  selected: readonly string[];
  onToggle: (id: string) => void;
};

export function EditionPicker({ editions, selected, onToggle }: EditionPickerProps) {
  const words = useWords();
  // A checked box stays in place until the list is collapsed: moved in the document, it would lose the focus.
  const [places, setPlaces] = useState<ReadonlyMap<string, boolean>>(new Map());
  // A chosen edition is listed even if the registry has too few outlets for it by now, so that it can be unchecked.
  const listed = new Set(editions.map(({ id }) => id));
  const gone = [...new Set([...selected, ...places.keys()])].filter((id) => !listed.has(id));
  const named = [
    ...editions.map((edition) => nameEdition(edition, words)),
    ...gone.map((id) => ({ id, name: words.country(id.toUpperCase()), note: words.text('editionGone') })),
  ];
  const isInSight = ({ id }: NamedEdition) => places.get(id) ?? selected.includes(id);
  const chosen = named.filter(isInSight);
  const others = named.filter((one) => !isInSight(one)).sort((a, b) => a.name.localeCompare(b.name, words.locale));
  const toggle = (id: string) => {
    setPlaces(new Map(places).set(id, places.get(id) ?? selected.includes(id)));
    onToggle(id);
  };
  const toBox = ({ id, name, note }: NamedEdition) => (
    <label key={id} class="check">
      <input type="checkbox" checked={selected.includes(id)} onChange={() => toggle(id)} />
      <span>
        <Parts>{[name, note]}</Parts>
      </span>
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

type NamedEdition = { readonly id: string; readonly name: string; readonly note: string };

function nameEdition({ id, country, outlets }: EditionRow, words: Words): NamedEdition {
  const name = country === null ? words.text('editionWorld') : words.country(country);
  return { id, name, note: words.count('outletsCount', outlets) };
}
