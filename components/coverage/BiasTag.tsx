// An outlet's place on the scale as a small tag: always a word beside the colour.
import type { RatedOutlet } from '../../engine/schema.ts';
import { useWords, type Words } from '../words/words.ts';
import { STEPS } from './bias-names.ts';

export function BiasTag({ outlet }: { outlet: RatedOutlet }) {
  const words = useWords();
  return (
    <span class={`tag ${outlet.bias ? STEPS[outlet.bias.step].style : 'unrated'}`}>{nameBias(outlet, words)}</span>
  );
}

export function nameBias(outlet: Pick<RatedOutlet, 'bias'>, words: Words): string {
  return words.text(outlet.bias === null ? 'notRated' : STEPS[outlet.bias.step].name);
}
