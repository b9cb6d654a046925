// Why the last poll of a feed brought nothing, in words.
import type { TextKey } from '../words/words.ts';

const PROBLEMS: Readonly<Record<string, TextKey>> = {
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

export function nameProblem(problem: string): TextKey {
  return (Object.hasOwn(PROBLEMS, problem) ? PROBLEMS[problem] : undefined) ?? 'problemOther';
}
