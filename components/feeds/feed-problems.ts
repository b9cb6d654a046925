// Why the last poll of a feed brought nothing, in words.
import type { FeedProblem } from '../../engine/feed/feed-state.ts';
import type { TextKey } from '../words/words.ts';

export const FEED_PROBLEMS: Readonly<Record<FeedProblem, TextKey>> = {
  offline: 'problemOffline',
  timeout: 'problemTimeout',
  network: 'problemNetwork',
  'http-error': 'problemHttp',
  gone: 'problemGone',
  busy: 'problemBusy',
  'too-large': 'problemTooLarge',
  empty: 'problemEmpty',
  'not-a-feed': 'problemNotFeed',
  malformed: 'problemMalformed',
};
