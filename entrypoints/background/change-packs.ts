// Changes the imported packs: what was rated before is known to be old from then on, also where the worker dies in the middle.
import type { CatalogueLoader } from '../../utils/outlets/outlet-catalogue.ts';
import { markPacksChanged } from '../../utils/outlets/ratings-key.ts';

export type PackChangeDeps = {
  readonly catalogue: Pick<CatalogueLoader, 'reset'>;
  readonly renewPages: () => Promise<void>;
};

export async function changePacks<Outcome>(
  { catalogue, renewPages }: PackChangeDeps,
  change: () => Promise<Outcome>,
): Promise<Outcome> {
  // Before it, too: a worker that dies behind the change would leave summaries that pass for those under the new packs.
  await markPacksChanged();
  const outcome = await change();
  catalogue.reset(); // before it is told: who hears of it asks at once
  await markPacksChanged();
  await renewPages();
  return outcome;
}
