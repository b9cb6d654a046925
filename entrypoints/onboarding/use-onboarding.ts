// Onboarding's state and actions: the two choices are saved as settings; access is requested inside the click.
import { useEffect, useState } from 'preact/hooks';
import type { OnboardingActions, OnboardingState } from '../../components/onboarding/Onboarding.tsx';
import type { AccessAsked } from '../../components/options/options-state.ts';
import { isReadingAllowed, onAccessChanged, readMissingOrigins, requestOrigins } from '../../utils/access.ts';
import { followSync } from '../../utils/follow-sync.ts';
import { sendMessage } from '../../utils/messaging.ts';
import { onPacksChanged } from '../../utils/outlets/ratings-key.ts';
import { onPolicyChanged } from '../../utils/policy/policy-copy.ts';
import { EVERY_SITE } from '../../utils/reading/readable-sites.ts';
import { changeSetting, onSettingsChanged, readSetting, writeSetting } from '../../utils/settings.ts';
import { readSourceSettings } from '../../utils/source-settings.ts';
import type { SyncState } from '../../utils/sync-state.ts';
import { toStoryHref } from '../../utils/tabs/to-story-href.ts';
import { toggled } from '../../utils/toggled.ts';
import { endWelcome } from '../../utils/welcome.ts';

const BEFORE: OnboardingState = {
  readingMode: 'on-click',
  isReadingAllowed: true,
  editions: null,
  selectedEditions: [],
  feedsChosen: 0,
  feedsAllowed: 0,
  missingOrigins: null,
  isStarted: false,
  refused: null,
  round: { status: 'waiting' },
  unreadable: null,
  isServerAsked: false,
  articles: 0,
  stories: 0,
};

type Tell = (change: Partial<OnboardingState>) => void;

export function useOnboarding(): { state: OnboardingState; actions: OnboardingActions } {
  const [state, setState] = useState(BEFORE);
  const tell: Tell = (change) => setState((before) => ({ ...before, ...change }));
  useEffect(() => {
    const refresh = () => void readChoices().then(tell);
    const readAll = () => {
      refresh();
      void sendMessage('editions/list', {}).then((answer) => {
        if (answer.ok) tell({ editions: answer.value });
      });
    };
    readAll();
    void endWelcome();
    const stops = [
      onSettingsChanged(refresh),
      onAccessChanged(refresh),
      onPolicyChanged(refresh),
      onPacksChanged(readAll),
      followSync((sync) => tell(fromSync(sync))),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return { state, actions: createActions(state, tell) };
}

function createActions(state: OnboardingState, tell: Tell): OnboardingActions {
  const ask = async (access: AccessAsked, origins: string[]) => {
    const isGranted = await requestOrigins(origins);
    tell({ refused: isGranted ? null : access });
    return isGranted;
  };
  const allowFeeds = async (origins: string[]) => {
    const isGranted = origins.length === 0 || (await ask('feeds', origins));
    if (isGranted) await writeSetting('isOnboarded', true); // makes the worker start polling
  };
  return {
    setReadingMode: (mode) => {
      tell({ readingMode: mode, refused: null });
      void writeSetting('readingMode', mode);
    },
    latestHref: toStoryHref(null),
    allowReading: () => void ask('reading', [EVERY_SITE]),
    allowFeeds: () => void allowFeeds([...(state.missingOrigins ?? [])]),
    toggleEdition: (id) => {
      tell({ selectedEditions: toggled(state.selectedEditions, id), refused: null });
      void changeSetting('editions', (ids) => toggled(ids, id));
    },
  };
}

async function readChoices(): Promise<Partial<OnboardingState>> {
  const [source, readingMode, selectedEditions, isStarted, missingOrigins, sync] = await Promise.all([
    readSourceSettings(),
    readSetting('readingMode'),
    readSetting('editions'),
    readSetting('isOnboarded'),
    readMissingOrigins(),
    sendMessage('sync/state', {}),
  ]);
  return {
    readingMode,
    selectedEditions,
    missingOrigins,
    isStarted,
    isServerAsked: source.mode === 'server',
    isReadingAllowed: await isReadingAllowed(readingMode),
    ...(sync.ok ? fromSync(sync.value) : {}),
  };
}

function fromSync(sync: SyncState): Partial<OnboardingState> {
  const { feedsChosen, feedsAllowed, articles, stories, unreadable } = sync;
  return { feedsChosen, feedsAllowed, articles, stories, unreadable, round: toRound(sync) };
}

export function toRound(sync: SyncState): OnboardingState['round'] {
  const { running } = sync;
  if (running !== null) return { status: 'running', isFirst: sync.isFirst, done: running.done, total: running.total };
  const isTried = !sync.isFirst || sync.offlineSince !== null;
  if (!isTried || sync.feedsAllowed === 0) return { status: 'waiting' };
  return { status: sync.lastSuccessAt === null && !sync.storageFull ? 'unanswered' : 'ended' };
}
