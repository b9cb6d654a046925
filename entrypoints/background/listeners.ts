// The worker's browser event listeners. Any of them may be the reason why the worker was started.
import { guessEditions, listEditions } from '../../engine/outlet/editions.ts';
import { notifyAllPages, notifyPage } from '../../utils/badges/notify-pages.ts';
import { browser } from '../../utils/browser.ts';
import { onPolicyChanged, refreshPolicy } from '../../utils/policy/policy-copy.ts';
import { expectLook, hasLookedAtTabs, lookAtOpenTabs, syncContentScript } from '../../utils/reading/content-script.ts';
import { settleChoice } from '../../utils/reading/pending-choice.ts';
import { reportFailure } from '../../utils/report-failure.ts';
import { onSettingsChanged, readSetting, type SettingName, writeSetting } from '../../utils/settings.ts';
import { KEEPING_ALARM, POLL_ALARM, RESUME_ALARM, schedulePolling } from '../../utils/sync/poll-alarms.ts';
import { dropGoneTabs, onStoryConfirmed } from '../../utils/tabs/tab-states.ts';
import { isWelcomeDue, noteWelcome, noteWelcomed } from '../../utils/welcome.ts';
import { isClearingDue } from './clear-data.ts';
import type { WorkerDeps } from './deps.ts';

/** Without this, a rejected promise in a listener would be lost silently. */
const report = (what: string) => (cause: unknown) => reportFailure(what, cause);

/** Each starts a round: polling if it is on, and dropping old stories in any case. */
const ALARMS: ReadonlySet<string> = new Set([POLL_ALARM, RESUME_ALARM, KEEPING_ALARM]);

/** Settings that change which feeds are polled or how their outlets are rated. */
const CATALOGUE_SETTINGS: readonly SettingName[] = [
  'editions',
  'feedLimit',
  'feedsAdded',
  'feedsRemoved',
  'ratingPacksOff',
  'ownBias',
  'blindspotThresholds',
];
const BADGE_SETTINGS: readonly SettingName[] = ['badgeDensity', 'badgeSites', 'badgeMinimum'];
/** Settings that change which source answers, or what may be sent to it. */
const SOURCE_SETTINGS: readonly SettingName[] = [
  'sourceMode',
  'serverAddress',
  'serverToken',
  'isHeadlineSent',
  'isLinkLookupOn',
  'isFallBackOn',
];
const READING_SETTINGS: readonly SettingName[] = ['readingMode', 'chosenSites', 'sitesOff'];

export function listenToBrowser(deps: WorkerDeps): void {
  const { catalogue, desk, sync, tabPages, renewPages, toolbar } = deps;
  /** Both the start of the worker and the event that started it may ask for it. */
  let beginning: Promise<void> | null = null;

  browser.runtime.onInstalled.addListener(({ reason }) => {
    start({ isFirst: reason === 'install' }).catch(report('start after installation'));
  });
  browser.runtime.onStartup.addListener(() => {
    start({ isFirst: false }).catch(report('start with the browser'));
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (ALARMS.has(name)) sync.wake().catch(report('polling'));
  });

  browser.permissions.onAdded.addListener(() => {
    settleChoice().catch(report('a choice that waited for it')).then(onAccessChanged).catch(report('a new permission'));
  });
  browser.permissions.onRemoved.addListener(() => {
    onAccessChanged().catch(report('a withdrawn permission'));
  });
  onSettingsChanged((changed) => {
    onChanged(changed).catch(report('a changed setting'));
  });

  onPolicyChanged(() => {
    onOtherSource().catch(report('a changed policy'));
  });
  // The browser's first answer takes seconds, and nothing depends on it.
  refreshPolicy().catch(report('reading the policy'));
  void catchUp();
  dropGoneTabs().catch(report('forgetting tabs that are gone'));

  // biome-ignore lint/complexity/useMaxParams: the browser's event
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status === 'loading' || change.url !== undefined)
      tabPages.onNavigation(tabId, tab.url ?? null).catch(report('a navigation'));
    // On navigation the browser resets the button, possibly after the event that the page is loading.
    if (change.title !== undefined || change.status === 'complete')
      toolbar.renew(tabId).catch(report('the toolbar button'));
  });
  browser.tabs.onActivated.addListener(({ tabId }) => {
    toolbar.renew(tabId).catch(report('the toolbar button'));
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    tabPages.drop(tabId).catch(report('a closed tab'));
  });
  // A discarded tab is not closed: it continues under another id.
  browser.tabs.onReplaced.addListener((_, tabId) => {
    tabPages.drop(tabId).catch(report('a discarded tab'));
  });

  onStoryConfirmed((tabId) => {
    toolbar.renew(tabId).catch(report('the toolbar button'));
    notifyPage(tabId, 'badges/covered');
  });

  /**
   * At every start, because the worker before may have died between an event and the end of what follows from it, and because an
   * extension that is disabled and enabled again has lost its alarms and gets neither an install nor a startup event.
   */
  async function catchUp(): Promise<void> {
    const clearIfDue = async () => (await isClearingDue()) && deps.clearData();
    const lookIfDue = async () => (await hasLookedAtTabs()) || onReadingChanged();
    const works = [schedulePolling, clearIfDue, settleChoice, syncContentScript, lookIfDue, beginIfDue];
    // One that fails must not stop the others.
    for (const work of works) await work().catch(report('what was left undone'));
  }

  async function start({ isFirst }: { readonly isFirst: boolean }): Promise<void> {
    // First, so that a browser that is closed right after the installation continues at its next start.
    if (isFirst) await noteWelcome();
    await beginIfDue();
    await sync.run();
  }

  async function beginIfDue(): Promise<void> {
    if (!(await isWelcomeDue())) return;
    beginning ??= begin();
    await beginning;
  }

  /** Only once: a user who later removes all editions wants only the added feeds. */
  async function begin(): Promise<void> {
    if ((await readSetting('editions')).length === 0) {
      const editions = listEditions((await catalogue.get()).directory);
      await writeSetting('editions', [...guessEditions(navigator.languages, editions)]);
    }
    await browser.tabs.create({ url: browser.runtime.getURL('/onboarding.html') });
    await noteWelcomed();
  }

  async function onAccessChanged(): Promise<void> {
    catalogue.reset(); // which feeds may be polled decides what a blindspot is
    await onReadingChanged();
    await sync.run();
  }

  async function onReadingChanged(): Promise<void> {
    await expectLook();
    // First what affects open pages: switching off must not wait for anything else.
    await tabPages.recheck();
    await toolbar.renewAll();
    await renewScripts();
  }

  async function renewScripts(): Promise<void> {
    await notifyAllPages();
    await syncContentScript();
    await lookAtOpenTabs();
  }

  async function onOtherSource(): Promise<void> {
    catalogue.reset();
    const forgotten = await desk.forgetAnswers();
    // Answers that cannot be deleted are stored under the other server's address and never shown again.
    if (!forgotten.ok) reportFailure('forgetting what was answered before', forgotten.error);
    await schedulePolling();
    await renewAndRun();
  }

  /** Together, since a round first sets the alarm that resumes it, and renewing pages takes long enough for a worker to die. */
  async function renewAndRun(): Promise<void> {
    await Promise.all([renewPages(), sync.run()]);
  }

  async function onChanged(changed: ReadonlySet<SettingName>): Promise<void> {
    const isChanged = (names: readonly SettingName[]) => names.some((name) => changed.has(name));
    if (isChanged(READING_SETTINGS)) {
      await onReadingChanged();
    }
    if (isChanged(BADGE_SETTINGS)) {
      await expectLook();
      await renewScripts();
    }
    if (isChanged(CATALOGUE_SETTINGS)) {
      catalogue.reset();
      await renewAndRun();
    }
    if (isChanged(SOURCE_SETTINGS)) await onOtherSource();
    if (changed.has('isOnboarded')) catalogue.reset();
    if (changed.has('isOnboarded') || changed.has('keepDays')) await sync.run();
    if (changed.has('pollMinutes') || changed.has('isPollingOn')) {
      await schedulePolling();
      // Feeds are scheduled by the old interval: a round as if requested by the user polls and reschedules them.
      await sync.run({ isAsked: changed.has('pollMinutes') && (await readSetting('isPollingOn')) });
    }
  }
}
