// Tells copies of pages that are kept or delivered by others: the outlet is the one that they name.

const ARCHIVE =
  /(?:^|\.)(?:web\.archive\.org|archive\.(?:today|ph|is|li|md|vn|fo)|webcache\.googleusercontent\.com|cdn\.ampproject\.org|bing-amp\.com)$/;

export function isArchive(page: URL): boolean {
  return ARCHIVE.test(page.hostname);
}
