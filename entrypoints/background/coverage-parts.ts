// Assembles the coverage sources: the device, a server, and the user's separations for both.
import { hasOwnRatings, rerateCoverage, withoutClaimedRatings } from '../../engine/coverage/rerate-coverage.ts';
import { ok } from '../../engine/result.ts';
import type { Coverage } from '../../engine/schema.ts';
import { browser } from '../../utils/browser.ts';
import { createCoverageDesk } from '../../utils/coverage/choose-source.ts';
import { findSeparated } from '../../utils/coverage/find-separated.ts';
import type { OnDeviceSource } from '../../utils/coverage/on-device.ts';
import { createRemoteSeparations } from '../../utils/coverage/remote/keep-remote-separations.ts';
import { consentTo, hasConsent } from '../../utils/data-consent.ts';
import { fetchUnnamed } from '../../utils/fetch-unnamed.ts';
import type { CatalogueLoader } from '../../utils/outlets/outlet-catalogue.ts';
import { readSetting } from '../../utils/settings.ts';
import { hasOwnIndex, readSourceSettings, type SourceSettings } from '../../utils/source-settings.ts';
import type { Store } from '../../utils/store/database.ts';
import { findLatestSeparation } from '../../utils/store/latest-separation.ts';
import type { TabPagesDeps } from '../../utils/tabs/tab-pages-deps.ts';

const now = () => Date.now();

type Parts = { readonly store: Store; readonly source: OnDeviceSource };

export function createDesk({
  store,
  source,
  catalogue,
  onRefreshed,
}: Parts & { readonly catalogue: CatalogueLoader; readonly onRefreshed: () => void }) {
  return createCoverageDesk({
    device: source,
    store,
    readSettings: readConsentedSettings,
    isAllowed: (origin) => browser.permissions.contains({ origins: [origin], ...consentTo('browsingActivity') }),
    rerate: (coverage) => rerate(catalogue, coverage),
    readThresholds: () => readSetting('blindspotThresholds'),
    findSeparated: createRemoteSeparations({ store, now }).findStories,
    onRefreshed,
    fetch: fetchWithConsent,
    isOnline: () => navigator.onLine,
    now,
  });
}

/** Requests reveal what is being read, so none is sent without the user's consent and the permission for the server's host. */
const fetchWithConsent: typeof fetch = async (input, init) => {
  if (!(await hasConsent('browsingActivity'))) throw new TypeError('The reader has not agreed that a server is asked');
  return fetchUnnamed(input, init);
};

async function readConsentedSettings(): Promise<SourceSettings> {
  const settings = await readSourceSettings();
  if (settings.mode !== 'server' || !settings.maySendHeadline) return settings;
  return { ...settings, maySendHeadline: await hasConsent('websiteContent') };
}

async function rerate(catalogue: CatalogueLoader, coverage: Coverage): Promise<Coverage> {
  const known = await catalogue.get();
  const own = { ...known, packs: known.ratingPacks };
  const honest = withoutClaimedRatings(coverage);
  return hasOwnRatings(own) ? rerateCoverage(honest, own) : honest;
}

/** A separation is stored where its story is known: in the device's index, or beside the server's answers. */
export function createSeparations({
  store,
  source,
}: Parts): Pick<TabPagesDeps, 'findSeparated' | 'separate' | 'unseparate'> {
  const remote = createRemoteSeparations({ store, now });
  return {
    async findSeparated(url) {
      const settings = await readSourceSettings();
      const fromServer = settings.mode === 'server' ? await remote.find(url) : null;
      const found = hasOwnIndex(settings) ? await findSeparated(store, url) : null;
      const fromDevice = found?.ok ? found.value : null;
      return findLatestSeparation([fromDevice, fromServer].filter((separated) => separated !== null));
    },
    separate: (separated, { by }) =>
      by === 'server' ? remote.separate(separated) : source.separate(toPairing(separated)),
    async unseparate(separated) {
      // A server's story may have the same id as one on the device, so its separations only apply in server mode.
      const { mode } = await readSourceSettings();
      const undone = mode === 'server' ? await remote.unseparate(separated) : ok(false);
      return !undone.ok || undone.value ? undone : source.unseparate(toPairing(separated));
    },
  };
}

const toPairing = ({ articleId, storyId }: Parameters<TabPagesDeps['unseparate']>[0]) => ({ articleId, storyId });
