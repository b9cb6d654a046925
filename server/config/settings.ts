// Every setting of the server: its name, its default, how it is parsed, and a sentence for the manual.
//
// The setting `keepDays` is KEEP_DAYS in the environment and --keep-days on the command line, which takes precedence.
import * as z from 'zod/mini';
import { ENCODERS } from '../encoder/encoders.ts';
import { NO_PROXY, parseTrustedProxies } from '../http/client-address.ts';
import { LOG_LEVELS } from '../log.ts';
import { HTTP_ADDRESS, listOf, oneOf, optional, wholeNumber, yesOrNo } from './setting-schemas.ts';

const ROLES = ['all', 'ingest', 'cluster', 'api'] as const;

const TOKEN = /^[\x21-\x2b\x2d-\x7e]{16,200}$/;
const TOKEN_WORDS = 'a token of 16 to 200 characters without spaces and commas';

export const Settings = z.object({
  role: oneOf(ROLES),
  host: z.string().check(z.regex(/^[\w.:-]+$/, 'must be a host name or address to listen on')),
  port: wholeNumber(0, 65_535),
  databaseUrl: optional(/^postgres(?:ql)?:\/\/\S+$/, 'an address like postgres://user:password@host/database'),
  dataFolder: z.string().check(z.minLength(1, 'must name a folder')),
  serverName: z.string().check(z.maxLength(120, 'must have at most 120 characters')),
  // It becomes part of a request header, which cannot hold other characters: every request would fail.
  contact: optional(
    /^(?:https?:\/\/|mailto:)[\x21-\x7e]+$/,
    'an address of plain letters that starts with https:// or mailto:',
  ),
  logLevel: oneOf(LOG_LEVELS),

  packsFolder: optional(/./, 'a folder'),
  editions: listOf(/^[a-z]{2}$|^world$/, 'countries in two small letters, or world'),
  feedLimit: wholeNumber(1, 100_000),
  registryFeeds: yesOrNo(),
  pollMinutes: wholeNumber(1, 1440),
  pollsAtOnce: wholeNumber(1, 200),
  fetchPorts: listOf(/^\d{1,5}$/, 'port numbers'),
  waitingMax: wholeNumber(100, 10_000_000),
  keepDays: wholeNumber(1, 365),
  blindspotRated: wholeNumber(3, 50),
  blindspotShare: wholeNumber(10, 100),
  blindspotChance: wholeNumber(1, 20),
  encoder: oneOf(['none', ...ENCODERS]),
  encoderAddress: optional(HTTP_ADDRESS, 'an http(s) address without question mark'),
  encoderModel: optional(/^\S+$/, 'a name without spaces'),
  encoderKey: optional(/^[\x21-\x7e]+$/, 'a key without spaces'),
  firehoseUrl: optional(HTTP_ADDRESS, 'an http(s) address without question mark'),
  firehoseHours: wholeNumber(1, 168),
  callbackUrl: optional(HTTP_ADDRESS, 'an http(s) address without question mark'),

  readToken: optional(TOKEN, TOKEN_WORDS),
  articleTokens: listOf(TOKEN, 'tokens of 16 to 200 characters'),
  metricsToken: optional(TOKEN, TOKEN_WORDS),
  trustedProxies: z.pipe(
    z
      .string()
      .check(
        z.refine((text) => parseTrustedProxies(text) !== null, 'must be a number, or networks with commas between'),
      ),
    z.transform((text) => parseTrustedProxies(text) ?? NO_PROXY),
  ),
  readsPerMinute: wholeNumber(1, 1_000_000),
  matchesPerMinute: wholeNumber(1, 1_000_000),
  articlesPerMinute: wholeNumber(1, 1_000_000),
});
export type Settings = z.infer<typeof Settings>;

type About = { readonly fallback: string; readonly about: string };

export const SETTINGS: Readonly<Record<keyof Settings, About>> = {
  role: { fallback: 'all', about: 'What this process does: all, ingest, cluster or api.' },
  host: { fallback: '127.0.0.1', about: 'Where the API listens; 0.0.0.0 for every address of the machine.' },
  port: { fallback: '8437', about: 'The port of the API; 0 takes a free one.' },
  databaseUrl: {
    fallback: '',
    about: 'A PostgreSQL (14 to 18) instead of the embedded one. Needed for several processes.',
  },
  dataFolder: { fallback: '.parallax-server', about: 'Where the embedded database keeps its files.' },
  serverName: { fallback: 'Parallax', about: 'What this server calls itself to its users.' },
  contact: { fallback: '', about: 'How outlets whose feeds are polled can reach you: sent with every request.' },
  logLevel: { fallback: 'info', about: 'error, warn, info or silent.' },
  packsFolder: { fallback: '', about: 'A folder of your own outlet and rating packs (JSON, or CSV for ratings).' },
  editions: { fallback: '', about: 'Poll only the feeds of these editions (us,de,world), balanced over the spectrum.' },
  feedLimit: { fallback: '1000', about: 'Maximum number of feeds when EDITIONS is set.' },
  registryFeeds: { fallback: 'yes', about: 'no: poll only feeds that were added by hand.' },
  pollMinutes: { fallback: '20', about: 'Minutes between polls of a feed, unless it asks for fewer polls.' },
  pollsAtOnce: { fallback: '16', about: 'Maximum number of polls running at the same time.' },
  fetchPorts: { fallback: '', about: 'Ports that feeds may use besides 80 and 443.' },
  waitingMax: {
    fallback: '20000',
    about: 'While more articles than this wait for their story, nothing is polled or accepted.',
  },
  keepDays: { fallback: '14', about: 'Days after its last article until a story is deleted with all its articles.' },
  blindspotRated: { fallback: '6', about: 'Minimum number of rated outlets for a blindspot.' },
  blindspotShare: {
    fallback: '50',
    about: 'Blindspot: a side’s share must be below this percentage of its usual share.',
  },
  blindspotChance: {
    fallback: '5',
    about: 'Blindspot: the probability of so few outlets by chance must be below this percentage.',
  },
  encoder: {
    fallback: 'none',
    about:
      'Embedding vectors in addition to words: none, use-lite, transformers or http. Must be the same for all cluster processes.',
  },
  encoderAddress: { fallback: '', about: 'For http: an OpenAI-compatible address, without /embeddings.' },
  encoderModel: { fallback: '', about: 'For http and transformers: the model.' },
  encoderKey: { fallback: '', about: 'For http: sent as a bearer token.' },
  firehoseUrl: { fallback: '', about: 'URL of a folder with minute files in GDELT’s article list format. Empty: off.' },
  firehoseHours: { fallback: '24', about: 'Hours of the past for which missing minutes are fetched.' },
  callbackUrl: {
    fallback: '',
    about: 'This server’s public address, for subscribing to feeds that push (WebSub). Empty: off.',
  },
  readToken: { fallback: '', about: 'Answer only clients that send this token.' },
  articleTokens: { fallback: '', about: 'Tokens that allow sending articles from one’s own crawl. Empty: nobody may.' },
  metricsToken: { fallback: '', about: 'Token for reading /metrics remotely.' },
  trustedProxies: {
    fallback: '0',
    about:
      'Number of your own proxies in front of the server that add to X-Forwarded-For, or their networks (10.0.0.0/8).',
  },
  readsPerMinute: { fallback: '240', about: 'Requests per client and minute.' },
  matchesPerMinute: {
    fallback: '30',
    about: 'Costly requests per client and minute: matches by content, and contexts of stories.',
  },
  articlesPerMinute: { fallback: '600', about: 'Batches of articles per sender and minute.' },
};

/** In the order of the manual. */
export const SETTING_NAMES = Object.keys(Settings.shape).filter((name): name is keyof Settings =>
  Object.hasOwn(SETTINGS, name),
);

export const toEnvName = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
export const toFlagName = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
