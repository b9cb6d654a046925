// What the scripts of one page know of each other: the finder of links, the overlay that draws badges, and the card.
//
// They are files of their own, loaded when they are needed, in one world that the page cannot see; each leaves its
// factory there under a name.
import type { StoryLink } from '../../links/story-link.ts';
import type { WorkerLine } from '../ask-worker.ts';
import type { BadgeDensity, BadgeStory, CardAnswer } from '../badge-schema.ts';
import type { Box } from './find-spot.ts';
import type { Layer } from './layer.ts';

export type BadgeOverlay = {
  /** Shows a badge, or changes the one that is there. */
  show(found: readonly { readonly link: StoryLink; readonly story: BadgeStory }[]): void;
  remove(links: readonly StoryLink[]): void;
  /** Leaves nothing of it in the page. */
  close(): void;
};

export type OverlayOptions = { readonly line: WorkerLine; readonly density: BadgeDensity };

export type CardState = { readonly status: 'loading' } | CardAnswer;

export type CardActions = { close(): void; openStory(event: Event): void; tryAgain(event: Event): void };

export type CardPlace = {
  /** Of the badge. */
  readonly badge: () => Box;
  /** Of what the card must not cover: the headline that the badge belongs to. */
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

/** Calls back, at once or later, when the part's script has run in this page; the last caller of a part is told, once. */
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
