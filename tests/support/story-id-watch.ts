// Follows every story id that a reader may hold through all that becomes of stories, and throws where one leads wrong.

/** As hosts store them: where each article is, and where each id leads that is no living story's. */
export type StoredPlaces = {
  readonly places: ReadonlyMap<string, string>;
  readonly redirects: ReadonlyMap<string, string>;
};

export function createIdWatch() {
  /** For each id the articles that a reader could have found under it. */
  const shown = new Map<string, Set<string>>();
  /** A watch over calm stories would prove nothing. */
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
    // The larger part keeps the name, also of stories that are merged and parted in one maintenance: then none of what it
    // had before may be left in it. Whoever is led to it is led there, too.
    const isExchanged = [...before.places.values()].includes(now) && !found.some((id) => before.places.get(id) === now);
    if (articles.size > 0 && !isExchanged && !found.some((id) => articles.has(id))) {
      throw new Error(`${storyId} leads to ${now}, which has none of ${[...articles]}`);
    }
    shown.set(storyId, new Set([...articles, ...found]));
  }

  return {
    seen: () => seen,
    /** To be called after each change. */
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
