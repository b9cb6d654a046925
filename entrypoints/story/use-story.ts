// Reads the story named in the address from the worker, and again after ratings change; without a story, the latest ones.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ContextState } from '../../components/story/context-state.ts';
import type { StoryActions, StoryProps, StoryState } from '../../components/story/Story.tsx';
import { StoryId } from '../../engine/ids.ts';
import { browser } from '../../utils/browser.ts';
import { describeForReport } from '../../utils/describe-for-report.ts';
import { followSync } from '../../utils/follow-sync.ts';
import { type MessageFailure, sendMessage } from '../../utils/messaging.ts';
import { rateOutlet } from '../../utils/outlets/rate-outlet.ts';
import { onPacksChanged } from '../../utils/outlets/ratings-key.ts';
import { onSettingsChanged } from '../../utils/settings.ts';
import { readSourceSettings, type SourceSettings } from '../../utils/source-settings.ts';
import { openSettings } from '../../utils/tabs/open-settings.ts';
import { toStoryHref } from '../../utils/tabs/to-story-href.ts';

const LATEST = 30;
const LANGUAGES_MAX = 20;
const MINUTE_MS = 60_000;
/** If comparing the reports takes longer, the story is shown without its brief at first. */
const CONTEXT_PATIENCE_MS = 300;
/** After this time somebody reads the list: a later brief, which is above it, stays folded, since it would push the list down. */
const UNREAD_MS = 1_500;

const waitFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const ACTIONS: Omit<StoryActions, 'copyDetails'> = {
  toStoryHref,
  openSettings: (section) => void browser.tabs.getCurrent().then((tab) => openSettings(section, tab?.id ?? -1)),
  reload: () => location.reload(),
  rateOutlet: (id, place) => void rateOutlet(id, place),
};

/** Settings that change the places of a story's outlets, or its blindspots. */
const RATING_SETTINGS = ['ownBias', 'ratingPacksOff', 'blindspotThresholds'] as const;

export function useStory(): StoryProps {
  const [state, setState] = useState<StoryState>({ status: 'loading' });
  const [source, setSource] = useState<SourceSettings>({ mode: 'on-device' });
  useEffect(() => {
    void readSourceSettings().then(setSource);
    void showStory(setState);
    const refresh = () => void refreshStory(setState);
    const stops = [
      onSettingsChanged((changed) => RATING_SETTINGS.some((name) => changed.has(name)) && refresh()),
      onPacksChanged(refresh),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const isEmpty = 'latest' in state && state.latest.length === 0;
  useEffect(() => (isEmpty ? followSync(() => void showFirstStories(setState)) : undefined), [isEmpty]);
  const actions = useMemo(
    () => ({
      ...ACTIONS,
      copyDetails: () => {
        if (state.status !== 'failed') return;
        void copyDetails(state.reason, source).then((hasCopiedDetails) => setState({ ...state, hasCopiedDetails }));
      },
    }),
    [state, source],
  );
  if (source.mode === 'on-device') return { state, serverHost: null, serverLocks: [], actions };
  return { state, serverHost: source.server?.host ?? '', serverLocks: source.locked, actions };
}

type SetState = (next: (now: StoryState) => StoryState) => void;

async function showStory(setState: SetState): Promise<void> {
  const read = await readStory();
  if (read.status !== 'shown') return setState(() => read);
  const reading = readContext(read.coverage.story.id);
  const isReady = await Promise.race([reading.then(() => true), waitFor(CONTEXT_PATIENCE_MS).then(() => false)]);
  if (!isReady) setState(() => read);
  const shownAt = performance.now();
  const context = await reading;
  const isLate = performance.now() - shownAt > UNREAD_MS || scrollY > 0;
  // If the story was shown already, its outlets may have been rated anew meanwhile.
  setState((now) => (now.status === 'shown' ? withContext(now, { context, isLate }) : { ...read, context }));
}

/** If there are still none, the page goes on saying that stories appear as feeds are read. */
async function showFirstStories(setState: SetState): Promise<void> {
  const read = await readStory();
  if ('latest' in read && read.latest.length > 0) setState(() => read);
}

/** Keeps what is shown until the new state has been read, so that nothing jumps. */
async function refreshStory(setState: SetState): Promise<void> {
  const read = await readStory();
  if (read.status !== 'shown') return;
  setState((now) => (now.status === 'shown' ? { ...read, context: now.context } : now));
  const context = await readContext(read.coverage.story.id);
  if (context.status === 'shown')
    setState((now) => (now.status === 'shown' ? withContext(now, { context, isLate: true }) : now));
}

type Shown = Extract<StoryState, { status: 'shown' }>;

/** A context that was late stays marked as late when it is compared again. */
function withContext(
  now: Shown,
  { context, isLate }: { readonly context: ContextState; readonly isLate: boolean },
): Shown {
  if (context.status !== 'shown') return { ...now, context };
  return { ...now, context: { ...context, isLate: now.context.status === 'shown' ? now.context.isLate : isLate } };
}

async function readStory(): Promise<StoryState> {
  const id = new URLSearchParams(location.search).get('id');
  if (id === null) return readLatest('latest');
  const storyId = StoryId.safeParse(id);
  if (!storyId.success) return readLatest('missing');
  const answer = await sendMessage('story/coverage', { storyId: storyId.data });
  if (!answer.ok) return toFailed(answer.error);
  return answer.value === null
    ? readLatest('missing')
    : { status: 'shown', ...answer.value, context: { status: 'loading' } };
}

async function readContext(storyId: StoryId): Promise<ContextState> {
  const languages = [...new Set(navigator.languages.map((tag) => tag.split('-')[0]?.toLowerCase() ?? ''))];
  const answer = await sendMessage('story/context', {
    storyId,
    languages: languages.filter((lang) => /^[a-z]{2,3}$/.test(lang)).slice(0, LANGUAGES_MAX),
    utcOffsetMs: -new Date().getTimezoneOffset() * MINUTE_MS,
  });
  return answer.ok && answer.value !== null
    ? { status: 'shown', context: answer.value, isLate: false }
    : { status: 'failed' };
}

async function readLatest(status: 'latest' | 'missing'): Promise<StoryState> {
  const answer = await sendMessage('stories/latest', { limit: LATEST });
  return answer.ok ? { status, latest: answer.value.stories, by: answer.value.by } : toFailed(answer.error);
}

/** False if the browser refuses, as it does for a page without the focus. */
async function copyDetails(failure: string, source: SourceSettings): Promise<boolean> {
  const sync = await sendMessage('sync/state', {});
  const server = source.mode === 'server' ? { isPolling: source.doesFallBack } : null;
  const text = describeForReport({ failure, sync: sync.ok ? sync.value : null, server });
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

const toFailed = (failure: MessageFailure): StoryState => ({
  status: 'failed',
  reason: failure.reason === 'failed' ? failure.detail : failure.reason,
  hasCopiedDetails: null,
});
