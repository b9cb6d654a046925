// Decides which other article the page says it has its text from: a canonical address at another site, or isBasedOn.
//
// Whether that article is known, and so tells which story the page belongs to, is the worker's to find out.
import { isSameSite, isWebAddress } from './canonical.ts';
import { isArchive } from './is-archive.ts';
import type { PageFacts } from './page-facts.ts';
import type { Thing } from './thing.ts';
import { readUrlShape } from './url-shape.ts';

export function decideSourceUrl({ url, links }: PageFacts, thing: Thing | null): string | null {
  // An archive's canonical address is the article itself.
  const elsewhere = isArchive(url) ? [] : links.canonical.filter((address) => isElsewhere(address, url));
  for (const address of [...elsewhere, thing?.basedOn ?? '']) {
    if (!URL.canParse(address)) continue; // names and ids stand there too
    const source = new URL(address);
    if (isWebAddress(source) && !readUrlShape(source).isRoot) return source.href;
  }
  return null;
}

function isElsewhere(address: string, page: URL): boolean {
  return URL.canParse(address) && !isSameSite(new URL(address).hostname, page.hostname);
}
