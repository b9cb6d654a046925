// Remembers the reported story links, and reports the differences after parts of the page were scanned again.
import { addressOf, findIn, hasBox, holds, isInPage, parentAcross } from './link-dom.ts';
import type { FoundLink, StoryLink } from './story-link.ts';

export type FoundLinks = {
  /** What was found in a part of the page, and all links that were scanned there. */
  take(found: readonly FoundLink[], scanned: ReadonlySet<Element>): void;
  /** The open article's headline; null if there is none. */
  takeOwnHeadline(headline: StoryLink | null): void;
  /**
   * Reports links that were removed from the page or are no links any more. Returns elements to scan again: removed stories'
   * links that are still in the page, and links that had no badge because of them.
   */
  dropGone(): readonly Element[];
};

type Scan = { readonly found: readonly FoundLink[]; readonly scanned: ReadonlySet<Element> };

type LinkCallbacks = {
  readonly onFound: (links: readonly StoryLink[]) => void;
  readonly onGone: (links: readonly StoryLink[]) => void;
};

/** Picture, headline and "read more" of a card have a common ancestor within this many levels. */
const CARD_LEVELS = 4;
/** Known links with which a fresh one of the same address is compared: many times what real pages have. */
const COMPARED_MAX = 100;

export function createFoundLinks({ onFound, onGone }: LinkCallbacks): FoundLinks {
  const known = new Map<Element, FoundLink>();
  /** The links' addresses at the time they were found. */
  const hrefs = new WeakMap<Element, string>();
  /** For a link, other links of its card. */
  const joined = new WeakMap<Element, Element[]>();
  let own: StoryLink | null = null;

  const change = (gone: readonly FoundLink[], fresh: readonly FoundLink[]) => {
    for (const { link } of gone) known.delete(link);
    if (gone.length > 0) onGone(gone);
    for (const story of fresh) {
      known.set(story.link, story);
      hrefs.set(story.link, addressOf(story.link));
    }
    if (fresh.length > 0) onFound(fresh);
  };
  /**
   * Cards are filled piece by piece: a link that is added to a card with a badge gets none. A known link does not count if its
   * address has changed since it was scanned, or if it is hidden, as behind a tab. Nor if the common ancestor contains a link to
   * another article: then it is no card, and the headline is there twice.
   *
   * A page may repeat one address thousands of times, so what holds for all fresh links is looked up once.
   */
  const createCardCheck = ({ found, scanned }: Scan) => {
    const foundAt = new Map<Element, FoundLink>(found.map((story) => [story.link, story]));
    const knownAt = new Map<string, readonly FoundLink[]>();
    const findKnown = (wanted: string) => {
      const isStill = ({ link, address }: FoundLink) =>
        address === wanted && !scanned.has(link) && hrefs.get(link) === addressOf(link);
      const still = knownAt.get(wanted) ?? [...known.values()].filter(isStill).slice(0, COMPARED_MAX);
      knownAt.set(wanted, still);
      return still;
    };
    /** Not by address too: the ancestor contains the known link, so for any other address it is no card. */
    const areCards = new Map<Element, boolean>();
    const isCard = (ancestor: Element, address: string) => {
      const isOther = (link: Element) =>
        [known.get(link), foundAt.get(link)].some((story) => story !== undefined && story.address !== address);
      const is = areCards.get(ancestor) ?? !Array.from(findIn(ancestor, 'a')).some(isOther);
      areCards.set(ancestor, is);
      return is;
    };
    return (story: FoundLink): boolean => {
      for (const { link, anchor, address } of findKnown(story.address)) {
        const ancestor = findNearAncestor(story.link, link);
        if (ancestor === null || !hasBox(anchor) || !isCard(ancestor, address)) continue;
        const others = (joined.get(link) ?? []).filter((other) => other !== story.link && isInPage(other));
        joined.set(link, [...others, story.link]);
        return true;
      }
      return false;
    };
  };
  return {
    take(found, scanned) {
      const now = new Map(found.map((story) => [story.link, story]));
      const gone: FoundLink[] = [];
      for (const link of scanned) {
        const before = known.get(link);
        if (before === undefined) continue;
        const after = now.get(before.link);
        if (after !== undefined && isSame(before, after)) now.delete(before.link);
        else gone.push(before);
      }
      const joinsKnownCard = createCardCheck({ found, scanned });
      const fresh = [...now.values()].filter((story) => !joinsKnownCard(story));
      change(gone, fresh);
    },
    takeOwnHeadline(headline) {
      const before = own;
      if (before === headline || (before !== null && headline !== null && isSame(before, headline))) return;
      own = headline;
      if (before !== null) onGone([before]);
      if (headline !== null) onFound([headline]);
    },
    dropGone() {
      const isGone = ({ link, anchor }: FoundLink) => !isInPage(link) || !isInPage(anchor) || addressOf(link) === '';
      const gone = [...known.values()].filter(isGone);
      change(gone, []);
      return gone.flatMap(({ link }) => [link, ...(joined.get(link) ?? [])]).filter(isInPage);
    },
  };
}

function isSame(a: StoryLink, b: StoryLink): boolean {
  return a.address === b.address && a.text === b.text && a.anchor === b.anchor;
}

/** The common ancestor of both links, if it is near enough. */
function findNearAncestor(a: Element, b: Element): Element | null {
  let at = parentAcross(a);
  for (let level = 0; at !== null && level < CARD_LEVELS; level++, at = parentAcross(at)) {
    if (holds(at, b)) return at;
  }
  return null;
}
