// Answers every message of the contract from the worker's parts; parsing and sender checks have happened before.

import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import type { Scripting } from '../../utils/browser.ts';
import { clearWholeLedger, listLedger } from '../../utils/coverage/remote/list-ledger.ts';
import { testServer } from '../../utils/coverage/remote/test-server.ts';
import { toFailureReason } from '../../utils/coverage/to-failure-reason.ts';
import type { MessageHandlers, MessageSender } from '../../utils/messaging.ts';
import {
  importOutletPack,
  importRatingPack,
  listOutletPacks,
  readPack,
  removePack,
  restorePack,
} from '../../utils/outlets/imported-packs.ts';
import {
  listEditionInfos,
  listFeeds,
  listOwnRatings,
  listRatingPacks,
  rateOutletOfPage,
  searchOutlets,
} from '../../utils/outlets/list-outlets.ts';
import { readOwnFile } from '../../utils/outlets/read-own-file.ts';
import { readPolicy } from '../../utils/policy/policy-copy.ts';
import { addBadgePart, addReader } from '../../utils/reading/content-script.ts';
import { reportFailure } from '../../utils/report-failure.ts';
import { readSetting } from '../../utils/settings.ts';
import { readSourceSettings } from '../../utils/source-settings.ts';
import { readAllowedFeeds, toOrigins } from '../../utils/sync/feed-origins.ts';
import { openBeside } from '../../utils/tabs/open-beside.ts';
import { toTab } from '../../utils/tabs/open-tabs.ts';
import type { Tab } from '../../utils/tabs/tab-pages-deps.ts';
import { changePacks } from './change-packs.ts';
import type { WorkerDeps } from './deps.ts';

export function createHandlers(deps: WorkerDeps): MessageHandlers {
  const {
    catalogue,
    store,
    desk,
    sync,
    tabPages,
    pageBadges,
    renewPages,
    readFeedStates,
    clearData,
    startAnswerTimeout,
  } = deps;

  return {
    'page/promising': async ({ pageUrl }, sender) => {
      const tab = tabOf(sender);
      if (await tabPages.onReading(tab, pageUrl)) await addReader(pageOf(sender));
      return {};
    },
    'page/reading': async ({ pageUrl }, sender) => {
      await tabPages.onReading(tabOf(sender), pageUrl);
      return {};
    },
    'page/report': async (report, sender) => {
      await tabPages.onReport(tabOf(sender), report);
      return {};
    },

    'links/orders': ({ pageUrl }, sender) => pageBadges.orders(tabOf(sender), pageUrl),
    'links/scout': async (asked, sender) => {
      const tab = tabOf(sender);
      const answer = await pageBadges.scout(tab, asked);
      if (answer.status === 'finder') {
        // Not awaited: the page needs this answer before the finder starts.
        void addBadgePart(pageOf(sender), 'finder');
        if (answer.found.length > 0) void addBadgePart(pageOf(sender), 'overlay');
      }
      return answer;
    },
    'links/lookup': async ({ needsOverlay, ...asked }, sender) => {
      const tab = tabOf(sender);
      const answer = await pageBadges.lookup(tab, asked);
      // Injected together with the answer, so that the page need not ask for it.
      if (needsOverlay && answer.found.length > 0) void addBadgePart(pageOf(sender), 'overlay');
      return answer;
    },
    'links/story': (asked, sender) => pageBadges.story(tabOf(sender), asked),
    'links/script': async ({ part }, sender) => {
      await addBadgePart(pageOf(sender), part);
      return {};
    },
    'links/open': async ({ storyId }, sender) => {
      const tab = tabOf(sender);
      if (!tab.isPrivate) await openBeside(`/story.html?id=${encodeURIComponent(storyId)}`, tab.id);
      return {};
    },

    'tab/open': ({ tabId }) => tabPages.open(tabId),
    'tab/ask-again': async ({ tabId }) => {
      // Otherwise the server's stored answer would be shown again. A database that fails has nothing to show, either.
      const forgotten = await desk.forgetAnswers();
      if (!forgotten.ok) reportFailure('forgetting what was answered before', forgotten.error);
      return tabPages.askAgain(tabId);
    },
    'tab/read-as-article': ({ tabId }) => tabPages.readAsArticle(tabId),
    'tab/separate': ({ tabId, storyId }) => tabPages.separate(tabId, storyId),
    'tab/unseparate': ({ tabId, storyId }) => tabPages.unseparate(tabId, storyId),

    'story/coverage': async ({ storyId }, sender) => {
      const found = await desk.findStory(toReader(sender), (from) => from.story(storyId, startAnswerTimeout()));
      const coverage = unwrap(found.result);
      return coverage && { coverage, by: found.by };
    },
    'story/context': async ({ storyId, ...reader }, sender) => {
      const question = { id: storyId, ...reader };
      const found = await desk.findStory(toReader(sender), (from) => from.storyContext(question, startAnswerTimeout()));
      return unwrap(found.result);
    },
    'stories/latest': async ({ limit }, sender) => {
      const { result, answeredBy } = await desk.ask(toReader(sender), (from) =>
        from.stories({ limit, outletsMin: 2 }, startAnswerTimeout()),
      );
      return { stories: [...unwrap(result)], by: answeredBy.by === 'server' ? 'server' : 'device' };
    },

    'sync/state': () => sync.state(),
    'sync/now': async () => {
      await sync.run({ isAsked: true });
      // A server may know more by now; without one, the round has updated open tabs already.
      if ((await readSourceSettings()).mode === 'server') await renewPages();
      return {};
    },

    'editions/list': async () => listEditionInfos(await catalogue.get()),
    'feeds/list': async () => {
      const known = await catalogue.get();
      const [states, isAllowed] = await Promise.all([readFeedStates(), readAllowedFeeds()]);
      return listFeeds(known, { states, isAllowed });
    },
    'feeds/origins': async () => toOrigins((await catalogue.get()).chosenFeeds.map((feed) => feed.url)),
    'outlets/import': ({ text }) => changePacks(deps, () => importOutletPack(store, text)),
    'outlets/packs': () => listOutletPacks(store),
    'outlets/own': async () => listOwnRatings(await catalogue.get(), await readSetting('ownBias')),
    'outlets/search': async ({ text }) => searchOutlets(await catalogue.get(), text),
    'outlets/of-page': async ({ url }) => rateOutletOfPage(await catalogue.get(), url),

    'ratings/list': async () => listRatingPacks(await catalogue.get(), (await readPolicy()).ratingPacksOff ?? []),
    'ratings/read-own': async (file) => readOwnFile(await catalogue.get(), file),
    'ratings/import': (file) => changePacks(deps, () => importRatingPack(store, file)),

    'packs/read': (name) => readPack(store, name),
    'packs/remove': async (name) => {
      await changePacks(deps, () => removePack(store, name));
      return {};
    },
    'packs/restore': async (pack) => ({ failure: await changePacks(deps, () => restorePack(store, pack)) }),

    'server/test': async (server) => testServer(desk, server),
    'ledger/list': (wish) => listLedger(store, wish),
    'ledger/clear': async () => {
      await clearWholeLedger(store);
      return {};
    },

    'data/clear': async () => {
      await clearData();
      return {};
    },
  };
}

const toReader = ({ tab }: MessageSender) => ({ isPrivate: tab?.incognito ?? false });

function tabOf(sender: MessageSender): Tab {
  const tab = sender.tab && toTab(sender.tab);
  if (!tab) throw new Error('a content message without a tab');
  return tab;
}

/** The page that sent a message, which its tab may have left by now. Firefox names documents from version 153 on. */
function pageOf(sender: MessageSender): Scripting.InjectionTarget {
  const { documentId } = sender;
  return { tabId: tabOf(sender).id, ...(documentId !== undefined && { documentIds: [documentId] }) };
}

/** Throws the reason under the name for which the page has a sentence. */
function unwrap<Value>(result: Result<Value, CoverageError>): Value {
  if (!result.ok) throw new Error(toFailureReason(result.error));
  return result.value;
}
