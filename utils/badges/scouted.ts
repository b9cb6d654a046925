// What the scout hands over to the finder in the same page, through a global of their isolated world.
import type { BadgeOrders, BadgeStory } from './badge-schema.ts';

export type Scouted = {
  /** The page that it applies to. */
  readonly pageUrl: string;
  readonly orders: BadgeOrders;
  /** Stories of covered links, by the address that the link has in the page. */
  readonly stories: ReadonlyMap<string, BadgeStory>;
};

const MARK = '__parallaxScouted';

/** `take` is called when the finder takes over. */
export function offerScouted(take: () => Scouted | null): void {
  Reflect.set(globalThis, MARK, take);
}

/** Also ends the scout. Null if the worker must be asked. */
export function takeScouted(): Scouted | null {
  const take: unknown = Reflect.get(globalThis, MARK);
  return typeof take === 'function' ? take() : null;
}
