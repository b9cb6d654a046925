// How the scripts in one page find each other: the finder of links, the overlay that draws badges, and the card.
//
// They are separate files, loaded on demand into one isolated world that the page cannot see; each stores its factory there under
// a global name.
import type { StoryLink } from '../../links/story-link.ts';
import type { WorkerLine } from '../ask-worker.ts';
import type { BadgeDensity, BadgeStory, CardAnswer } from '../badge-schema.ts';
import type { Box } from './find-spot.ts';
import type { Layer } from './layer.ts';

export type BadgeOverlay = {
  /** Shows badges, or updates existing ones. */
  show(found: readonly { readonly link: StoryLink; readonly story: BadgeStory }[]): void;
  remove(links: readonly StoryLink[]): void;
  /** Removes everything from the page. */
  close(): void;
};

export type OverlayOptions = { readonly line: WorkerLine; readonly density: BadgeDensity };

export type CardState = { readonly status: 'loading' } | CardAnswer;

export type CardActions = { close(): void; openStory(event: Event): void; tryAgain(event: Event): void };

export type CardPlace = {
  /** The box of the badge. */
  readonly badge: () => Box;
  /** The box that the card must not cover: the badge's headline. */
  readonly headline: () => Box;
  readonly isOnDark: boolean;
  readonly isRightToLeft: boolean;
};

export type OpenCard = {
  readonly element: HTMLElement;
  draw(state: CardState): void;
  place(): void;
  close(): void;
};

export type CardOptions = {
  readonly layer: Layer;
  readonly place: CardPlace;
  readonly actions: CardActions;
  readonly state: CardState;
};

type Factories = {
  __parallaxOverlay: (options: OverlayOptions) => BadgeOverlay;
  __parallaxCard: (options: CardOptions) => OpenCard;
};

export function offerPart<Name extends keyof Factories>(name: Name, factory: Factories[Name]): void {
  Reflect.set(globalThis, name, factory);
  const onOffered: unknown = Reflect.get(globalThis, waiterOf(name));
  if (typeof onOffered === 'function') onOffered();
}

/** Calls back, now or later, when the part's script has run in this page; only the last caller per part is called, once. */
export function whenOffered<Name extends keyof Factories>(
  name: Name,
  onOffered: (part: Factories[Name]) => void,
): void {
  const tell = () => {
    const part = findPart(name);
    if (part === null) return;
    Reflect.deleteProperty(globalThis, waiterOf(name));
    onOffered(part);
  };
  Reflect.set(globalThis, waiterOf(name), tell);
  tell();
}

const waiterOf = (name: keyof Factories): string => `${name}Waiter`;

/** Null until the part's script has run in this page. */
export function findPart<Name extends keyof Factories>(name: Name): Factories[Name] | null {
  const factory: unknown = Reflect.get(globalThis, name);
  return typeof factory === 'function' ? (factory as Factories[Name]) : null;
}
