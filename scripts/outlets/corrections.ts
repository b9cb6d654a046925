// The reviewed files in this folder, parsed: corrections of the raw data.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { CountryCode, Language, MediaType, OutletFeed, Ownership } from '../../engine/schema.ts';

const Correction = z.strictObject({
  name: z.optional(z.string()),
  /** All of the outlet's domains, most important first, if there are others than its id. */
  domains: z.optional(z.array(z.string())),
  country: z.optional(z.nullable(CountryCode)),
  languages: z.optional(z.array(Language)),
  owner: z.optional(z.nullable(z.string())),
  ownership: z.optional(Ownership),
  type: z.optional(MediaType),
  /** Replaces the sources' feeds. */
  feeds: z.optional(z.array(OutletFeed)),
  /** The source of the correction. */
  note: z.optional(z.string()),
});
export type Correction = z.infer<typeof Correction>;

const Corrections = z.strictObject({
  outlets: z.record(z.string(), Correction),
  /** Host in the raw data → id of the outlet that it means. */
  moved: z.record(z.string(), z.string()),
  /** Id → why it is not an outlet for readers. */
  dropped: z.record(z.string(), z.string()),
  /** Feed address → why it is not polled. */
  droppedFeeds: z.record(z.string(), z.string()),
});

export const corrections = read('corrections.json', Corrections);

/** Names of outlets for which the raw data has only a domain. */
export const names = read('names.json', z.record(z.string(), z.string()));

/** Owner as written in a source → the owner's name and kind; null if it is no longer the owner. */
export const owners = read(
  'owners.json',
  z.record(z.string(), z.nullable(z.strictObject({ name: z.optional(z.string()), ownership: z.optional(Ownership) }))),
);

const MbfcRow = z.strictObject({ mediaType: z.string(), country: z.optional(z.string()), note: z.string() });

const RatingReview = z.strictObject({
  /** Outlet id → the row about it, if several rows have its domain. */
  mbfcRows: z.record(z.string(), MbfcRow),
  /** Outlet id → the rater's name for it, matched by hand. */
  allSides: z.record(z.string(), z.string()),
  adFontes: z.record(z.string(), z.string()),
  /** The rater's rows that were reviewed and rejected, with the reason. */
  allSidesDropped: z.record(z.string(), z.string()),
  adFontesDropped: z.record(z.string(), z.string()),
});

const review = read('rating-review.json', RatingReview);
export const mbfcRows = review.mbfcRows;
export const allSidesOutlets = review.allSides;
export const adFontesOutlets = review.adFontes;

function read<T>(file: string, schema: z.ZodMiniType<T>): T {
  return schema.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, file), 'utf8')));
}
