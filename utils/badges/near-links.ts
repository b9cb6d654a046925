// Tells which links come near the window, each once: only these are looked up.

/** Above and below the window: a screen ahead of a reader who scrolls. */
const MARGIN = '600px 0px';

export type NearLinks<Link> = { add(link: Link): void; remove(link: Link): void; close(): void };

/** `onNear` gets those that came near together. */
export function watchNearLinks<Link extends { readonly anchor: Element }>(
  onNear: (links: readonly Link[]) => void,
): NearLinks<Link> {
  const byAnchor = new Map<Element, Set<Link>>();
  const observer = new IntersectionObserver(
    (entries) => {
      const near: Link[] = [];
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        near.push(...(byAnchor.get(target) ?? []));
        byAnchor.delete(target);
      }
      if (near.length > 0) onNear(near);
    },
    { rootMargin: MARGIN },
  );
  return {
    add(link) {
      const links = byAnchor.get(link.anchor);
      if (links !== undefined) {
        links.add(link);
        return;
      }
      byAnchor.set(link.anchor, new Set([link]));
      observer.observe(link.anchor);
    },
    remove(link) {
      const links = byAnchor.get(link.anchor);
      links?.delete(link);
      if (links?.size !== 0) return;
      byAnchor.delete(link.anchor);
      observer.unobserve(link.anchor);
    },
    close: () => observer.disconnect(),
  };
}
