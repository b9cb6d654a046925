// The rating pack that an organisation provides, parsed like an imported one.
import { parseRatingPack } from '../../engine/outlet/parse-rating-pack.ts';
import type { RatingPack } from '../../engine/schema.ts';
import { readPolicy } from './policy-copy.ts';

/** Empty when the policy has no pack, or one that cannot be read. */
export async function readManagedPacks(): Promise<readonly RatingPack[]> {
  const { ratingPack } = await readPolicy();
  if (ratingPack === undefined) return [];
  const parsed = parseRatingPack({ fileName: 'organisation.json', text: ratingPack });
  if (parsed.ok) return [parsed.value.pack];
  console.warn('Parallax: the rating pack of the organisation cannot be read', parsed.error);
  return [];
}
