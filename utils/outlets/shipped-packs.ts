// Loads the outlet and rating packs that ship with the extension.
import type { OutletPack, RatingPack } from '../../engine/schema.ts';
import { browser } from '../browser.ts';

const OUTLETS_FILE = '/data/outlets.json';

/** Ids are file names in public/data/ratings; tests/repo checks that the folder contains exactly these. */
export const SHIPPED_RATING_PACKS = [
  'mbfc-2024-bias',
  'mbfc-2024-factuality',
  'allsides-2019',
  'adfontes-2019',
] as const;

/** Not parsed here: tests check the schemas of our own files, so that readers do not wait for that at each start. */
async function readPackaged<Pack>(path: string): Promise<Pack> {
  const response = await fetch(browser.runtime.getURL(path));
  return response.json();
}

export const readShippedOutlets = (): Promise<OutletPack> => readPackaged(OUTLETS_FILE);

export const readShippedRatings = (): Promise<RatingPack[]> =>
  Promise.all(SHIPPED_RATING_PACKS.map((id) => readPackaged<RatingPack>(`/data/ratings/${id}.json`)));
