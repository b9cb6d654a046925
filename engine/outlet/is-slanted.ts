// Outlets whose words represent a story only if there is no other.
import type { RatedOutlet } from '../schema.ts';

/** At either far end of the scale, with a label, or rated low in factual reporting. */
export function isSlanted({ bias, labels, factuality }: RatedOutlet): boolean {
  const isFar = bias?.step === 'far-left' || bias?.step === 'far-right';
  return isFar || labels.some((label) => label !== 'pro-science') || factuality === 'low' || factuality === 'very-low';
}
