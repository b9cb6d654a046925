// What the options page's controls do: write a setting, ask the browser, or send the worker a message.
import type {
  AccessAsked,
  FeedRow,
  FoundOutlet,
  OptionsActions,
  OptionsState,
  PackRow,
} from '../../components/options/options-state.ts';
import { writeRatingCsv } from '../../engine/outlet/write-rating-csv.ts';
import type { Result } from '../../engine/result.ts';
import { decodeBytes } from '../../engine/text/decode-bytes.ts';
import { requestOrigins } from '../../utils/access.ts';
import { sendMessage } from '../../utils/messaging.ts';
import { rateOutlet, today } from '../../utils/outlets/rate-outlet.ts';
import { EVERY_SITE } from '../../utils/reading/readable-sites.ts';
import { changeSetting, resetSettings, writeSetting } from '../../utils/settings.ts';
import { toggled } from '../../utils/toggled.ts';
import { takeOwnRatings } from './own-file.ts';
import { readFeeds, readPacks } from './read-options.ts';
import { createRemovals, readOwnPlaces } from './removals.ts';
import { saveFile } from './save-file.ts';
import { createSourceActions, withEmptied } from './source-actions.ts';
import type { Tell } from './use-options.ts';

/** Maximum length of a file in characters; the worker refuses longer texts. */
const FILE_MAX = 5_000_000;
/** Of a file's name, which may be longer than the worker accepts. */
const NAME_MAX = 200;
const nameOf = ({ name }: File): string => name.slice(0, NAME_MAX);

export function createOptionsActions(state: OptionsState, tell: Tell): OptionsActions {
  return {
    source: createSourceActions(state, tell),
    ...createRemovals(state, tell),
    setReadingMode: (mode) => {
      tell({ refused: null });
      void writeSetting('readingMode', mode);
    },
    setBadgeDensity: (density) => void writeSetting('badgeDensity', density),
    setBadgeMinimum: (reports) => void writeSetting('badgeMinimum', reports),
    toggleEdition: (id) => {
      tell({ refused: null });
      void changeSetting('editions', (ids) => toggled(ids, id));
    },
    setFeedLimit: (limit) => void writeSetting('feedLimit', limit),
    setPollMinutes: (minutes) => void writeSetting('pollMinutes', minutes),
    togglePolling: () => void changeSetting('isPollingOn', (isOn) => !isOn),
    setKeepDays: (days) => void writeSetting('keepDays', days),
    changeBlindspots: (change) => void changeSetting('blindspotThresholds', (before) => ({ ...before, ...change })),
    resetBlindspots: () => void resetSettings(['blindspotThresholds']),
    // Both are shown at once: until the worker has caught up, every render would put the box back.
    togglePack: ({ id, isOn }) => {
      const changed = (pack: PackRow) => (pack.id === id ? { ...pack, isOn: !isOn } : pack);
      tell(({ packs }) => ({ packs: packs?.map(changed) ?? null }));
      void changeSetting('ratingPacksOff', (ids) => (isOn ? [...without(ids, id), id] : without(ids, id)));
    },
    toggleFeed: ({ url, isChosen }) => {
      const changed = (feed: FeedRow) => (feed.url === url ? { ...feed, isChosen: !isChosen } : feed);
      tell(({ feeds }) => ({ feeds: feeds?.map(changed) ?? null }));
      void (isChosen ? dropFeed(url) : addFeed(url));
    },

    allowReading: () => void ask({ access: 'reading', origins: [EVERY_SITE] }, tell),
    allowFeeds: () => void allowFeeds([...state.missingOrigins], tell),

    importOutlets: (file) =>
      void importFile(file, (text) => sendMessage('outlets/import', { text })).then(async (outletImport) =>
        tell({ outletImport, ...(await readOutlets()) }),
      ),
    importRatings: (file) =>
      void importFile(file, (text) => sendMessage('ratings/import', { fileName: nameOf(file), text })).then(
        async (ratingImport) => tell({ ratingImport, ...(await readPacks()) }),
      ),

    findOutlets: (text) => void findOutlets(text, tell),
    rateOutlet: (id, bias) => {
      const placed = (outlet: FoundOutlet) => (outlet.id === id ? { ...outlet, ownBias: bias } : outlet);
      tell(({ found }) => ({ found: found && { ...found, outlets: found.outlets.map(placed) } }));
      void rateOutlet(id, bias);
    },
    saveOwnRatings: (name) => {
      const date = today();
      const text = writeRatingCsv({ name, date, places: state.ownRatings ?? [] });
      saveFile({ name: `parallax-ratings-${date}.csv`, text });
    },
    loadOwnRatings: (file) =>
      void loadOwnRatings(file).then(async (ownImport) => {
        const places = await readOwnPlaces();
        tell((now) => ({ ownImport, ...places(now) }));
      }),
    takeBackOwnRatings: () => {
      if (state.ownImport?.status !== 'taken') return;
      void state.ownImport.takeBack().then(async () => {
        const places = await readOwnPlaces();
        tell((now) => ({ ownImport: { status: 'taken-back' }, ...places(now) }));
      });
    },
    clearData: () => {
      tell({ clearing: 'running', removed: null });
      void clearData().then(tell);
    },
  };
}

/** Read together, since feeds and editions depend on which outlets are known. */
async function readOutlets(): Promise<Partial<OptionsState>> {
  return { ...(await readPacks()), ...(await readFeeds()) };
}

async function clearData(): Promise<(now: OptionsState) => Partial<OptionsState>> {
  const answer = await sendMessage('data/clear', {});
  if (!answer.ok) return () => ({ clearing: 'failed' });
  const read = await readOutlets();
  const cleared = { found: null, outletImport: null, ratingImport: null, ownImport: null };
  return ({ ledger }) => ({ clearing: 'done', ...cleared, ...read, ...withEmptied(ledger) });
}

// Two lists correct the choice by editions: feeds added and feeds removed. A feed is never on both.
const without = (urls: readonly string[], url: string) => urls.filter((other) => other !== url);

async function addFeed(url: string): Promise<void> {
  await changeSetting('feedsAdded', (urls) => [...without(urls, url), url]);
  await changeSetting('feedsRemoved', (urls) => without(urls, url));
}

async function dropFeed(url: string): Promise<void> {
  await changeSetting('feedsAdded', (urls) => without(urls, url));
  await changeSetting('feedsRemoved', (urls) => [...without(urls, url), url]);
}

type AccessRequest = { readonly access: AccessAsked; readonly origins: string[] };

async function ask({ access, origins }: AccessRequest, tell: Tell): Promise<boolean> {
  const isGranted = await requestOrigins(origins);
  tell({ refused: isGranted ? null : access });
  return isGranted;
}

async function allowFeeds(origins: string[], tell: Tell): Promise<void> {
  const isGranted = origins.length === 0 || (await ask({ access: 'feeds', origins }, tell));
  if (!isGranted) return;
  await writeSetting('isOnboarded', true);
  await sendMessage('sync/now', {});
}

async function loadOwnRatings(file: File): Promise<OptionsState['ownImport']> {
  const read = await importFile(file, (text) => sendMessage('ratings/read-own', { fileName: nameOf(file), text }));
  return read.status === 'read' ? takeOwnRatings(read) : read;
}

async function importFile<Outcome>(
  file: File,
  send: (text: string) => Promise<Result<Outcome, unknown>>,
): Promise<Outcome | { readonly status: 'too-large' | 'failed' }> {
  if (file.size > FILE_MAX) return { status: 'too-large' };
  // A file that was moved or changed since it was chosen cannot be read.
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return { status: 'failed' };
  const answer = await send(decodeBytes(new Uint8Array(bytes), null));
  return answer.ok ? answer.value : { status: 'failed' };
}

let lastWanted = '';

/** Answers may arrive out of order: only the one to the latest search counts. */
async function findOutlets(text: string, tell: Tell): Promise<void> {
  lastWanted = text.trim().slice(0, 100);
  if (lastWanted === '') return tell({ found: null });
  const asked = lastWanted;
  const answer = await sendMessage('outlets/search', { text: asked });
  if (answer.ok && asked === lastWanted) tell({ found: answer.value });
}
