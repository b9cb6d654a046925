// How components with an outlet let the user rate it; null where ratings cannot be stored.
import { createContext } from 'preact';
import type { OutletId } from '../../engine/ids.ts';

/** −3 … +3; null removes the own rating. */
export type RateOutlet = (id: OutletId, place: number | null) => void;

export const RateOutlet = createContext<RateOutlet | null>(null);
