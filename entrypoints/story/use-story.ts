// The story that the address names, read from the worker; without one, the latest stories.
import { useEffect, useState } from 'preact/hooks';
import type { StoryActions, StoryState } from '../../components/story/Story.tsx';
import { StoryId } from '../../engine/ids.ts';
import { browser } from '../../utils/browser.ts';
import { sendMessage } from '../../utils/messaging.ts';

const LATEST = 30;

const ACTIONS: StoryActions = {
  toStoryHref: (id) => browser.runtime.getURL(`/story.html?id=${encodeURIComponent(id)}`),
  reload: () => location.reload(),
};

export function useStory(): { state: StoryState; actions: StoryActions } {
  const [state, setState] = useState<StoryState>({ status: 'loading' });
  useEffect(() => {
    void readStory(new URLSearchParams(location.search).get('id')).then((read) => {
      setState(read);
      if (read.status === 'shown') document.title = `${read.coverage.story.title} – Parallax`;
    });
  }, []);
  return { state, actions: ACTIONS };
}

async function readStory(id: string | null): Promise<StoryState> {
  if (id === null) return readLatest('latest');
  const storyId = StoryId.safeParse(id);
  if (!storyId.success) return readLatest('missing');
  const answer = await sendMessage('story/coverage', { storyId: storyId.data });
  if (!answer.ok) return { status: 'failed' };
  return answer.value === null ? readLatest('missing') : { status: 'shown', coverage: answer.value };
}

async function readLatest(status: 'latest' | 'missing'): Promise<StoryState> {
  const answer = await sendMessage('stories/latest', { limit: LATEST });
  return answer.ok ? { status, latest: answer.value } : { status: 'failed' };
}
