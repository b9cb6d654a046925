// Ids of articles, stories, families and outlets: plain strings, branded so that they cannot be mixed up.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';

const ID_LENGTH_MAX = 200;

export const ArticleId = z.string().check(z.minLength(1), z.maxLength(ID_LENGTH_MAX)).brand<'ArticleId'>();
export type ArticleId = z.infer<typeof ArticleId>;

export const StoryId = z.string().check(z.minLength(1), z.maxLength(ID_LENGTH_MAX)).brand<'StoryId'>();
export type StoryId = z.infer<typeof StoryId>;

/** A family is named after one of its members (cluster/families.ts), which need not be the original that readers see. */
export const FamilyId = z.string().check(z.minLength(1), z.maxLength(ID_LENGTH_MAX)).brand<'FamilyId'>();
export type FamilyId = z.infer<typeof FamilyId>;

/** The check of the three schemas, for tens of thousands of ids at once: with the schemas it took a tenth of the time to open a snapshot. */
export const isArticleId = (text: string): text is ArticleId => isIdLong(text);
export const isStoryId = (text: string): text is StoryId => isIdLong(text);
export const isFamilyId = (text: string): text is FamilyId => isIdLong(text);

function isIdLong({ length }: string): boolean {
  return length >= 1 && length <= ID_LENGTH_MAX;
}

/** The registry's id, or `host:` and the host name for an outlet that the registry does not know. */
export const OutletId = z.string().check(z.minLength(1), z.maxLength(260)).brand<'OutletId'>();
export type OutletId = z.infer<typeof OutletId>;

/** For articles in files that name no outlet: two of them may be from the same outlet or not. */
export const UNKNOWN_OUTLET = OutletId.parse('host:unknown');

/** The largest time value of ECMAScript (21.4.1.1); formatting a later one throws. */
const EPOCH_MS_MOST = 8.64e15;

/** Milliseconds since 1970 in UTC. */
export const EpochMs = z.number().check(z.int(), z.minimum(-EPOCH_MS_MOST), z.maximum(EPOCH_MS_MOST));
export type EpochMs = z.infer<typeof EpochMs>;

/** SHA-256 of a canonical URL, 64 hexadecimal digits; a server is sent only a prefix of it. */
export function hashUrl(canonicalUrl: string): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalUrl)));
}

const ARTICLE_ID_DIGITS = 20; // 80 bits: among a million articles the chance of any collision is below 1e-12

/** The id of the article at a canonical URL: the same in the extension and on a server. */
export function toArticleId(canonicalUrl: string): ArticleId {
  return ArticleId.parse(hashUrl(canonicalUrl).slice(0, ARTICLE_ID_DIGITS));
}
