// Recognizes hosts that archive or deliver pages of others. A page there belongs to the outlet that it names as
// canonical.

const ARCHIVE =
  /(?:^|\.)(?:web\.archive\.org|archive\.(?:today|ph|is|li|md|vn|fo)|webcache\.googleusercontent\.com|cdn\.ampproject\.org|bing-amp\.com)$/;

export function isArchive(page: URL): boolean {
  return ARCHIVE.test(page.hostname);
}
