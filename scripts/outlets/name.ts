// Derives an outlet's name from what sources call the outlet or its feed; null if that is not a name.

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', apos: "'", nbsp: ' ', lt: '<', gt: '>' };
const GENERIC =
  /^(rss|rss feed|feed|feeds|home|homepage|news|the news|latest( news)?|latest .*|breaking news|top (stories|news|world news)|top stories.*|all|all news|articles?|actualit[ée]s?|actualidad|noticias|portada|aktuell|nachrichten|headlines|main|world|business|sports?|index|front ?page|en iyi|.*news feed|.*rss( feed)?|news from .*|stories|.*headlines)$/i;
const NAME_MAX = 48; // longer ones in the raw data are slogans

/** The first part of a title that is a name: "Latest News | Daily Telegraph" gives "Daily Telegraph". */
export function cleanName(title: string): string | null {
  const text = decode(title).replace(/\s+/g, ' ').trim();
  const parts = text
    .split(/\s*[|»›•·]\s*|\s+[-–—:]+\s+|::/)
    .map((part) =>
      part
        .replace(/[.:,;\s]+$/, '')
        .replace(/\s+(RSS( Feed)?|Feed)$/i, '')
        .trim(),
    )
    .filter((part) => part !== '' && part.length <= NAME_MAX && !GENERIC.test(part) && !/^https?:|^www\./.test(part));
  return parts[0] ?? null;
}

function decode(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
