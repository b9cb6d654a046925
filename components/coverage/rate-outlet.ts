// How a reader gives an outlet a place of their own where the outlet is told of; null where none can be kept.
import { createContext } from 'preact';
import type { OutletId } from '../../engine/ids.ts';

/** −3 … +3; null takes the own place away. */
export type RateOutlet = (id: OutletId, place: number | null) => void;

export const RateOutlet = createContext<RateOutlet | null>(null);
