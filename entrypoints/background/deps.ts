// The composition root: the only place that knows both the ports and their implementations.

import { toProbe } from '../../engine/article/from-page.ts';
import { findPauseEnd } from '../../engine/feed/choose-due.ts';
import { createFeedState, type FeedState } from '../../engine/feed/feed-state.ts';
import { resolveOutletId } from '../../engine/outlet/resolve-outlet-id.ts';
import { ok } from '../../engine/result.ts';
import { loadLanguageIdentifier } from '../../engine/text/identify-language.ts';
import { ENGINE_VERSION } from '../../engine/version.ts';
import { readAddressTitles } from '../../utils/badges/address-titles.ts';
import { notifyAllPages, notifyPage } from '../../utils/badges/notify-pages.ts';
import { createPageBadges } from '../../utils/badges/page-badges.ts';
import { readCardCoverage } from '../../utils/badges/read-card-coverage.ts';
import { toTitleProbes } from '../../utils/badges/title-probes.ts';
import { answerPage } from '../../utils/coverage/answer-page.ts';
import { createOnDeviceSource } from '../../utils/coverage/on-device.ts';
import { readImportedPacks } from '../../utils/outlets/imported-packs.ts';
import { createCatalogueLoader } from '../../utils/outlets/outlet-catalogue.ts';
import { keepBaseline, readKeyInUse, readRatingsKey } from '../../utils/outlets/ratings-key.ts';
import { readShippedOutlets, readShippedRatings } from '../../utils/outlets/shipped-packs.ts';
import { readManagedPacks } from '../../utils/policy/managed-pack.ts';
import { readPolicy } from '../../utils/policy/policy-copy.ts';
import { readTab, readTabAsArticle } from '../../utils/reading/content-script.ts';
import { mayReadByItself } from '../../utils/reading/may-read.ts';
import { isOnSite } from '../../utils/reading/readable-sites.ts';
import { reportFailure } from '../../utils/report-failure.ts';
import { readSetting, readSettings } from '../../utils/settings.ts';
import { applyPolicy, areFeedsPolled, hasOwnIndex, readSourceSettings } from '../../utils/source-settings.ts';
import { forgetOldAnswers } from '../../utils/store/answers.ts';
import { createStore } from '../../utils/store/database.ts';
import { forgetUnchosenFeeds, readFeedStates } from '../../utils/store/feed-states.ts';
import { readWith, writeWith } from '../../utils/store/transaction.ts';
import { isFeedAllowed, readPolledFeeds } from '../../utils/sync/feed-origins.ts';
import { createFeedSync } from '../../utils/sync/feed-sync.ts';
import { resumeGuard } from '../../utils/sync/poll-alarms.ts';
import { stayAwake } from '../../utils/sync/stay-awake.ts';
import { publishSyncState } from '../../utils/sync/sync-publication.ts';
import { readSyncRecord, writeSyncRecord } from '../../utils/sync/sync-record.ts';
import { findTab, isLoading, listTabs } from '../../utils/tabs/open-tabs.ts';
import { createTabPages } from '../../utils/tabs/tab-pages.ts';
import { dropGoneTabs, readShownState } from '../../utils/tabs/tab-states.ts';
import { createTabToolbar } from '../../utils/tabs/tab-toolbar.ts';
import { clearData } from './clear-data.ts';
import { createDesk, createSeparations } from './coverage-parts.ts';

export type WorkerDeps = ReturnType<typeof createDeps>;

const DAY_MS = 86_400_000;
/** Two weeks of 120 feeds; about 60 MB on disk. */
const ARTICLES_MAX = 60_000;
/** Long enough for the engine's state to be rebuilt from that many articles. */
const ANSWER_MAX_MS = 20_000;
/** Most stories of an outlet shown on its pages that are not articles. */
const OUTLET_STORIES = 8;

/**
 * Modules that only polling, clustering and the story page need are imported on first use: they are part of the script
 * all the same, but initialising their tables would take half of the worker's start.
 */
export function createDeps() {
  const now = () => Date.now();
  const store = createStore();
  const catalogue = createCatalogueLoader({
    readShippedOutlets,
    readShippedRatings,
    readImported: () => readImportedPacks(store),
    readManagedPacks,
    readSettings: async () => applyPolicy(await readSettings(), await readPolicy()),
    readPolledFeeds,
    readRatingsKey,
    keepBaseline,
  });

  const source = createOnDeviceSource({
    store,
    engineVersion: ENGINE_VERSION,
    loadClustering: () => import('../../engine/cluster/story-clusterer.ts'),
    ratings: {
      key: readKeyInUse,
      load: async () => {
        const { ratingsKey: key, rater, baseline, blindspotThresholds } = await catalogue.get();
        return { key, rater, baseline, blindspotThresholds };
      },
    },
    readArticles: async (fetched) => {
      const [{ readArticlesOfFeed }, { directory }, identifyLanguage] = await Promise.all([
        import('../../engine/article/articles-of-feed.ts'),
        catalogue.get(),
        loadLanguageIdentifier(),
      ]);
      return readArticlesOfFeed(fetched, { directory, identifyLanguage });
    },
    now,
    ticks: () => performance.now(),
    stayAwake,
    onLate: onRefreshed,
    limits: async () => ({ keepMs: (await readSetting('keepDays')) * DAY_MS, articlesMax: ARTICLES_MAX }),
  });

  const separations = createSeparations({ store, source });
  const desk = createDesk({ store, source, catalogue, onRefreshed });

  const isSiteOff = async (url: string) => isOnSite(url, await readSetting('sitesOff'));
  const toolbar = createTabToolbar({ findTab, listTabs, isSiteOff });
  const findOutlet = async (url: string) => resolveOutletId((await catalogue.get()).directory, url);
  const startAnswerTimeout = () => AbortSignal.timeout(ANSWER_MAX_MS);

  const pageBadges = createPageBadges({
    source,
    matchTitles: ({ links, source: by }, signal) => {
      const readProbes = async () => {
        const [{ directory }, identifyLanguage] = await Promise.all([catalogue.get(), loadLanguageIdentifier()]);
        return toTitleProbes(links, { directory, identifyLanguage, now: now() });
      };
      return source.matchTitles({ readProbes, source: by }, signal);
    },
    readAddressTitles: async (urls) =>
      source.hasEngine() ? readAddressTitles(urls, (await catalogue.get()).directory) : null,
    readLinkSources: async () => {
      const settings = await readSourceSettings();
      // The links of a page, looked up together, can reveal the page to a server: only with the user's consent.
      return { device: hasOwnIndex(settings), server: settings.mode === 'server' && settings.mayAskLinks };
    },
    lookUpAtServer: async ({ urls, reader }, signal) =>
      (
        await desk.ask(reader, (asked, by) =>
          by === 'server' ? asked.lookup(urls, signal) : Promise.resolve(ok(new Map())),
        )
      ).result,
    readStory: (question, signal) =>
      readCardCoverage(question, {
        hasOwnIndex: areFeedsPolled,
        askDevice: (id) => source.story(id, signal),
        ask: async ({ id, ...reader }) => (await desk.ask(reader, (asked) => asked.story(id, signal))).result,
      }),
    mayRead: mayReadByItself,
    readSettings,
    readTab: readShownState,
    findOutlet,
    rateOutlet: async (id) => (await catalogue.get()).rater.rate(id),
    readOfflineAsOf: async () => {
      const { offlineSince, lastSuccessAt } = await readSyncRecord();
      // `offlineSince` is about feeds, not about a server that answers in their place.
      if (offlineSince === null || !(await areFeedsPolled())) return null;
      if (!navigator.onLine) return lastSuccessAt ?? offlineSince;
      // The worker does not learn when the network is back, so a round finds out.
      sync.run().catch((cause: unknown) => reportFailure('polling', cause));
      return null;
    },
    startTimeout: startAnswerTimeout,
  });

  const tabPages = createTabPages({
    findTab,
    isLoading,
    listTabs,
    dropGoneTabs,
    readTab,
    readTabAsArticle,
    isSiteOff,
    mayReadByItself,
    findOutlet,
    answer: async ({ article, pageUrl }, { isPrivate, isOpened }) => {
      const outletId = (await findOutlet(article.url)) ?? (await findOutlet(pageUrl));
      if (outletId === null) throw new Error('a page report without an http address');
      const readProbe = async () =>
        toProbe({ article, outletId, now: now(), identifyLanguage: await loadLanguageIdentifier() });
      const page = { ...article, outletId };
      const { result, answeredBy } = await desk.ask({ isPrivate }, (asked, by) =>
        answerPage({
          source: asked,
          page,
          readProbe,
          isCoverageWanted: isOpened || by === 'device',
          signal: startAnswerTimeout(),
        }),
      );
      return result.ok ? ok({ ...result.value, answeredBy }) : result;
    },
    // From the device only: asking a server about an outlet would reveal whose front page is open.
    listOutletStories: async (outletId) =>
      (await areFeedsPolled())
        ? source.stories({ limit: OUTLET_STORIES, outletsMin: 2, outletId }, startAnswerTimeout())
        : ok([]),
    ...separations,
    showInToolbar: async (tabId, page) => {
      if (page !== null && page.status !== 'reading')
        notifyPage(tabId, page.status === 'covered' ? 'badges/covered' : 'badges/page');
      await toolbar.renew(tabId);
    },
    now,
    after: (ms, work) => {
      setTimeout(work, ms);
    },
  });

  const readStates = async () => {
    const read = await store.run(readWith(['feeds'], readFeedStates));
    return read.ok ? ok(new Map(read.value.map((state) => [state.url, state]))) : read;
  };
  /** Empty when they cannot be read, so that feeds are still listed and counted. */
  const listStates = async () => {
    const read = await readStates();
    return read.ok ? read.value : new Map<string, FeedState>();
  };

  const sync = createFeedSync({
    listFeeds: async () => (await catalogue.get()).chosenFeeds,
    readAllowed: readPolledFeeds,
    arePolled: areFeedsPolled,
    readSettings,
    pollFeeds: async (cycle) => {
      const { pollDueFeeds } = await import('../../utils/sync/poll-due-feeds.ts');
      return pollDueFeeds({
        ...cycle,
        isAllowed: isFeedAllowed,
        readStates,
        ingest: source.ingest,
      });
    },
    maintain: async ({ clockErrorMs, feeds }) => {
      // With a clock that is months ahead, every story would be too old.
      const rightNow = now() - clockErrorMs;
      await store.run(
        writeWith(['feeds', 'answers'], async (transaction) => {
          await forgetUnchosenFeeds(transaction, { chosen: feeds, now: rightNow });
          await forgetOldAnswers(transaction, now());
        }),
      );
      const forgotten = await desk.forgetUnkept();
      if (!forgotten.ok) reportFailure('forgetting what may not be kept', forgotten.error);
      return stayAwake(() => source.endCycle(rightNow));
    },
    count: source.counts,
    readPauses: async (feeds) => {
      const known = await listStates();
      const states = feeds.map(({ url }) => known.get(url) ?? createFeedState(url));
      const failing = states.filter(({ failures }) => failures > 0).length;
      return { failing, pausedUntil: findPauseEnd(states, now()) };
    },
    readRecord: readSyncRecord,
    writeRecord: writeSyncRecord,
    publish: publishSyncState,
    renewTabs: renewPages,
    guard: resumeGuard,
    now,
  });

  function onRefreshed(): void {
    renewPages().catch((cause: unknown) => reportFailure('renewing what is shown', cause));
  }

  /** Renews everything shown about stories, in popups and pages. */
  async function renewPages(): Promise<void> {
    await tabPages.renew();
    await notifyAllPages();
  }

  return {
    catalogue,
    store,
    source,
    sync,
    tabPages,
    pageBadges,
    renewPages,
    toolbar,
    readFeedStates: listStates,
    clearData: () => clearData({ source, desk, sync, catalogue, tabPages, renewPages }),
    desk,
    startAnswerTimeout,
  };
}
