// What a tab shows when a question failed.
import type { CoverageError } from '../../engine/ports.ts';
import { toFailureReason } from '../coverage/to-failure-reason.ts';
import type { PageState } from '../tab-state.ts';

export function toFailedPage(error: CoverageError): PageState {
  const detail = describe(error);
  return { status: 'failed', reason: toFailureReason(error), detail };
}

function describe(error: CoverageError): string {
  if (error.reason === 'storage-failed') return String(error.cause);
  return error.reason === 'server' ? `${error.problem} (status ${error.status})` : error.reason;
}
