// Remembers which story links were told as found, and tells what changed when parts of the page have been looked at again.
import { parentAcross } from './link-dom.ts';
import type { StoryLink } from './story-link.ts';

export type FoundLinks = {
  /** What was found in a part of the page, and all links there that were looked at. */
  take(found: readonly StoryLink[], looked: ReadonlySet<Element>): void;
  takeOwnHeadline(headline: StoryLink | null): void;
  /** Tells those that are no longer in the page; gives back links that still are, without their headline. */
  dropGone(): readonly Element[];
};

type Tell = {
  readonly onFound: (links: readonly StoryLink[]) => void;
  readonly onGone: (links: readonly StoryLink[]) => void;
};

/** Picture, headline and "read more" of a card share an ancestor that is no further up. */
const CARD_LEVELS = 4;

export function createFoundLinks({ onFound, onGone }: Tell): FoundLinks {
  const known = new Map<Element, StoryLink>();
  let own: StoryLink | null = null;

  const change = (gone: readonly StoryLink[], fresh: readonly StoryLink[]) => {
    for (const { link, anchor } of gone) known.delete(link ?? anchor);
    if (gone.length > 0) onGone(gone);
    for (const story of fresh) known.set(story.link ?? story.anchor, story);
    if (fresh.length > 0) onFound(fresh);
  };
  /** Cards are filled piece by piece: what comes later to a card with a badge gets none. */
  const isInKnownCard = (story: StoryLink, looked: ReadonlySet<Element>) => {
    for (const [link, { address }] of known) {
      if (address === story.address && !looked.has(link) && story.link !== null && isNear(story.link, link))
        return true;
    }
    return false;
  };
  return {
    take(found, looked) {
      const now = new Map(found.map((story) => [story.link, story]));
      const gone: StoryLink[] = [];
      for (const link of looked) {
        const before = known.get(link);
        if (before === undefined) continue;
        const after = now.get(before.link);
        if (after !== undefined && isSame(before, after)) now.delete(before.link);
        else gone.push(before);
      }
      const fresh = [...now.values()].filter((story) => known.size === 0 || !isInKnownCard(story, looked));
      change(gone, fresh);
    },
    takeOwnHeadline(headline) {
      if (own === headline || (own !== null && headline !== null && isSame(own, headline))) return;
      const before = own;
      own = headline;
      if (before !== null) onGone([before]);
      if (headline !== null) onFound([headline]);
    },
    dropGone() {
      const gone = [...known.values()].filter(({ link, anchor }) => !isThere(link) || !isThere(anchor));
      change(gone, []);
      return gone.flatMap(({ link }) => (link !== null && isThere(link) ? [link] : []));
    },
  };
}

function isThere(element: Element | null): boolean {
  return element?.isConnected ?? true;
}

function isSame(a: StoryLink, b: StoryLink): boolean {
  return a.address === b.address && a.text === b.text && a.anchor === b.anchor;
}

function isNear(a: Element, b: Element): boolean {
  let at = parentAcross(a);
  for (let level = 0; at !== null && level < CARD_LEVELS; level++, at = parentAcross(at)) {
    if (Node.prototype.contains.call(at, b)) return true;
  }
  return false;
}
