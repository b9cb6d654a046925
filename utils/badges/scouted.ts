// What the scout leaves to the finder of its page, in the world that both have to themselves.
import type { BadgeOrders, BadgeStory } from './badge-schema.ts';

export type Scouted = {
  /** The page for which it was told. */
  readonly pageUrl: string;
  readonly orders: BadgeOrders;
  /** Stories of links that are covered, by the address that the link has in the page. */
  readonly stories: ReadonlyMap<string, BadgeStory>;
};

const MARK = '__parallaxScouted';

/** `take` is called when the finder takes over. */
export function offerScouted(take: () => Scouted | null): void {
  Reflect.set(globalThis, MARK, take);
}

/** Ends the scout. Only once there is something to take; null where the worker has to be asked. */
export function takeScouted(): Scouted | null {
  const take: unknown = Reflect.get(globalThis, MARK);
  return typeof take === 'function' ? take() : null;
}
