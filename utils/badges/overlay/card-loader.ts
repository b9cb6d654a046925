// Fetches what a card needs, once a story: its coverage from the worker, and the script that draws cards.
import type { StoryLink } from '../../links/story-link.ts';
import type { WorkerLine } from '../ask-worker.ts';
import type { BadgeStory } from '../badge-schema.ts';
import { type CardState, findPart } from './overlay-port.ts';

/** A card that was read a while ago may have grown old by now. */
const FRESH_MS = 60_000;
const KEPT_MAX = 30;

export type CardLoader = {
  /** What is known now; `loading` starts or goes on. */
  read(link: StoryLink, story: BadgeStory): CardState;
  /** Answers when the state is no longer `loading`. */
  load(link: StoryLink, story: BadgeStory): Promise<CardState>;
  forget(story: BadgeStory): void;
  /** False when the browser keeps the script out of the page. */
  loadScript(): Promise<boolean>;
};

type Kept = { state: CardState; readonly at: number; readonly loaded: Promise<CardState> };

export function createCardLoader(line: WorkerLine, now: () => number): CardLoader {
  const kept = new Map<string, Kept>();
  let script: Promise<boolean> | null = null;

  const get = (link: StoryLink, story: BadgeStory): Kept => {
    const key = `${story.storyId} ${link.address}`;
    const known = kept.get(key);
    if (known !== undefined && now() - known.at < FRESH_MS && known.state.status !== 'failed') return known;
    const loaded = ask(line, link, story).then((state) => {
      entry.state = state;
      return state;
    });
    const entry: Kept = { state: { status: 'loading' }, at: now(), loaded };
    kept.delete(key);
    kept.set(key, entry);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
    return entry;
  };

  return {
    read: (link, story) => get(link, story).state,
    load: (link, story) => get(link, story).loaded,
    forget(story) {
      for (const key of kept.keys()) if (key.startsWith(`${story.storyId} `)) kept.delete(key);
    },
    loadScript() {
      if (findPart('__parallaxCard') !== null) return Promise.resolve(true);
      script ??= line.ask('links/script', { part: 'card' }).then(() => {
        script = null;
        return findPart('__parallaxCard') !== null;
      });
      return script;
    },
  };
}

async function ask(line: WorkerLine, link: StoryLink, { storyId }: BadgeStory): Promise<CardState> {
  const answer = await line.ask('links/story', { pageUrl: location.href, storyId, url: link.address });
  if (answer === null) return { status: 'failed' };
  return answer.card === null ? { status: 'gone' } : { status: 'shown', card: answer.card };
}
