// Changes the imported packs and marks stored ratings as outdated, even if the worker is stopped in between.
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
  // Before the change too: if the worker were stopped after it, old summaries would count as rated by the new packs.
  await markPacksChanged();
  const outcome = await change();
  catalogue.reset(); // before the change is announced, since listeners read it at once
  await markPacksChanged();
  await renewPages();
  return outcome;
}
