// Which articles of a feed the engine failed over: the feed's state names them for as long as the feed lists them.
//
// So the same engine does not try them again with each poll; one of another version does. They are kept with the feed,
// because they are to be known exactly as long as it would bring them back.
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

/** Without what the feed lists no longer. */
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
