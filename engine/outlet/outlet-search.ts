// Searches outlets by words in any order, with or without accents, or by the address of a site or page.
import { parseHost, toBareHost } from './host.ts';

export type Searched = {
  /** Names, addresses and other searchable text. */
  readonly texts: readonly string[];
  /** Without `www.`. */
  readonly domains: readonly string[];
};

/** An empty search matches everything. */
export function createOutletSearch(wanted: string): (searched: Searched) => boolean {
  const words = foldName(wanted).split(/\s+/u);
  const host = readHost(wanted.trim());
  return ({ texts, domains }) => {
    if (host !== null && domains.some((domain) => host === domain || host.endsWith(`.${domain}`))) return true;
    const text = foldName(texts.join(' '));
    return words.every((word) => text.includes(word));
  };
}

/** "El País" and "el pais" are one name. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** herald.test for "https://www.herald.test/news/1" and for "herald.test/news". */
function readHost(wanted: string): string | null {
  if (!/^\S+\.\S+$/.test(wanted)) return null;
  const host = parseHost(/^https?:\/\//i.test(wanted) ? wanted : `https://${wanted}`);
  return host === null ? null : toBareHost(host);
}
