// Keeps the user's own place for an outlet with the day it was given; the worker then rates and answers anew.
import { changeSetting } from '../settings.ts';

/** −3 … +3; null takes the own place away. */
export async function rateOutlet(id: string, bias: number | null): Promise<void> {
  await changeSetting('ownBias', ({ [id]: _before, ...others }) =>
    bias === null ? others : { ...others, [id]: { bias, date: today() } },
  );
}

/** The reader's day, in the order of ISO 8601, which Sweden writes. */
export const today = () => new Date().toLocaleDateString('sv');
