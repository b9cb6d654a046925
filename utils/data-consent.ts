// Firefox keeps a list of data that an extension may send, which the user agrees to and can change; other browsers have none.
//
// On-device mode sends nothing, so it requests nothing. With a server, lookups reveal what is read, however well hidden, and
// matching by headline sends words of the page.
import { browser, type Permissions } from './browser.ts';

export type DisclosedData = 'browsingActivity' | 'websiteContent';

/** To be requested together with other permissions, inside a click. */
export function consentTo(data: DisclosedData): Pick<Permissions.Permissions, 'data_collection'> {
  return isConsentKept() ? { data_collection: [data] } : {};
}

export async function hasConsent(data: DisclosedData): Promise<boolean> {
  return !isConsentKept() || browser.permissions.contains({ data_collection: [data] });
}

/** Only the manifest for Firefox has such a list, and no other browser accepts one. */
function isConsentKept(): boolean {
  const { browser_specific_settings: settings } = browser.runtime.getManifest();
  return settings?.gecko?.data_collection_permissions?.optional !== undefined;
}
