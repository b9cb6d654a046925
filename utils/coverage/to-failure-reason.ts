// What a failed question is called in the tab's state, where the popup has a sentence and a next step for each.
import type { CoverageError, ServerProblem } from '../../engine/ports.ts';
import type { FailureReason } from '../tab-state.ts';

export function toFailureReason(error: CoverageError): FailureReason {
  switch (error.reason) {
    case 'aborted':
      return 'timeout';
    case 'server':
      return SERVER_FAILURES[error.problem];
    default:
      return error.reason;
  }
}

const SERVER_FAILURES: Readonly<Record<ServerProblem, FailureReason>> = {
  unreachable: 'server-unreachable',
  'not-allowed': 'server-not-allowed',
  'token-refused': 'server-token-refused',
  busy: 'server-busy',
  failing: 'server-failing',
  withheld: 'server-withheld',
  unreadable: 'server-unreadable',
  'no-crowd': 'server-no-crowd',
};
