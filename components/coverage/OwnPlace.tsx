// The user's own rating of an outlet: one of the seven steps, or none, which leaves it where raters put it.
import { useEffect, useState } from 'preact/hooks';
import { BIAS_STEPS, toBiasStep, toPlace } from '../../engine/bias-scale.ts';
import { OWN_PACK_ID } from '../../engine/outlet/own-pack-id.ts';
import type { Rating } from '../../engine/schema.ts';
import { useWords } from '../words/words.ts';
import { STEPS } from './bias-names.ts';

type OwnPlaceProps = {
  outlet: { readonly name: string; readonly ratings: readonly Rating[] };
  /** −3 … +3; null if the user gave none. */
  place: number | null;
  onRate: (place: number | null) => void;
};

export function OwnPlace({ outlet: { name, ratings }, place, onRate }: OwnPlaceProps) {
  const words = useWords();
  // Shown until the worker has caught up: every render in between would put the control back.
  const [choice, setChoice] = useState<{ readonly place: number | null } | null>(null);
  useEffect(() => setChoice(null), [place]);
  const shown = choice === null ? place : choice.place;
  const onChange = (value: string) => {
    const step = BIAS_STEPS.find((known) => known === value);
    const chosen = step === undefined ? null : toPlace(step);
    setChoice({ place: chosen });
    onRate(chosen);
  };
  return (
    <select
      aria-label={words.text('ownPlace', name)}
      value={shown === null ? '' : toBiasStep(shown)}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{words.text(ratings.some(isPlacing) ? 'ownNone' : 'notRated')}</option>
      {BIAS_STEPS.map((step) => (
        <option key={step} value={step}>
          {words.text(STEPS[step].name)}
        </option>
      ))}
    </select>
  );
}

/** Ratings that an own rating overrides: raters' ratings of bias, not of factual reporting. */
export const isPlacing = ({ packId, bias }: Rating) => packId !== OWN_PACK_ID && bias !== null;
