// Records the calls that change the engine, and replays them: a new worker opens the last snapshot and replays the calls since.
//
// The engine is deterministic, so the same calls lead to the same state. Their answers are recorded, too: if a replayed call
// answers otherwise, the state is not used.
import { askEngine } from '../../engine/engine-failure.ts';
import { type ClusterArticle, isSamePlace, type Maintenance, type StoryClusterer } from '../../engine/ports.ts';
import type { EngineCall } from '../store/records.ts';

/** `noted` behaves like the clusterer and appends each call that changes it to `calls`. */
export function noteCalls(clusterer: StoryClusterer): { readonly noted: StoryClusterer; readonly calls: EngineCall[] } {
  const calls: EngineCall[] = [];
  const noted: StoryClusterer = {
    ...clusterer,
    add(article) {
      const placement = clusterer.add(article);
      calls.push({ name: 'add', article: pickClustered(article), placement });
      return placement;
    },
    putBack(article, storyId) {
      const placement = clusterer.putBack(article, storyId);
      calls.push({ name: 'put-back', article: pickClustered(article), storyId, placement });
      return placement;
    },
    restore(article, placement) {
      clusterer.restore(article, placement);
      calls.push({ name: 'restore', article: pickClustered(article), placement });
    },
    remove(id) {
      clusterer.remove(id);
      calls.push({ name: 'remove', id });
    },
    maintain() {
      const maintenance = clusterer.maintain();
      calls.push({ name: 'maintain', moves: [...maintenance.moves] });
      return maintenance;
    },
    separate(separation) {
      clusterer.separate(separation);
      calls.push({ name: 'separate', separation });
    },
    unseparate(separation) {
      clusterer.unseparate(separation);
      calls.push({ name: 'unseparate', separation });
    },
  };
  return { noted, calls };
}

/** Without the fields that hosts keep beside these. */
function pickClustered(article: ClusterArticle): Omit<ClusterArticle, 'body' | 'dense'> {
  const { id, url, outletId, title, lead, lang, kind, publishedAt, firstSeenAt, credit } = article;
  return { id, url, outletId, title, lead, lang, kind, publishedAt, firstSeenAt, credit };
}

/** False when an answer differs from the recorded one; the clusterer must be dropped then. */
export function repeatCalls(clusterer: StoryClusterer, calls: readonly EngineCall[]): boolean {
  return calls.every((call) => askEngine(() => repeatCall(clusterer, call)));
}

function repeatCall(clusterer: StoryClusterer, call: EngineCall): boolean {
  switch (call.name) {
    case 'add':
      return isSamePlace(clusterer.add(call.article), call.placement);
    case 'put-back':
      return isSamePlace(clusterer.putBack(call.article, call.storyId), call.placement);
    case 'maintain':
      return areSameMoves(clusterer.maintain().moves, call.moves);
    case 'restore':
      clusterer.restore(call.article, call.placement);
      return true;
    case 'remove':
      clusterer.remove(call.id);
      return true;
    case 'separate':
      clusterer.separate(call.separation);
      return true;
    case 'unseparate':
      clusterer.unseparate(call.separation);
      return true;
  }
}

function areSameMoves(moves: Maintenance['moves'], others: Maintenance['moves']): boolean {
  return (
    moves.length === others.length &&
    moves.every((move, at) => {
      const other = others[at];
      return move.articleId === other?.articleId && isSamePlace(move, other);
    })
  );
}
