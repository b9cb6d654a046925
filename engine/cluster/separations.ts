// Which articles must stay out of which stories ("not the same story"), also after stories were merged or split.
import type { ArticleId, StoryId } from '../ids.ts';

export type Separations = {
  readonly add: (articleId: ArticleId, storyId: StoryId) => void;
  readonly delete: (articleId: ArticleId, storyId: StoryId) => void;
  readonly redirect: (from: StoryId, to: StoryId) => void;
  /** What was told apart from the one story is apart from the other, which was part of it. */
  readonly inherit: (from: StoryId, to: StoryId) => void;
  /** The name leads nowhere else from now on. */
  readonly revive: (storyId: StoryId) => void;
  readonly resolve: (storyId: StoryId) => StoryId;
  /** True when the article may not be in the story, whatever the story was called when the reader said so. */
  readonly isBarred: (articleId: ArticleId, storyId: StoryId) => boolean;
  readonly isEmpty: () => boolean;
  readonly save: () => SeparationState;
};

export type SeparationState = {
  readonly pairs: readonly (readonly [ArticleId, StoryId])[];
  readonly redirects: readonly (readonly [StoryId, StoryId])[];
};

export function createSeparations(state?: SeparationState): Separations {
  const barred = new Map<ArticleId, Set<StoryId>>();
  const redirects = new Map<StoryId, StoryId>(state?.redirects ?? []);

  const resolve = (storyId: StoryId): StoryId => {
    let at = storyId;
    for (let next = redirects.get(at); next !== undefined; next = redirects.get(at)) at = next;
    return at;
  };

  const add = (articleId: ArticleId, storyId: StoryId) => {
    const stories = barred.get(articleId);
    if (stories) stories.add(storyId);
    else barred.set(articleId, new Set([storyId]));
  };

  for (const [articleId, storyId] of state?.pairs ?? []) add(articleId, storyId);

  return {
    add,
    delete(articleId, storyId) {
      const stories = barred.get(articleId);
      const target = resolve(storyId);
      for (const named of stories ?? []) if (named === storyId || resolve(named) === target) stories?.delete(named);
      if (stories?.size === 0) barred.delete(articleId);
    },
    redirect(from, to) {
      redirects.delete(to); // a name that lives again leads nowhere else, which also rules out circles
      if (resolve(to) !== from) redirects.set(from, to);
    },
    inherit(from, to) {
      for (const [articleId, stories] of barred) {
        if ([...stories].some((named) => resolve(named) === from)) add(articleId, to);
      }
    },
    revive: (storyId) => {
      redirects.delete(storyId);
    },
    resolve,
    isBarred(articleId, storyId) {
      const stories = barred.get(articleId);
      if (!stories) return false;
      const target = resolve(storyId);
      for (const named of stories) if (named === storyId || resolve(named) === target) return true;
      return false;
    },
    isEmpty: () => barred.size === 0,
    save: () => ({
      pairs: [...barred].flatMap(([articleId, stories]) =>
        [...stories].map((storyId) => [articleId, storyId] as const),
      ),
      redirects: [...redirects],
    }),
  };
}
