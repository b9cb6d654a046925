// Decides which other article the page declares as the source of its text: a canonical URL at another site, or
// isBasedOn.
//
// The worker finds out whether that article is known and so determines the page's story.
import { isSameSite, isWebAddress } from './canonical.ts';
import { isArchive } from './is-archive.ts';
import type { PageEvidence } from './page-facts.ts';
import { readUrlShape } from './url-shape.ts';

export function decideSourceUrl({ url, links, main }: PageEvidence): string | null {
  // On an archive the canonical URL is that of the article itself.
  const elsewhere = isArchive(url) ? [] : links.canonical.filter((address) => isElsewhere(address, url));
  for (const address of [...elsewhere, main?.basedOn ?? '']) {
    if (!URL.canParse(address)) continue; // isBasedOn may hold a name or an id
    const source = new URL(address);
    if (isWebAddress(source) && !readUrlShape(source).isRoot) return source.href;
  }
  return null;
}

function isElsewhere(address: string, page: URL): boolean {
  return URL.canParse(address) && !isSameSite(new URL(address).hostname, page.hostname);
}
