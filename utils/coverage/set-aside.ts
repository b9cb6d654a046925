// The articles of a feed that the engine fails on: the feed's state lists them for as long as the feed does.
//
// So an engine of the same version does not try them again with each poll; one of another version does. They are stored with
// the feed, since they matter exactly as long as it would bring them back.
import type { FeedState } from '../../engine/feed/feed-state.ts';
import type { ArticleId } from '../../engine/ids.ts';

export function listSetAside(state: FeedState | null, engineVersion: number): readonly ArticleId[] {
  return state?.setAside?.engineVersion === engineVersion ? state.setAside.ids : [];
}

type Failing = { readonly engineVersion: number; readonly failed: readonly ArticleId[] };

export function addSetAside(state: FeedState, { engineVersion, failed }: Failing): FeedState {
  return withSetAside(state, { engineVersion, ids: [...listSetAside(state, engineVersion), ...failed] });
}

type Listing = { readonly engineVersion: number; readonly listed: Iterable<ArticleId> };

/** Without articles that the feed no longer lists. */
export function keepSetAside(state: FeedState, { engineVersion, listed }: Listing): FeedState {
  const isListed = new Set(listed);
  return withSetAside(state, {
    engineVersion,
    ids: listSetAside(state, engineVersion).filter((id) => isListed.has(id)),
  });
}

function withSetAside({ setAside: _before, ...state }: FeedState, setAside: SetAside): FeedState {
  return setAside.ids.length === 0 ? state : { ...state, setAside };
}

type SetAside = NonNullable<FeedState['setAside']>;
