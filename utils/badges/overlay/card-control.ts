// Opens and closes the card of the badge that is pointed at, focused or clicked, and moves the keyboard focus there and back.
//
// Badges are together in the layer, far from their links in document order: Tab goes from a link to its badge, from there into
// its card, and on to what follows the link, as if they were adjacent. The page's scripts can reach badge and card too, and a
// card may query a server or open a tab: only the reader's own events count, which the browser marks as trusted. It marks every
// focus event so, therefore a focus opens a card only after Tab.
import type { WorkerLine } from '../ask-worker.ts';
import { createCardIntent, type Opener } from './card-intent.ts';
import { createCardLoader } from './card-loader.ts';
import type { Layer } from './layer.ts';
import { type CardState, findPart, type OpenCard } from './overlay-port.ts';
import { readTextBox } from './read-surroundings.ts';
import { type ShownBadge, stopWanting } from './shown-badge.ts';
import { watchPointing } from './watch-pointing.ts';

export type CardControl = {
  add(badge: ShownBadge): void;
  remove(badge: ShownBadge): void;
  prepare(badge: ShownBadge): void;
  openBadge(): ShownBadge | null;
  placeCard(): void;
  close(): void;
};

export type CardControlOptions = {
  readonly layer: Layer;
  readonly line: WorkerLine;
  readonly badges: () => Iterable<ShownBadge>;
  readonly placeSoon: (badges: Iterable<ShownBadge>) => void;
};

/** An answer within this time is drawn at once, without a flash of "loading". */
const LOADING_AFTER_MS = 60;
const FOCUSABLE = 'a[href],button,summary';
/** Events that a page would take for its own. */
const KEPT_EVENTS = [
  'click dblclick auxclick contextmenu pointerdown pointerup mousedown mouseup touchstart touchend pointerover',
  'mouseover pointerout mouseout keydown keyup keypress focusin focusout wheel',
]
  .join(' ')
  .split(' ');

export function createCardControl({ layer, line, badges, placeSoon }: CardControlOptions): CardControl {
  const loader = createCardLoader(line, () => performance.now());
  const stop = new AbortController();
  const { signal } = stop;
  let card: OpenCard | null = null;
  /** Focus that returns to the badge when its card closes opens nothing. */
  let isReturning = false;
  let isTabbing = false;
  const endTabbing = () => {
    isTabbing = false;
  };

  const intent = createCardIntent<ShownBadge>({
    prepare,
    open: (badge, opener) => void open(badge, opener),
    close: closeCard,
    after: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });

  function prepare(badge: ShownBadge): void {
    void loader.loadScript();
    loader.prepare(badge);
  }

  async function open(badge: ShownBadge, opener: Opener): Promise<void> {
    badge.element.setAttribute('aria-expanded', 'true');
    const isStillOpen = () => intent.openBadge() === badge;
    // Without its script there is no card that Escape could close.
    if (!(await loader.loadScript())) return intent.forget(badge);
    if (!isStillOpen()) return;
    const loading = loader.load(badge);
    const early = await Promise.race([loading, after(LOADING_AFTER_MS)]);
    if (!isStillOpen()) return;
    drawCard(badge, early ?? { status: 'loading' });
    if (opener === 'click' && badge.element.matches(':focus-visible')) card?.element.focus({ preventScroll: true });
    if (early !== null) return;
    const late = await loading;
    if (isStillOpen()) card?.draw(late);
  }

  function drawCard(badge: ShownBadge, state: CardState): void {
    const create = findPart('__parallaxCard');
    if (create === null) return;
    card?.close();
    layer.takeTextSize();
    card = create({
      layer,
      state,
      place: {
        badge: () => badge.element.getBoundingClientRect(),
        headline: () => readTextBox(badge.link.anchor),
        isOnDark: badge.isOnDark,
        isRightToLeft: badge.isRightToLeft,
      },
      actions: {
        close: () => void intent.dismiss(),
        openStory: ({ isTrusted }) => {
          if (!isTrusted) return;
          void line.ask('links/open', { storyId: badge.story.storyId });
          intent.dismiss();
        },
        tryAgain: ({ isTrusted }) => {
          if (!isTrusted) return;
          card?.element.focus({ preventScroll: true }); // the focused button disappears
          card?.draw({ status: 'loading' });
          void loader.load(badge).then((again) => {
            if (intent.openBadge() === badge) card?.draw(again);
          });
        },
      },
    });
    const { element } = card;
    element.id = 'card';
    badge.element.setAttribute('aria-controls', element.id);
    // The page may keep the element of a closed card, and focus it.
    const whileOpen = (work: () => void) => () => {
      if (card?.element === element && intent.openBadge() === badge) work();
    };
    const [onPoint, onLeave] = [whileOpen(() => intent.pointAt(badge)), whileOpen(() => intent.leave())];
    watchPointing({ element, onPoint, onLeave });
    element.addEventListener(
      'focusin',
      whileOpen(() => intent.focus(badge)),
      { signal },
    );
  }

  /** If the focus is in the card, it returns to the badge, whatever closes the card. */
  function closeCard(badge: ShownBadge): void {
    if (card?.element.contains(layer.shadow.activeElement)) {
      isReturning = true;
      badge.element.focus({ preventScroll: true });
      isReturning = false;
    }
    badge.element.setAttribute('aria-expanded', 'false');
    badge.element.removeAttribute('aria-controls');
    card?.close();
    card = null;
    stopWanting(badge);
    placeSoon([badge]);
  }

  const findBadge = (isIt: (badge: ShownBadge) => boolean): ShownBadge | null => {
    for (const badge of badges()) if (isIt(badge)) return badge;
    return null;
  };

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (event.key === 'Escape') {
      // Stopped, so that a dialog of the page under the card stays open.
      if (intent.dismiss()) event.stopImmediatePropagation();
      return;
    }
    if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
    isTabbing = true;
    setTimeout(endTabbing); // no keyup arrives here if the focus moves into a frame or to the browser
    const next = findNext(event);
    if (next === null) return;
    next.element.focus({ preventScroll: !next.isStop });
    // Some pages take the focus away from foreign elements: then the browser continues from where it is.
    if (next.isStop && next.element.matches(':focus')) event.preventDefault();
  }

  /** The next Tab stop from a link, a badge or a card; `isStop: false` if the browser is to continue from that element itself. */
  function findNext(event: KeyboardEvent): { element: HTMLElement; isStop: boolean } | null {
    const target = event.composedPath()[0];
    const isBack = event.shiftKey;
    const ofLink = findBadge(({ link, box }) => link.link === target && box !== null);
    if (ofLink !== null) return isBack ? null : { element: ofLink.element, isStop: true };
    const opened = intent.openBadge();
    const inCard = card === null ? [] : [...card.element.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const badge = findBadge(({ element }) => element === target);
    if (badge !== null) {
      const first = opened === badge ? inCard[0] : undefined;
      if (first !== undefined && !isBack) return { element: first, isStop: true };
      return badge.link.link === null ? null : { element: badge.link.link, isStop: isBack };
    }
    if (opened === null || card === null || !(target instanceof Node) || !card.element.contains(target)) return null;
    if (isBack && (target === inCard[0] || target === card.element)) return { element: opened.element, isStop: true };
    if (!isBack && target === inCard.at(-1) && opened.link.link !== null) {
      return { element: opened.link.link, isStop: false };
    }
    return null;
  }

  addEventListener('keydown', onKey, { capture: true, signal });
  const onPress = (event: Event) => {
    if (!event.composedPath().includes(layer.host)) intent.dismiss();
  };
  addEventListener('pointerdown', onPress, { capture: true, passive: true, signal });
  // A press inside an iframe reaches its parent page only as a blur; switching to another window keeps the card. If badge or card
  // is under the pointer, nothing was pressed: the frame's script took the focus.
  const onBlur = () => {
    endTabbing();
    const isPointedAt = layer.surface.querySelector(':hover') !== null;
    if (document.activeElement?.localName === 'iframe' && !isPointedAt) intent.dismiss();
  };
  addEventListener('blur', onBlur, { passive: true, signal });
  layer.surface.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node) || !layer.surface.contains(relatedTarget)) intent.blur();
    },
    { signal },
  );
  for (const name of KEPT_EVENTS) {
    layer.host.addEventListener(name, (event) => event.stopPropagation(), { passive: true, signal });
  }

  return {
    add(badge) {
      const { element } = badge;
      watchPointing({ element, onPoint: () => intent.pointAt(badge), onLeave: () => intent.leave() });
      element.addEventListener('focus', () => {
        badge.isWanted = true;
        if (isTabbing && !isReturning) intent.focus(badge);
        endTabbing();
      });
      element.addEventListener('blur', () => {
        if (badge !== intent.openBadge() && stopWanting(badge)) placeSoon([badge]);
      });
      element.addEventListener('click', (event) => {
        event.preventDefault();
        // The second click of a double click, a habit of some readers, would close what the first one opened.
        if (event.isTrusted && event.detail < 2) intent.click(badge);
      });
    },
    remove(badge) {
      intent.forget(badge);
      loader.forget(badge.story);
    },
    prepare,
    openBadge: () => intent.openBadge(),
    placeCard: () => card?.place(),
    close() {
      intent.dismiss();
      stop.abort();
    },
  };
}

const after = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));
