// Every state that the popup can show, with invented content, for screenshots, axe and component tests.
import type { PopupState, ServerFailure } from '../../../components/popup/popup-state.ts';
import { StoryId } from '../../../engine/ids.ts';
import type { Coverage, Match } from '../../../engine/schema.ts';
import { EDGE_COVERAGES } from './edge-coverages.ts';
import { INVENTED_OUTLETS } from './invented-outlets.ts';
import { coverageOfOutlets, inventedCoverage, NOW, OPEN_URL } from './invented-story.ts';

const MINUTE = 60_000;
const site = { host: 'herald.test', isOn: true };
const article = { url: OPEN_URL, kind: 'report' } as const;
const coverage = inventedCoverage();

export const CERTAIN: Match = {
  storyId: StoryId.parse('story-pier'),
  confidence: 0.97,
  reasons: [
    { kind: 'words', words: ['pier', 'collapse', 'ferry', 'stranded'] },
    { kind: 'names', names: ['Northmark'] },
    { kind: 'numbers', numbers: ['40', '2009'] },
    { kind: 'time', hoursApart: 1.4 },
  ],
};

const outlet = (id: string) => INVENTED_OUTLETS[id] ?? null;

const plain = (page: PopupState['page'], notices: PopupState['notices'] = []): PopupState => ({
  site,
  isPrivate: false,
  serverHost: null,
  serverLocks: [],
  badges: 'all',
  offer: null,
  outlet: null,
  page,
  notices,
});
const covered = (shown: Coverage, notices: PopupState['notices'] = []): PopupState =>
  plain({ status: 'covered', article, match: CERTAIN, coverage: shown, server: null }, notices);

const SERVER_HOST = 'news.library.test';
const server = { host: SERVER_HOST, crowd: 76, hasSentHeadline: false, hasNamedStory: true };
const unnamed = { ...server, hasNamedStory: false };
const byServer = (page: PopupState['page'], notices: PopupState['notices'] = []): PopupState => ({
  ...plain(page, notices),
  serverHost: SERVER_HOST,
});
const serverFailed = (reason: ServerFailure) => byServer({ status: 'failed', reason, hasCopiedDetails: null });

/** With an organisation that decided everything about the server. */
const organisationFailed = (reason: ServerFailure): PopupState => ({
  ...serverFailed(reason),
  serverLocks: ['mode', 'address', 'token', 'headline', 'links', 'fall-back'],
});

const uncovered = {
  status: 'uncovered',
  feeds: 118,
  askedAt: NOW - 6 * MINUTE,
  isAsking: false,
  pausedUntil: null,
  isPolling: true,
} as const;
const firstSync = { kind: 'first-sync', done: 23, total: 120, articles: 1840, stories: 312 } as const;
const stories = [coverageOfOutlets('herald', 'tribune', 'public').story, coverage.story].map((story, index) => ({
  ...story,
  id: StoryId.parse(`story-${index}`),
}));

export const POPUP_STATES: Readonly<Record<string, PopupState>> = {
  covered: covered(coverage),
  'covered-few-rated': covered(coverageOfOutlets('tribune', 'gazette', 'blog', 'gull')),
  'covered-none-rated': covered(coverageOfOutlets('manar', 'majak')),
  ...Object.fromEntries(Object.entries(EDGE_COVERAGES).map(([name, edge]) => [`covered-${name}`, covered(edge)])),
  'covered-opinion': plain({
    status: 'covered',
    article: { ...article, kind: 'opinion' },
    match: CERTAIN,
    coverage: coverageOfOutlets('lookout', 'herald', 'tribune', 'sentinel'),
    server: null,
  }),
  'covered-first-sync': covered(coverage, [firstSync]),
  'covered-offline': covered(coverage, [
    { kind: 'offline', since: NOW - 95 * MINUTE, lastSuccessAt: NOW - 100 * MINUTE },
  ]),
  possible: plain({
    status: 'possible',
    article,
    match: { ...CERTAIN, confidence: 0.58, reasons: CERTAIN.reasons.slice(0, 2) },
    coverage,
    server: null,
  }),
  reading: plain({ status: 'reading' }),
  'not-article': {
    ...plain({ status: 'not-article', stories, isOutletAwaited: false, asArticle: 'no' }),
    outlet: outlet('herald'),
  },
  'not-article-labeled': {
    ...plain({ status: 'not-article', stories: [], isOutletAwaited: false, asArticle: 'offered' }),
    outlet: outlet('gull'),
  },
  'not-article-empty': plain({ status: 'not-article', stories: [], isOutletAwaited: false, asArticle: 'offered' }),
  'not-article-said': plain({ status: 'not-article', stories, isOutletAwaited: false, asArticle: 'said' }),
  'needs-permission': {
    ...plain({ status: 'needs-permission', wasRefused: false }),
    badges: null,
    outlet: outlet('sentinel'),
  },
  'needs-permission-refused': { ...plain({ status: 'needs-permission', wasRefused: true }), badges: null },
  'no-feeds': { ...plain({ status: 'no-feeds', hasArticles: false }), outlet: outlet('lookout') },
  'no-feeds-left': plain({ status: 'no-feeds', hasArticles: true }),
  'first-sync': plain({ status: 'first-sync' }, [firstSync]),
  unasked: plain({ status: 'unasked' }),
  'unasked-offline': plain({ status: 'unasked' }, [{ kind: 'offline', since: NOW - 5 * MINUTE, lastSuccessAt: null }]),
  'too-old': {
    ...plain({ status: 'too-old', publishedAt: Date.UTC(2019, 4, 12, 8), keepDays: 14 }),
    outlet: outlet('manar'),
  },
  uncovered: plain(uncovered),
  'uncovered-rated': { ...plain(uncovered), outlet: outlet('herald') },
  'covered-rated': { ...covered(coverageOfOutlets('tribune', 'gazette', 'blog', 'gull')), outlet: outlet('herald') },
  'uncovered-not-polling': plain({ ...uncovered, isPolling: false }),
  'uncovered-failing': plain({ ...uncovered, feeds: 0 }),
  'uncovered-paused': plain({ ...uncovered, feeds: 0, pausedUntil: NOW + 35 * MINUTE }),
  'uncovered-separated': plain({ ...uncovered, isAsking: true }, [{ kind: 'separated', title: coverage.story.title }]),
  'site-off': {
    site: { ...site, isOn: false },
    isPrivate: false,
    serverHost: null,
    serverLocks: [],
    badges: null,
    offer: null,
    outlet: null,
    page: { status: 'site-off' },
    notices: [],
  },
  unsupported: {
    site: null,
    isPrivate: false,
    serverHost: null,
    serverLocks: [],
    badges: null,
    offer: null,
    outlet: null,
    page: { status: 'unsupported', why: 'not-web' },
    notices: [],
  },
  'moved-on': {
    site: null,
    isPrivate: false,
    serverHost: null,
    serverLocks: [],
    badges: null,
    offer: null,
    outlet: null,
    page: { status: 'moved-on' },
    notices: [],
  },
  'reader-view': { ...plain({ status: 'unsupported', why: 'reader-view' }), site: null, badges: null },
  'kept-out': { ...plain({ status: 'unsupported', why: 'kept-out' }), site: null, badges: null },
  'read-on-click': { ...covered(coverage), badges: null, offer: { wasRefused: false, isAllowed: false } },
  'read-on-click-refused': {
    ...plain({ status: 'reading' }),
    badges: null,
    offer: { wasRefused: true, isAllowed: false },
  },
  'read-on-click-allowed': { ...plain(uncovered), badges: null, offer: { wasRefused: false, isAllowed: true } },
  failed: plain({ status: 'failed', reason: 'unexpected', hasCopiedDetails: true }),
  'failed-storage': plain({ status: 'failed', reason: 'storage-full', hasCopiedDetails: null }),
  'failed-forbidden': plain({ status: 'failed', reason: 'storage-forbidden', hasCopiedDetails: null }),
  'covered-storage-full': covered(coverage, [{ kind: 'storage-full' }]),
  'covered-storage-newer': covered(coverage, [{ kind: 'storage-unreadable', reason: 'storage-newer' }]),
  'private-needs-permission': {
    ...plain({ status: 'needs-permission', wasRefused: false }),
    isPrivate: true,
    badges: null,
  },
  'private-site-off': {
    site: { ...site, isOn: false },
    isPrivate: true,
    serverHost: null,
    serverLocks: [],
    badges: null,
    offer: null,
    outlet: null,
    page: { status: 'site-off' },
    notices: [],
  },
  'private-not-article': {
    ...plain({ status: 'not-article', stories, isOutletAwaited: false, asArticle: 'offered' }),
    isPrivate: true,
    badges: null,
  },
  'private-covered': { ...covered(coverage), isPrivate: true, badges: null },
  'server-covered': byServer({ status: 'covered', article, match: CERTAIN, coverage, server }),
  'server-possible': byServer({
    status: 'possible',
    article,
    match: { ...CERTAIN, confidence: 0.58, reasons: CERTAIN.reasons.slice(0, 2) },
    coverage,
    server: { ...server, hasSentHeadline: true },
  }),
  'server-old': byServer({ status: 'covered', article, match: CERTAIN, coverage, server }, [
    { kind: 'server-old', host: SERVER_HOST, askedAt: NOW - 190 * MINUTE, isOffline: true },
  ]),
  'server-device-instead': byServer({ status: 'covered', article, match: CERTAIN, coverage, server: null }, [
    { kind: 'device-instead', host: SERVER_HOST, reason: 'server-unreachable' },
  ]),
  'server-refused-device-instead': byServer({ status: 'covered', article, match: CERTAIN, coverage, server: null }, [
    { kind: 'device-instead', host: SERVER_HOST, reason: 'server-token-refused' },
  ]),
  'server-uncovered': byServer({ status: 'uncovered-by-server', server: unnamed }),
  'server-uncovered-words': byServer({ status: 'uncovered-by-server', server: { ...unnamed, hasSentHeadline: true } }),
  'server-not-article': byServer({
    status: 'not-article',
    stories: null,
    isOutletAwaited: false,
    asArticle: 'offered',
  }),
  'server-offline': serverFailed('offline'),
  'server-unreachable': serverFailed('server-unreachable'),
  'server-not-allowed': serverFailed('server-not-allowed'),
  'server-token-refused': serverFailed('server-token-refused'),
  'server-busy': serverFailed('server-busy'),
  'server-failing': serverFailed('server-failing'),
  'server-withheld': serverFailed('server-withheld'),
  'server-unreadable': serverFailed('server-unreadable'),
  'server-no-crowd': serverFailed('server-no-crowd'),
  'organisation-token-refused': organisationFailed('server-token-refused'),
  'organisation-unreadable': organisationFailed('server-unreadable'),
  'organisation-no-crowd': organisationFailed('server-no-crowd'),
  'organisation-unreachable': organisationFailed('server-unreachable'),
  'organisation-not-allowed': organisationFailed('server-not-allowed'),
};
