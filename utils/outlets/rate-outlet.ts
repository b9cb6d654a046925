// Stores the user's own rating of an outlet with its date; the worker then recomputes what depends on it.
import { changeSetting } from '../settings.ts';

/** `bias`: −3 … +3; null removes the own rating. */
export async function rateOutlet(id: string, bias: number | null): Promise<void> {
  await changeSetting('ownBias', ({ [id]: _before, ...others }) =>
    bias === null ? others : { ...others, [id]: { bias, date: today() } },
  );
}

/** The date in the reader's time zone as ISO 8601, which is the Swedish format. */
export const today = () => new Date().toLocaleDateString('sv');
