// The rating pack that an organisation gives its readers, parsed like one that is imported.
import { parseRatingPack } from '../../engine/outlet/parse-rating-pack.ts';
import type { RatingPack } from '../../engine/schema.ts';
import { readPolicy } from './policy-copy.ts';

/** None when the policy has none, or one that cannot be read. */
export async function readManagedPacks(): Promise<readonly RatingPack[]> {
  const { ratingPack } = await readPolicy();
  if (ratingPack === undefined) return [];
  const parsed = parseRatingPack({ fileName: 'organisation.json', text: ratingPack });
  if (parsed.ok) return [parsed.value.pack];
  console.warn('Parallax: the rating pack of the organisation cannot be read', parsed.error);
  return [];
}
