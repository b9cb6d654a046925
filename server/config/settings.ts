// Every setting of the server: its name, its default, how it is parsed, and a sentence for the manual.
//
// The setting `keepDays` is KEEP_DAYS in the environment and --keep-days on the command line, which takes precedence.
import * as z from 'zod/mini';
import { ENCODERS } from '../encoder/encoders.ts';
import { NO_PROXY, parseTrustedProxies } from '../http/client-address.ts';
import { LOG_LEVELS } from '../log.ts';
import { HTTP_ADDRESS, listOf, oneOf, optional, wholeNumber, yesOrNo } from './setting-schemas.ts';

export const ROLES = ['all', 'ingest', 'cluster', 'api'] as const;

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
  contact: { fallback: '', about: 'Told to the outlets whose feeds are polled: where they can reach you.' },
  logLevel: { fallback: 'info', about: 'error, warn, info or silent.' },
  packsFolder: { fallback: '', about: 'A folder of your own outlet and rating packs (JSON, or CSV for ratings).' },
  editions: { fallback: '', about: 'Poll the feeds of these editions only (us,de,world), balanced over the spectrum.' },
  feedLimit: { fallback: '1000', about: 'At most so many feeds when editions are named.' },
  registryFeeds: { fallback: 'yes', about: 'no: only the feeds that were added by hand are polled.' },
  pollMinutes: { fallback: '20', about: 'How often a feed is asked, unless it asks for less.' },
  pollsAtOnce: { fallback: '16', about: 'Requests in flight.' },
  fetchPorts: { fallback: '', about: 'Ports besides 80 and 443 that feeds may be on.' },
  waitingMax: { fallback: '20000', about: 'Polling and giving pause while more articles wait for their story.' },
  keepDays: { fallback: '14', about: 'A story is forgotten, with all its articles, so long after its last one.' },
  blindspotRated: { fallback: '6', about: 'A blindspot needs at least so many rated outlets.' },
  blindspotShare: { fallback: '50', about: 'A side’s share must be under so many percent of its usual one.' },
  blindspotChance: { fallback: '5', about: 'Chance must leave the side so few in under so many percent of stories.' },
  encoder: {
    fallback: 'none',
    about: 'Vectors of meaning beside words: none, use-lite, transformers or http. The same for all cluster processes.',
  },
  encoderAddress: { fallback: '', about: 'Of http: an OpenAI-compatible address, without /embeddings.' },
  encoderModel: { fallback: '', about: 'Of http and transformers: the model.' },
  encoderKey: { fallback: '', about: 'Of http: sent as a bearer token.' },
  firehoseUrl: { fallback: '', about: 'Folder of minute files in GDELT’s article-list form. Empty: off.' },
  firehoseHours: { fallback: '24', about: 'How far back missing minutes are fetched.' },
  callbackUrl: {
    fallback: '',
    about: 'This server’s public address: feeds that push (WebSub) are subscribed to. Empty: off.',
  },
  readToken: { fallback: '', about: 'Answer only those who send this token.' },
  articleTokens: { fallback: '', about: 'Tokens of those who may give articles of their own crawl. Empty: nobody.' },
  metricsToken: { fallback: '', about: 'Lets /metrics be read from afar.' },
  trustedProxies: {
    fallback: '0',
    about: 'How many proxies of your own stand in front and add to X-Forwarded-For, or their networks (10.0.0.0/8).',
  },
  readsPerMinute: { fallback: '240', about: 'Questions of one client.' },
  matchesPerMinute: {
    fallback: '30',
    about: 'Questions of one client by content, and for what stands beside a story.',
  },
  articlesPerMinute: { fallback: '600', about: 'Batches of one giver of articles.' },
};

/** In the order of the manual. */
export const SETTING_NAMES = Object.keys(Settings.shape).filter((name): name is keyof Settings =>
  Object.hasOwn(SETTINGS, name),
);

export const toEnvName = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
export const toFlagName = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
