// The policy of an organisation (public/managed-schema.json), each value parsed separately.
//
// A policy can decide where answers come from and switch things off, but cannot send more than the user agreed to: headlines are
// sent only if the user switched that on, whatever the policy says.
import * as z from 'zod/mini';

const given = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);

/** Characters of JSON: a pack of a few thousand outlets. */
const PACK_TEXT_MAX = 2_000_000;

export const Policy = z.object({
  sourceMode: given(z.enum(['on-device', 'server'])),
  serverAddress: given(z.string().check(z.maxLength(500))),
  serverToken: given(z.string().check(z.maxLength(500))),
  /** False forbids sending headlines. */
  allowHeadline: given(z.boolean()),
  allowLinkLookups: given(z.boolean()),
  fallBackToDevice: given(z.boolean()),
  /** Answers and the ledger stay in memory only, as in private windows. */
  keepNothing: given(z.boolean()),
  ratingPacksOff: given(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(50))),
  /** A rating pack, in the format that the options page imports. */
  ratingPack: given(z.string().check(z.maxLength(PACK_TEXT_MAX))),
});
export type Policy = z.infer<typeof Policy>;

export const NO_POLICY: Policy = {};

export function parsePolicy(value: unknown): Policy {
  const parsed = Policy.safeParse(value);
  if (!parsed.success) return NO_POLICY;
  return Object.fromEntries(Object.entries(parsed.data).filter(([, set]) => set !== undefined));
}
