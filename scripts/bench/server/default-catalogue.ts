// The catalogue of a server with default settings.
import { type Catalogue, loadCatalogue, SHIPPED_DATA } from '../../../server/catalogue.ts';
import { readConfig } from '../../../server/config/read-config.ts';

export async function loadDefaultCatalogue(): Promise<Catalogue> {
  const settings = readConfig({ args: [], env: {} });
  if (!settings.ok) throw new Error(settings.error.join('\n'));
  const catalogue = await loadCatalogue({ ...settings.value, dataFolder: SHIPPED_DATA });
  if (!catalogue.ok) throw new Error(catalogue.error.join('\n'));
  return catalogue.value;
}
