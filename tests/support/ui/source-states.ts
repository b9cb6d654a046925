// States of the options page's sections of server mode, with an invented library's server.
import type { OptionsState } from '../../../components/options/options-state.ts';
import type { LedgerState, SourceChoice } from '../../../components/source/source-state.ts';
import type { LedgerEntry } from '../../../utils/ledger-entry.ts';
import { ledgerLineOf } from '../ledger-line.ts';
import { NOW } from './invented-story.ts';

const MINUTE = 60_000;
const ADDRESS = 'https://news.library.test/';

export const DEVICE_CHOICE: SourceChoice = {
  mode: 'on-device',
  address: '',
  token: '',
  isHeadlineSent: false,
  isLinkLookupOn: false,
  isFallBackOn: false,
  locked: [],
  keepsNothing: false,
};

const SERVER_CHOICE: SourceChoice = { ...DEVICE_CHOICE, mode: 'server', address: ADDRESS, token: 'invented-token' };

export const EMPTY_LEDGER: LedgerState = {
  filter: 'all',
  lines: [],
  total: 0,
  limit: 50,
  hasMore: false,
  isDiskRead: true,
};

const line = (minutesAgo: number, kind: LedgerEntry['kind'], changes: Partial<LedgerEntry> = {}) =>
  ledgerLineOf({
    at: NOW - minutesAgo * MINUTE,
    host: 'news.library.test',
    method: kind === 'match' ? 'POST' : 'GET',
    kind,
    hasToken: true,
    sentBytes: 27,
    receivedBytes: 61_230,
    ...changes,
  });

const LEDGER: LedgerState = {
  filter: 'all',
  total: 214,
  limit: 50,
  hasMore: true,
  isDiskRead: true,
  lines: [
    line(1, 'story', { contained: { type: 'story-id' }, sentBytes: 41 }),
    line(2, 'lookup', { contained: { type: 'hash-bits', bits: 13 } }),
    line(9, 'match', { contained: { type: 'headline', characters: 512 }, sentBytes: 702, receivedBytes: 310 }),
    line(15, 'lookup', { contained: { type: 'hash-bits', bits: 13 }, isInMemory: true }),
    line(30, 'story-context', { contained: { type: 'story-and-reader' }, outcome: { type: 'answered', status: 304 } }),
    line(44, 'meta', { receivedBytes: 0, outcome: { type: 'failed', reason: 'unreachable' } }),
    line(90, 'lookup', { contained: { type: 'whole-index' }, hasToken: false }),
    line(95, 'stories', { contained: { type: 'search', characters: 11 } }),
  ],
};

const FACTS = {
  name: 'Invented City Library',
  articles: 412_300,
  stories: 88_120,
  outlets: 2104,
  articleSeenAt: NOW - 3 * MINUTE,
  engineVersion: 6,
  crowd: 74,
};

export const SERVER_STATES = (options: OptionsState): Readonly<Record<string, OptionsState>> => ({
  'server-in-use': { ...options, source: { ...SERVER_CHOICE, isHeadlineSent: true }, ledger: LEDGER },
  'server-tested': {
    ...options,
    source: { ...SERVER_CHOICE, mode: 'server', address: '', isFallBackOn: true },
    serverTest: { ...FACTS, status: 'answered', address: ADDRESS, token: '' },
    ledger: { ...LEDGER, filter: 'meta', lines: [], total: 0, hasMore: false },
  },
  'server-failed': {
    ...options,
    source: SERVER_CHOICE,
    serverTest: { status: 'failed', reason: 'server-token-refused', address: 'news.library.test' },
  },
  'server-of-organisation-failed': {
    ...options,
    source: { ...SERVER_CHOICE, locked: ['mode', 'address', 'token'] },
    serverTest: { status: 'failed', reason: 'server-token-refused', address: 'news.library.test' },
  },
  'server-not-secure': { ...options, source: SERVER_CHOICE, serverTest: { status: 'not-secure' } },
  'server-of-organisation': {
    ...options,
    source: {
      ...SERVER_CHOICE,
      locked: ['mode', 'address', 'token', 'headline', 'links', 'fall-back'],
      keepsNothing: true,
    },
    serverTest: { ...FACTS, status: 'answered', address: ADDRESS, token: 'invented-token', crowd: null },
    packs: (options.packs ?? []).map((pack) => ({ ...pack, isManaged: !pack.isShipped, isLocked: true })),
    ledger: { ...LEDGER, lines: LEDGER.lines.slice(0, 2), total: 2, hasMore: false },
  },
});
