// Which articles must stay out of which stories ("not the same story"), also after stories were merged or split.
//
// A mark is kept under the story's id at the time, and redirects tell what became of it. Marks that follow from it, for
// stories split off later, are kept beside it and go when it is taken back. Example: x is marked against A. A is merged
// into B, so x stays out of B. C is split off from B: x–C follows from x–A. Taking back x–B (A's id now) takes back both.
import type { ArticleId, StoryId } from '../ids.ts';
import type { Separation } from '../ports.ts';
import type { Mark } from '../schema.ts';

export type Separations = {
  /** `named`: the story that the reader named, where this mark follows from one against another story. */
  readonly add: (separation: Separation & { readonly named?: StoryId }) => void;
  readonly delete: (separation: Separation) => void;
  readonly redirect: (from: StoryId, to: StoryId) => void;
  /** Marks against `from` hold for `to`, which was part of it. */
  readonly inherit: (from: StoryId, to: StoryId) => void;
  /** Ends the id's redirect; marks against the id still hold for the story that it redirected to. */
  readonly revive: (storyId: StoryId) => void;
  readonly resolve: (storyId: StoryId) => StoryId;
  /** True when the article must not be in the story, under whatever id the mark was made. */
  readonly isBarred: (articleId: ArticleId, storyId: StoryId) => boolean;
  readonly isEmpty: () => boolean;
  /**
   * Drops marks of which both story and article are gone, and redirects that lead nowhere. While the article is there its
   * mark stays: the story's first article may come again, and the two must stay apart then.
   */
  readonly forget: (living: Living) => void;
  /** All marks, resolved: each under the story's id at the time and under its present id. */
  readonly marks: () => Mark[];
  readonly save: () => SeparationState;
};

type Living = {
  readonly hasStory: (storyId: StoryId) => boolean;
  readonly hasArticle: (articleId: ArticleId) => boolean;
};

export type SeparationState = {
  /** Article, story, and the story that the reader named: the same, or the one whose mark this follows from. */
  readonly pairs: readonly (readonly [ArticleId, StoryId, StoryId])[];
  readonly redirects: readonly (readonly [StoryId, StoryId])[];
};

export function createSeparations(state?: SeparationState): Separations {
  const barred = new Map<ArticleId, Map<StoryId, StoryId>>(); // from each story to the one that the reader named
  const redirects = new Map<StoryId, StoryId>(state?.redirects ?? []);

  const resolve = (storyId: StoryId): StoryId => {
    let at = storyId;
    for (let next = redirects.get(at); next !== undefined; next = redirects.get(at)) at = next;
    return at;
  };

  const add = ({ articleId, storyId, named }: Mark) => {
    const stories = barred.get(articleId) ?? new Map<StoryId, StoryId>();
    barred.set(articleId, stories);
    if (named === storyId || !stories.has(storyId)) stories.set(storyId, named);
  };

  const inherit = (from: StoryId, to: StoryId) => {
    for (const [articleId, stories] of barred) {
      const found = [...stories].find(([storyId]) => resolve(storyId) === from);
      if (found) add({ articleId, storyId: to, named: found[1] });
    }
  };

  const revive = (storyId: StoryId) => {
    const end = resolve(storyId);
    if (!redirects.delete(storyId)) return;
    inherit(storyId, end);
  };

  for (const [articleId, storyId, named] of state?.pairs ?? []) add({ articleId, storyId, named });

  return {
    add: ({ articleId, storyId, named = storyId }) => add({ articleId, storyId, named }),
    delete({ articleId, storyId }) {
      const stories = barred.get(articleId);
      if (!stories) return;
      const target = resolve(storyId);
      const isMeant = (one: StoryId) => resolve(one) === target;
      for (const [one, named] of [...stories]) if (isMeant(one) || isMeant(named)) stories.delete(one);
      if (stories.size === 0) barred.delete(articleId);
    },
    redirect(from, to) {
      revive(to); // an id in use again redirects nowhere, which also rules out circles
      if (resolve(to) !== from) redirects.set(from, to);
    },
    inherit,
    revive,
    resolve,
    isBarred(articleId, storyId) {
      const stories = barred.get(articleId);
      if (!stories) return false;
      const target = resolve(storyId);
      for (const one of stories.keys()) if (resolve(one) === target) return true;
      return false;
    },
    isEmpty: () => barred.size === 0,
    forget({ hasStory, hasArticle }) {
      for (const [articleId, stories] of barred) {
        if (hasArticle(articleId)) continue;
        for (const storyId of stories.keys()) if (!hasStory(resolve(storyId))) stories.delete(storyId);
        if (stories.size === 0) barred.delete(articleId);
      }
      const marked = new Set([...barred.values()].flatMap((stories) => [...stories.keys()].map(resolve)));
      const isOver = (end: StoryId) => !hasStory(end) && !marked.has(end);
      for (const from of [...redirects.keys()].filter((one) => isOver(resolve(one)))) redirects.delete(from);
    },
    marks: () =>
      [...barred].flatMap(([articleId, stories]) => {
        const names = new Map<StoryId, StoryId>();
        for (const [storyId, named] of stories) {
          names.set(storyId, resolve(named));
          if (!stories.has(resolve(storyId))) names.set(resolve(storyId), resolve(named));
        }
        return [...names].map(([storyId, named]) => ({ articleId, storyId, named }));
      }),
    save: () => ({
      pairs: [...barred].flatMap(([articleId, stories]) =>
        [...stories].map(([storyId, named]) => [articleId, storyId, named] as const),
      ),
      redirects: [...redirects],
    }),
  };
}
