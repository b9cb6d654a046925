// Fetches what a card needs, once per story: its content from the worker, and the script that draws cards.
//
// While a badge or its link is only pointed at, the worker answers from the device alone: a server would otherwise learn of every
// headline that the pointer passes over. A server is asked when the card opens.
import type { StoryLink } from '../../links/story-link.ts';
import type { MessageInput } from '../../messages.ts';
import type { WorkerLine } from '../ask-worker.ts';
import type { BadgeStory } from '../badge-schema.ts';
import { type CardState, findPart } from './overlay-port.ts';

/** A card that was fetched longer ago is fetched again. */
const FRESH_MS = 60_000;
const KEPT_MAX = 30;

type CardBadge = { readonly link: StoryLink; readonly story: BadgeStory };

export type CardLoader = {
  /** Starts reading what the device knows. */
  prepare(badge: CardBadge): void;
  /** For a card that opens; resolves to a state that is no longer `loading`. */
  load(badge: CardBadge): Promise<CardState>;
  forget(story: BadgeStory): void;
  /** False when the browser keeps the script out of the page. */
  loadScript(): Promise<boolean>;
};

type Kept = { state: CardState; readonly isOpened: boolean; readonly at: number; readonly loaded: Promise<CardState> };

export function createCardLoader(line: WorkerLine, now: () => number): CardLoader {
  const kept = new Map<string, Kept>();
  let script: Promise<boolean> | null = null;

  const find = (key: string): Kept | null => {
    const known = kept.get(key);
    return known !== undefined && now() - known.at < FRESH_MS && known.state.status !== 'failed' ? known : null;
  };
  const start = (badge: CardBadge, { isOpened }: Pick<Kept, 'isOpened'>): Kept => {
    const { storyId, by } = badge.story;
    const loaded = ask(line, { pageUrl: location.href, storyId, by, url: badge.link.address, isOpened }).then(
      (state) => {
        entry.state = state;
        return state;
      },
    );
    const entry: Kept = { state: { status: 'loading' }, isOpened, at: now(), loaded };
    const key = toKey(badge);
    kept.delete(key);
    kept.set(key, entry);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
    return entry;
  };

  return {
    prepare(badge) {
      if (find(toKey(badge)) === null) start(badge, { isOpened: false });
    },
    // Read at once: the badge may be given another link or story meanwhile.
    async load({ link, story }) {
      const key = toKey({ link, story });
      const prepared = await find(key)?.loaded;
      if (prepared?.status === 'shown') return prepared;
      const opened = find(key);
      return (opened?.isOpened ? opened : start({ link, story }, { isOpened: true })).loaded;
    },
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

const toKey = ({ link, story }: CardBadge): string => `${story.storyId} ${story.by} ${link.address}`;

async function ask(line: WorkerLine, question: MessageInput<'links/story'>): Promise<CardState> {
  return (await line.ask('links/story', question)) ?? { status: 'failed', reason: 'unexpected' };
}
