// Finds a page's links, asks the worker which of them are covered, and shows badges for those.
//
//   start ─▶ orders, from the worker or the scout ── off ─▶ wait for a change reported by the worker
//              └── on ─▶ links near the window ─▶ looked up, in batches ─▶ badges
//              └── what the worker, or a source of it, does not answer is asked again later; until then badges stay
//   change reported ─▶ orders: if density changed, start again, else look near links up again
//   the page replaces its document ─▶ end, and start again: listeners and layer are gone with the old one
//
// Invariants: nothing is in the page before there is a badge to show, nor after badges are switched off; each link is asked for
// once, however often its element is moved, until the worker reports a change; answers to questions before that are ignored.
import { URL_MAX } from '../../engine/limits.ts';
import { findSiteHints } from '../links/site-hints.ts';
import type { StoryLink } from '../links/story-link.ts';
import { watchStoryLinks } from '../links/watch-story-links.ts';
import { injectOnce } from '../page/inject-once.ts';
import { watchReturn } from '../page/watch-return.ts';
import { watchRoot } from '../page/watch-root.ts';
import { type BadgeChange, openWorkerLine, type WorkerLine } from './ask-worker.ts';
import type { BadgeDensity, BadgeStory } from './badge-schema.ts';
import { LINKS_MAX } from './links-max.ts';
import type { BadgeOverlay } from './overlay/overlay-port.ts';
import { createOverlayLoader } from './overlay-loader.ts';
import { createPageStory } from './page-story.ts';
import { createRetry } from './retry.ts';
import { type Scouted, takeScouted } from './scouted.ts';

export function watchBadges(): void {
  injectOnce('__parallaxBadges', { open: openWorkerLine, start: startBadges });
}

/** Returns a function that checks again. */
function startBadges(line: WorkerLine): () => void {
  let session: BadgeSession | null = null;
  let turn = 0;
  /** Links must be looked up again, even if a narrower change arrives before the orders. */
  let isAllDue = false;

  const end = () => {
    session?.close();
    session = null;
  };
  const retry = createRetry(() => void look('badges/page'));
  const look = async (change: BadgeChange) => {
    turn += 1;
    const mine = turn;
    isAllDue ||= change === 'badges/all';
    const scouted = takeScouted();
    const pageUrl = location.href;
    const isScouted = scouted?.pageUrl === pageUrl;
    const orders = isScouted ? scouted.orders : await line.ask('links/orders', { pageUrl });
    if (mine !== turn) return;
    // Badges that are there stay.
    if (orders === null && line.isAlive()) return retry.later();
    retry.succeed();
    if (orders === null || orders.density === 'off') return end();
    if (session === null || session.density !== orders.density) {
      end();
      session = openSession(line, { density: orders.density, scouted: isScouted ? scouted.stories : NOTHING_SCOUTED });
    } else if (isAllDue) {
      session.renew();
    }
    isAllDue = false;
    session.setPage(pageUrl, orders.page);
  };

  const lookAgain = () => void look('badges/all');
  const { signal } = new AbortController();
  line.onChanged((change) => void look(change));
  watchReturn(lookAgain, signal);
  watchRoot(() => {
    end();
    lookAgain();
  }, signal);
  lookAgain();
  return lookAgain;
}

type BadgeSession = {
  readonly density: BadgeDensity;
  /** Looks near links up again, because more may be known now. */
  renew(): void;
  setPage(pageUrl: string, story: BadgeStory | null): void;
  close(): void;
};

const NOTHING_SCOUTED: Scouted['stories'] = new Map();

type SessionOptions = { readonly density: BadgeDensity; readonly scouted: Scouted['stories'] };

function openSession(line: WorkerLine, { density, scouted }: SessionOptions): BadgeSession {
  const near = new Set<StoryLink>();
  const shown = new Set<StoryLink>();
  /** Answers by address: a link that the page redraws is not looked up again. */
  const known = new Map<string, BadgeStory | null>(scouted);
  const asked = new Set<string>(scouted.keys());
  /** Incremented when everything is looked up again: an older answer may arrive after a newer one. */
  let round = 0;
  const loader = createOverlayLoader(line, { isComing: scouted.size > 0 });
  let overlay: Promise<BadgeOverlay | null> | null = null;
  /** The open article's headline; its story is found by reading the article, not by address. */
  let headline: StoryLink | null = null;
  const pageStory = createPageStory();
  let isOpen = true;
  const lookedUp = () => [...near].filter((link) => link !== headline);
  const lookUpNear = () => void lookUp(lookedUp());
  const retry = createRetry(lookUpNear);

  const openOverlay = (): Promise<BadgeOverlay | null> => {
    overlay ??= loader.open(density).then((opened) => {
      if (!isOpen) opened.close();
      return isOpen ? opened : null;
    });
    return overlay;
  };
  const storyOf = (link: StoryLink): BadgeStory | null =>
    link === headline ? pageStory.of(link.address) : (known.get(link.address) ?? null);
  const draw = async (links: readonly StoryLink[]) => {
    if (!links.some((link) => shown.has(link) || storyOf(link) !== null)) return;
    const opened = await openOverlay();
    if (opened === null) return;
    // Uses what is known now that the overlay is there.
    const found = links.flatMap((link) => {
      const story = near.has(link) ? storyOf(link) : null;
      return story === null ? [] : [{ link, story }];
    });
    const gone = links.filter((link) => shown.has(link) && storyOf(link) === null);
    for (const { link } of found) shown.add(link);
    for (const link of gone) shown.delete(link);
    opened.remove(gone);
    opened.show(found);
  };
  const isUnasked = ({ address }: StoryLink) => !asked.has(address) && address.length <= URL_MAX;
  const lookUp = async (links: readonly StoryLink[]) => {
    const fresh = [...new Map(links.filter(isUnasked).map((link) => [link.address, link])).values()];
    for (const { address } of fresh) asked.add(address);
    const mine = round;
    let hasFailed = false;
    void draw(links);
    if (fresh.length === 0) return;
    for (let at = 0; at < fresh.length; at += LINKS_MAX) {
      const batch = fresh.slice(at, at + LINKS_MAX);
      const answer = await loader.lookUp({
        pageUrl: location.href,
        links: batch.map(({ address, text }) => ({ url: address, text })),
      });
      if (!isOpen || mine !== round) return;
      const isWhole = answer?.isWhole === true;
      hasFailed ||= !isWhole;
      for (const [index, { address }] of batch.entries()) {
        const found = answer?.found.find((one) => one.index === index);
        if (found !== undefined) known.set(address, found.story);
        else if (isWhole) known.set(address, null);
        else asked.delete(address);
      }
      const answered = new Set(batch.map(({ address }) => address));
      // Not awaited: the overlay's script may never come.
      void draw([...near].filter(({ address }) => answered.has(address)));
    }
    if (hasFailed) retry.later();
    else if (lookedUp().some(isUnasked)) retry.succeedInPart();
    else retry.succeed();
  };
  const remove = (links: readonly StoryLink[]) => {
    for (const link of links) {
      if (link === headline) headline = null;
      near.delete(link);
      shown.delete(link);
    }
    // A list may be redrawn before the old one is removed: the state of its badges, such as an open card, moves to the new one.
    const others = [...shown].filter((other) => links.some(({ address }) => address === other.address));
    void overlay?.then((opened) => opened?.remove([...links, ...others]));
    void draw(others);
  };
  const watcher = watchStoryLinks({
    root: document,
    hints: findSiteHints(location.hostname),
    onFound: (links) => {
      for (const link of links) near.add(link);
      const own = links.find(({ link }) => link === null);
      if (own === undefined) void lookUp(links);
      else {
        headline = own;
        void draw([own]);
      }
    },
    onGone: remove,
    isAlive: line.isAlive,
    onDead: close,
  });
  function close(): void {
    isOpen = false;
    retry.stop();
    watcher.stop();
    void overlay?.then((opened) => opened?.close());
  }

  return {
    density,
    renew() {
      round += 1;
      asked.clear();
      loader.renew();
      lookUpNear();
    },
    setPage(pageUrl, story) {
      pageStory.tell({ pageUrl, story });
      if (headline !== null) void draw([headline]);
    },
    close,
  };
}
