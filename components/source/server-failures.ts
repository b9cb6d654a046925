// The sentence for each way in which a server fails to answer: what is the case and what helps.
import type { ServerFailure } from '../popup/popup-state.ts';
import type { TextKey } from '../words/words.ts';

export const SERVER_FAILURE_TEXTS: Readonly<Record<ServerFailure, TextKey>> = {
  offline: 'serverOffline',
  'server-unreachable': 'serverUnreachable',
  'server-not-allowed': 'serverNotAllowed',
  'server-token-refused': 'serverTokenRefused',
  'server-busy': 'serverBusy',
  'server-failing': 'serverFailing',
  'server-unreadable': 'serverUnreadable',
  'server-no-crowd': 'serverNoCrowd',
};

/** Not asked, refused, or without an answer: the title must not blame a server that was left alone. */
export const SERVER_FAILURE_TITLES: Readonly<Record<ServerFailure, TextKey>> = {
  offline: 'serverNotAskedTitle',
  'server-unreachable': 'serverFailedTitle',
  'server-not-allowed': 'serverNotAskedTitle',
  'server-token-refused': 'serverRefusedTitle',
  'server-busy': 'serverFailedTitle',
  'server-failing': 'serverFailedTitle',
  'server-unreadable': 'serverUnreadableTitle',
  'server-no-crowd': 'serverNotAskedTitle',
};

/** Access, a token, another address or this device instead: all of them are chosen in the server settings. */
export function needsServerSettings(reason: ServerFailure): boolean {
  switch (reason) {
    case 'server-not-allowed':
    case 'server-token-refused':
    case 'server-unreadable':
    case 'server-no-crowd':
      return true;
    case 'offline':
    case 'server-unreachable':
    case 'server-busy':
    case 'server-failing':
      return false;
  }
}

export const isServerFailure = (reason: string): reason is ServerFailure => Object.hasOwn(SERVER_FAILURE_TEXTS, reason);
