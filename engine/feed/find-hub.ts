// Where a feed can be subscribed to (WebSub): its hub and its topic, from the Link header or from the feed itself.
import { URL_MAX } from '../limits.ts';

export type FeedHub = {
  readonly hub: string;
  /** The address that the hub knows the feed by. */
  readonly topic: string;
};

export type HubSource = {
  readonly linkHeader: string | null;
  /** The beginning of the feed. */
  readonly text: string;
  /** Where it was fetched. */
  readonly url: string;
};

/** Links stand before the items; a feed that says more about itself than this has no hub as far as we know. */
export const HUB_TEXT_MAX = 8 * 1024;

/** The header wins, as in the standard (WebSub, section 4). Addresses are absolute http(s). */
export function findHub({ linkHeader, text, url }: HubSource): FeedHub | null {
  const head = text.slice(0, HUB_TEXT_MAX);
  const links = [...readHeader(linkHeader ?? ''), ...readXml(head), ...readJson(head)];
  const find = (rel: string) => links.flatMap((link) => (link.rel === rel ? toWebUrl(link.href, url) : []))[0];
  const hub = find('hub');
  return hub === undefined ? null : { hub, topic: find('self') ?? url };
}

type Link = { readonly rel: string; readonly href: string };

/** <https://hub.test/>; rel="hub", <https://harbour.test/feed>; rel=self */
function readHeader(header: string): Link[] {
  const links = header.slice(0, 4000).matchAll(/<([^<>]{1,2048})>([^<]{0,500})/g);
  return [...links].flatMap(([, href = '', params = '']) => {
    const rels = /;\s*rel\s*=\s*(?:"([^"]*)"|([\w-]+))/i.exec(params);
    return toLinks(rels?.[1] ?? rels?.[2] ?? '', href);
  });
}

/** <link rel="hub" href="…"/>, with any prefix and in any order. */
function readXml(head: string): Link[] {
  const tags = head.matchAll(/<(?:[\w-]{1,20}:)?link\s([^<>]{1,4000})>/gi);
  return [...tags].flatMap(([, attributes = '']) => {
    const href = readAttribute(attributes, 'href').replaceAll('&amp;', '&');
    return toLinks(readAttribute(attributes, 'rel'), href);
  });
}

function readAttribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes);
  return found?.[1] ?? found?.[2] ?? '';
}

/** "hubs": [{ "type": "WebSub", "url": "…" }] and "feed_url" of JSON Feed. */
function readJson(head: string): Link[] {
  if (!head.trimStart().startsWith('{')) return [];
  const hubs = /"hubs"\s*:\s*\[([^\]]{1,2000})\]/.exec(head)?.[1] ?? '';
  const hub = /websub/i.test(hubs) ? (/"url"\s*:\s*"([^"]+)"/.exec(hubs)?.[1] ?? '') : '';
  const self = /"feed_url"\s*:\s*"([^"]+)"/.exec(head)?.[1] ?? '';
  return [
    { rel: 'hub', href: hub.replaceAll('\\/', '/') },
    { rel: 'self', href: self.replaceAll('\\/', '/') },
  ];
}

const toLinks = (rels: string, href: string): Link[] =>
  rels
    .toLowerCase()
    .split(/\s+/)
    .map((rel) => ({ rel, href }));

function toWebUrl(href: string, base: string): string[] {
  if (href === '' || href.length > URL_MAX || !URL.canParse(href, base)) return [];
  const url = new URL(href, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? [url.href] : [];
}
