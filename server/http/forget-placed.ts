// Drops the lookup answers that lack a newly placed article, so that it is found within a second or two.
import { type HashPrefix, LOOKUP_ALL, LOOKUP_BITS_MAX, toHashPrefix } from '../../engine/api.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { IndexChange } from './served-index.ts';

type Caches = { readonly lookups: AnswerCache; readonly answers: AnswerCache };

export function forgetPlaced({ lookups, answers }: Caches, change: IndexChange): void {
  if (change.kind === 'other-index') {
    lookups.clear();
    answers.clear();
    return;
  }
  for (const id of change.articleIds) {
    const longest: HashPrefix = toHashPrefix(id, LOOKUP_BITS_MAX);
    for (let bits = 1; bits <= LOOKUP_BITS_MAX; bits++) lookups.drop(longest.slice(0, bits));
  }
  lookups.drop(LOOKUP_ALL);
}
