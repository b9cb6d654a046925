// Firefox keeps a list of what an extension may tell others, which the reader agrees to and can change; other browsers have none.
//
// On the device nothing is told, so that nothing is asked for. A server is: what is looked up says what is read, however well
// hidden, and the headline match sends words of the page.
import { browser, type Permissions } from './browser.ts';

export type ToldData = 'browsingActivity' | 'websiteContent';

/** To be asked for with other permissions, inside a click. */
export function consentTo(data: ToldData): Pick<Permissions.Permissions, 'data_collection'> {
  return isConsentKept() ? { data_collection: [data] } : {};
}

export async function hasConsent(data: ToldData): Promise<boolean> {
  return !isConsentKept() || browser.permissions.contains({ data_collection: [data] });
}

/** The manifest of builds for Firefox has such a list, and no other browser takes one. */
function isConsentKept(): boolean {
  const { browser_specific_settings: settings } = browser.runtime.getManifest();
  return settings?.gecko?.data_collection_permissions?.optional !== undefined;
}
