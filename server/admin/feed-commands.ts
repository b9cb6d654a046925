// Commands for feeds: list, add, remove, switch on and off.
import { OutletId } from '../../engine/ids.ts';
import { parseHost } from '../../engine/outlet/host.ts';
import { readHostOutletId, resolveOutletId, toHostOutletId } from '../../engine/outlet/resolve-outlet-id.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import { HttpUrl, Language } from '../../engine/schema.ts';
import type { Catalogue } from '../catalogue.ts';
import { parseTarget } from '../ingest/parse-target.ts';
import { isPublicAddress } from '../ingest/public-address.ts';
import type { Database } from '../store/database.ts';
import { addFeed, type ListedFeed, listFeeds, removeFeed, switchFeed } from '../store/feeds.ts';

export type FeedFlags = {
  readonly outlet: string | undefined;
  readonly lang: string | undefined;
  readonly isSitemap: boolean;
  readonly isFailing: boolean;
};

/** Lines to print; an error is a sentence for the admin. */
type CommandResult = Result<readonly string[], string>;

export async function showFeeds(database: Database, { outlet, isFailing }: FeedFlags): Promise<CommandResult> {
  const feeds = (await listFeeds(database)).filter(
    ({ source, state }) => (outlet === undefined || source.outletId === outlet) && (!isFailing || state.failures > 0),
  );
  const on = feeds.filter(({ isOn }) => isOn).length;
  const failing = feeds.filter(({ state }) => state.failures > 0).length;
  return ok([...feeds.map(formatFeed), `${feeds.length} feeds, ${on} on, ${failing} failing`]);
}

function formatFeed({ source, state, origin, isOn }: ListedFeed): string {
  const at = (ms: number | null) => (ms === null ? 'never' : new Date(ms).toISOString().slice(0, 16).replace('T', ' '));
  const problem = state.lastProblem === null ? '' : `, ${state.lastProblem} ${state.lastStatus ?? ''}`.trimEnd();
  const facts = `${isOn ? 'on ' : 'off'} ${origin.padEnd(8)} ${source.outletId}  ${source.url}`;
  const failures = state.failures === 0 ? '' : `, failed ${state.failures} times${problem}`;
  return `${facts}  (last answer ${at(state.lastSuccessAt)}${failures})`;
}

type Adding = {
  readonly database: Database;
  readonly catalogue: Catalogue;
  /** Ports that feeds may use besides 80 and 443. */
  readonly ports: readonly number[];
};

export async function addFeedByHand(
  { database, catalogue, ports }: Adding,
  { url, outlet, lang, isSitemap }: FeedFlags & { readonly url: string },
): Promise<CommandResult> {
  if (!HttpUrl.safeParse(url).success || !URL.canParse(url)) return err(`${url} is no http(s) address.`);
  const target = parseTarget(url, { ports, isAddressAllowed: isPublicAddress });
  if (target === 'bad-address')
    return err(`${url} is not allowed: it contains a user name, or a port that is not in FETCH_PORTS.`);
  if (target === 'forbidden-address') return err(`${url} is not allowed: it is not an address on the public internet.`);
  if (lang !== undefined && !Language.safeParse(lang).success)
    return err('--lang takes two or three lower-case letters: en.');
  if (outlet !== undefined && catalogue.directory.get(outlet) === null) {
    const host = readHostOutletId(outlet);
    if (host === null) return err(`There is no outlet ${outlet}. Find its id with: outlets find TEXT.`);
    const isHost = parseHost(`https://${host}`) === host && toHostOutletId(host) === outlet;
    if (!isHost) return err('After host: there must be a host name, as in host:example.org.');
  }
  const outletId = outlet === undefined ? resolveOutletId(catalogue.directory, url) : OutletId.parse(outlet);
  if (outletId === null) return err(`${url} has no host.`);
  const format = isSitemap ? 'sitemap' : 'feed';
  await addFeed(database, { url, outletId, lang: lang ?? null, format });
  return ok([`${url} is polled for ${outletId}.`]);
}

export async function removeFeedByHand(database: Database, url: string): Promise<CommandResult> {
  return (await removeFeed(database, url)) ? ok([`${url} is forgotten.`]) : err(`There is no feed ${url}.`);
}

export async function switchFeedByHand(
  database: Database,
  { url, to }: { readonly url: string; readonly to: 'on' | 'off' },
): Promise<CommandResult> {
  const found = await switchFeed(database, { url, isOn: to === 'on' });
  return found ? ok([`${url} is ${to}.`]) : err(`There is no feed ${url}.`);
}
