// Follows every story id that a user may have, through all merges and splits, and throws if one leads to a wrong story.

/** As hosts store them: each article's story, and the story that each id without a living story leads to. */
export type StoredPlaces = {
  readonly places: ReadonlyMap<string, string>;
  readonly redirects: ReadonlyMap<string, string>;
};

export function createIdWatch() {
  /** For each id, the articles that a user could have found under it. */
  const shown = new Map<string, Set<string>>();
  /** Counted to check that the stories do change: otherwise the watch would prove nothing. */
  const seen = { merged: 0, parted: 0, ended: 0 };
  let before: StoredPlaces = { places: new Map(), redirects: new Map() };

  function checkId(storyId: string, { places, redirects }: StoredPlaces): void {
    const articles = shown.get(storyId) ?? new Set();
    const now = redirects.get(storyId) ?? storyId;
    const found = [...places].flatMap(([id, place]) => (place === now ? [id] : []));
    const left = [...articles].filter((id) => places.has(id));
    if (found.length === 0) {
      if (left.length > 0) throw new Error(`${storyId} has ended, but not ${left}`);
      shown.delete(storyId);
      seen.ended += 1;
      return;
    }
    // The larger part of a split keeps the id. If stories are merged and split in one maintenance pass, that part may have
    // none of the articles that the id had before, and other ids that lead to it lead there as well.
    const isExchanged = [...before.places.values()].includes(now) && !found.some((id) => before.places.get(id) === now);
    if (articles.size > 0 && !isExchanged && !found.some((id) => articles.has(id))) {
      throw new Error(`${storyId} leads to ${now}, which has none of ${[...articles]}`);
    }
    shown.set(storyId, new Set([...articles, ...found]));
  }

  return {
    seen: () => seen,
    /** Call it after each change. */
    check(stored: StoredPlaces): void {
      const { places, redirects } = stored;
      for (const storyId of new Set([...places.values(), ...shown.keys()])) checkId(storyId, stored);
      for (const [id, place] of before.places) {
        const now = places.get(id);
        if (now === undefined || now === place) continue;
        if (redirects.get(place) === now) seen.merged += 1;
        else seen.parted += 1;
      }
      before = stored;
    },
  };
}
