// States of the pages in tabs (options, onboarding, story) with invented content.
import type { OnboardingState } from '../../../components/onboarding/Onboarding.tsx';
import type { FeedRow, OptionsState } from '../../../components/options/options-state.ts';
import type { StoryProps, StoryState } from '../../../components/story/Story.tsx';
import { emptyContext, inventedContext, ownWordsContext } from './invented-context.ts';
import { INVENTED_OUTLETS } from './invented-outlets.ts';
import { inventedCoverage, NOW } from './invented-story.ts';
import { DEVICE_CHOICE, EMPTY_LEDGER, SERVER_STATES } from './source-states.ts';

const HOUR = 3_600_000;
const LONG_HOST = 'a-rather-long-host-name-of-a-local-newspaper.test';
const coverage = inventedCoverage();

const editions = [
  { id: 'world', country: null, languages: ['en', 'de', 'fr'], outlets: 812, feeds: 1104 },
  { id: 'us', country: 'US', languages: ['en'], outlets: 310, feeds: 402 },
  { id: 'gb', country: 'GB', languages: ['en'], outlets: 88, feeds: 120 },
  { id: 'de', country: 'DE', languages: ['de'], outlets: 64, feeds: 90 },
  { id: 'fr', country: 'FR', languages: ['fr'], outlets: 41, feeds: 57 },
];

const PROBLEMS: FeedRow['problem'][] = [null, null, 'timeout', null, 'gone', null, null, 'not-a-feed'];

const feeds: FeedRow[] = Object.values(INVENTED_OUTLETS).map((outlet, index) => ({
  url: `https://${outlet.host}/feeds/latest.xml`,
  outletName: outlet.name,
  domains: [outlet.host],
  country: outlet.country,
  lang: 'en',
  biasStep: outlet.bias?.step ?? null,
  isChosen: index < 9,
  isAllowed: index !== 5,
  lastSuccessAt: index === 4 ? null : NOW - index * HOUR,
  problem: PROBLEMS[index] ?? null,
}));

export const OPTIONS: OptionsState = {
  version: '0.1.0',
  settings: {
    readingMode: 'chosen-sites',
    chosenSites: ['herald.test', LONG_HOST],
    sitesOff: ['gull.test'],
    editions: ['world', 'us'],
    feedLimit: 120,
    pollMinutes: 20,
    isPollingOn: true,
    keepDays: 14,
    badgeDensity: 'all',
    badgeSites: { 'herald.test': 'blindspots' },
    badgeMinimum: 3,
    blindspotThresholds: { minRated: 6, shareOfBaseline: 0.5, maxProbability: 0.05 },
    isOnboarded: true,
  },
  isReadingAllowed: true,
  missingOrigins: ['https://commune.test/*'],
  refused: null,
  editions,
  feeds,
  packs: [
    {
      id: 'shipped',
      name: 'Invented Rater, bias',
      rater: 'Invented Rater',
      rates: 'bias',
      date: '2024-05',
      terms: 'Invented values; free to use in tests.',
      source: 'https://rater.test/',
      entries: 2104,
      isShipped: true,
      isManaged: false,
      isLocked: false,
      isOn: true,
    },
    {
      id: 'own-pack',
      name: 'A library’s own list',
      rater: 'Second Invented Rater',
      rates: 'factuality',
      date: '2025',
      terms: 'Given by the person who imported it.',
      source: 'ratings.csv',
      entries: 31,
      isShipped: false,
      isManaged: false,
      isLocked: false,
      isOn: false,
    },
  ],
  outletPacks: [{ name: 'A library’s own outlets', date: '2026-01-15', outlets: 12 }],
  stored: { articles: 18_204, stories: 2310, unreadable: null },
  clearing: 'idle',
  outletImport: null,
  ratingImport: {
    status: 'imported',
    name: 'A library’s own list',
    entries: 31,
    skipped: 2,
    problems: [
      { line: 4, reason: 'no-bias', values: ['somewhat'] },
      { line: 17, reason: 'no-outlet', values: ['nowhere test'] },
    ],
  },
  ownImport: null,
  found: {
    outlets: [INVENTED_OUTLETS.wire, INVENTED_OUTLETS.gazette, INVENTED_OUTLETS.manar]
      .filter((outlet) => outlet !== undefined)
      .map(({ id, name, host, ratings }, index) => ({ id, name, host, ratings, ownBias: index === 1 ? 1 : null })),
    total: 143,
  },
  ownRatings: [
    { id: `host:${LONG_HOST}`, name: LONG_HOST, host: LONG_HOST, bias: -3, date: null },
    { id: 'gazette', name: 'Ferry Gazette', host: 'gazette.test', bias: 1, date: '2026-05-31' },
    { id: 'manar', name: 'المنارة', host: 'manar.test', bias: 0, date: '2026-06-01' },
  ],
  removed: null,
  source: DEVICE_CHOICE,
  serverTest: null,
  ledger: EMPTY_LEDGER,
};

export const OPTIONS_STATES: Readonly<Record<string, OptionsState>> = {
  all: OPTIONS,
  ...SERVER_STATES(OPTIONS),
  loading: { ...OPTIONS, settings: null },
  removed: {
    ...OPTIONS,
    packs: OPTIONS.packs?.filter(({ isShipped }) => isShipped) ?? null,
    ownImport: { status: 'taken', entries: 2, kept: 1, skipped: 0, problems: [], takeBack: async () => {} },
    removed: {
      list: 'packs',
      id: 'own-pack',
      name: 'A library’s own list',
      index: 1,
      failure: null,
      putBack: async () => null,
    },
  },
  problems: {
    ...OPTIONS,
    isReadingAllowed: false,
    refused: 'reading',
    settings: OPTIONS.settings && { ...OPTIONS.settings, readingMode: 'every-site', sitesOff: [], chosenSites: [] },
    outletImport: { status: 'rejected', problems: [{ line: 1, reason: 'json-too-short', values: [] }] },
    ratingImport: { status: 'too-large' },
    found: { outlets: [], total: 0 },
    ownRatings: [],
    clearing: 'failed',
  },
};

const ONBOARDING: OnboardingState = {
  readingMode: 'on-click',
  isReadingAllowed: true,
  editions,
  selectedEditions: ['world', 'us'],
  feedsChosen: 118,
  feedsAllowed: 0,
  missingOrigins: feeds.map(({ url }) => url),
  isStarted: false,
  refused: null,
  round: { status: 'waiting' },
  unreadable: null,
  isServerAsked: false,
  articles: 0,
  stories: 0,
};

export const ONBOARDING_STATES: Readonly<Record<string, OnboardingState>> = {
  choices: ONBOARDING,
  refused: { ...ONBOARDING, readingMode: 'every-site', isReadingAllowed: false, refused: 'reading' },
  'every-site': { ...ONBOARDING, readingMode: 'every-site', missingOrigins: [] },
  running: {
    ...ONBOARDING,
    isStarted: true,
    feedsAllowed: 118,
    missingOrigins: [],
    round: { status: 'running', isFirst: true, done: 23, total: 118 },
    articles: 1840,
    stories: 312,
  },
  'running-again': {
    ...ONBOARDING,
    isStarted: true,
    feedsAllowed: 118,
    missingOrigins: [],
    round: { status: 'running', isFirst: false, done: 23, total: 118 },
    articles: 9120,
    stories: 1503,
  },
  'storage-forbidden': {
    ...ONBOARDING,
    isStarted: true,
    feedsAllowed: 118,
    missingOrigins: [],
    round: { status: 'ended' },
    unreadable: 'storage-forbidden',
  },
  unanswered: {
    ...ONBOARDING,
    isStarted: true,
    feedsAllowed: 118,
    missingOrigins: [],
    round: { status: 'unanswered' },
  },
  ended: {
    ...ONBOARDING,
    isStarted: true,
    feedsAllowed: 118,
    missingOrigins: [],
    round: { status: 'ended' },
    articles: 9120,
    stories: 1503,
  },
};

export const STORY_STATES: Readonly<
  Record<string, StoryState & Partial<Pick<StoryProps, 'serverHost' | 'serverLocks'>>>
> = {
  loading: { status: 'loading' },
  shown: {
    status: 'shown',
    coverage,
    by: 'device',
    context: { status: 'shown', context: inventedContext(), isLate: false },
  },
  'shown-little': {
    status: 'shown',
    coverage,
    by: 'device',
    context: { status: 'shown', context: emptyContext(), isLate: false },
  },
  'shown-own-words': {
    status: 'shown',
    coverage,
    by: 'device',
    context: { status: 'shown', context: ownWordsContext(), isLate: false },
  },
  'shown-late': {
    status: 'shown',
    coverage,
    by: 'device',
    context: { status: 'shown', context: inventedContext(), isLate: true },
  },
  'shown-comparing': { status: 'shown', coverage, by: 'device', context: { status: 'loading' } },
  'shown-without-context': { status: 'shown', coverage, by: 'device', context: { status: 'failed' } },
  missing: { status: 'missing', by: 'device', latest: [coverage.story] },
  'missing-alone': { status: 'missing', by: 'device', latest: [] },
  latest: { status: 'latest', by: 'device', latest: [coverage.story] },
  empty: { status: 'latest', by: 'device', latest: [] },
  failed: { status: 'failed', reason: 'storage-failed', hasCopiedDetails: null },
  'failed-unexpected': { status: 'failed', reason: 'no-answer', hasCopiedDetails: null },
  'failed-server': {
    status: 'failed',
    reason: 'server-unreachable',
    hasCopiedDetails: null,
    serverHost: 'coverage-of-the-news.public-library-of-northmark.test',
  },
  'failed-server-token': {
    status: 'failed',
    reason: 'server-token-refused',
    hasCopiedDetails: true,
    serverHost: 'news.library.test',
  },
  'failed-organisation-token': {
    status: 'failed',
    reason: 'server-token-refused',
    hasCopiedDetails: null,
    serverHost: 'news.library.test',
    serverLocks: ['mode', 'address', 'token', 'fall-back'],
  },
};
