// What raters call an outlet besides its place ("satire"). Beside its name, not inside its card: nobody should have to open that.
import type { OutletLabel, RatedOutlet } from '../../engine/schema.ts';
import { useWords } from '../words/words.ts';
import { LABEL_NAMES } from './outlet-names.ts';

export function OutletLabels({ outlet }: { outlet: RatedOutlet }) {
  return (
    <>
      {outlet.labels.map((label) => (
        <LabelTag key={label} label={label} />
      ))}
    </>
  );
}

export function LabelTag({ label }: { label: OutletLabel }) {
  const words = useWords();
  return (
    <span class={label === 'pro-science' ? 'tag label' : 'tag label label-warn'}>{words.text(LABEL_NAMES[label])}</span>
  );
}
