// Finds outlets by id, and the outlet of a page by the rules of outlets' domains.
//
// A host is looked up with ever fewer labels from the left, so that the most specific rule wins:
//   edition.cnn.example → "edition.cnn.example" (any rule), then "cnn.example" (a rule that covers subdomains), then nothing.
import { remember } from '../remember.ts';
import type { Outlet, OutletPack } from '../schema.ts';
import { isSharedHost, normalizeHost, parseAddress, toBareHost } from './host.ts';

export type OutletDirectory = {
  readonly outlets: readonly Outlet[];
  /** Null for an id that no pack has. */
  get(id: string): Outlet | null;
  /** By a page's URL, including rules for a path of a host. */
  find(url: string): Outlet | null;
  /** By host name alone; fastest for a host as in `URL.hostname`. */
  findByHost(host: string): Outlet | null;
};

type PathRule = { readonly path: string; readonly outlet: Outlet };
type HostRules = { own: Outlet | null; below: Outlet | null; paths: PathRule[] };

/** Size of the cache of hosts; a browsing session has far fewer. */
const REMEMBERED_MOST = 5000;

/** For the same outlet id or domain rule, a later pack wins over an earlier one, and within a pack the earlier outlet wins. */
export function createOutletDirectory(packs: readonly OutletPack[]): OutletDirectory {
  const byId = new Map<string, Outlet>();
  for (const pack of packs) for (const outlet of pack.outlets) byId.set(outlet.id, outlet);
  const rules = createRules(packs, byId);
  const findByHost = remember((written) => {
    const host = normalizeHost(written);
    return host === null ? null : walk(rules, host);
  }, REMEMBERED_MOST);

  return {
    outlets: [...byId.values()],
    get: (id) => byId.get(id) ?? null,
    findByHost,
    find(url) {
      const address = parseAddress(url);
      if (address === null) return null;
      const { host, pathname } = address;
      const paths = rules.get(host)?.paths ?? rules.get(toBareHost(host))?.paths ?? [];
      return (paths.length > 0 ? findByPath(paths, pathname) : null) ?? findByHost(host);
    },
  };
}

function createRules(packs: readonly OutletPack[], byId: ReadonlyMap<string, Outlet>): ReadonlyMap<string, HostRules> {
  const rules = new Map<string, HostRules>();
  for (const pack of packs.toReversed()) {
    for (const outlet of pack.outlets) {
      if (byId.get(outlet.id) === outlet) for (const domain of outlet.domains) addRule(rules, { domain, outlet });
    }
  }
  for (const { paths } of rules.values()) paths.sort((a, b) => b.path.length - a.path.length);
  return rules;
}

type DomainRule = { readonly domain: string; readonly outlet: Outlet };

function addRule(rules: Map<string, HostRules>, { domain, outlet }: DomainRule): void {
  const isExact = domain.startsWith('=');
  const slash = domain.indexOf('/');
  const normalized = normalizeHost(domain.slice(isExact ? 1 : 0, slash === -1 ? undefined : slash));
  if (normalized === null) return;
  const host = normalized.startsWith('www.') ? toBareHost(normalized) : normalized;
  const entry = rules.get(host) ?? { own: null, below: null, paths: [] };
  rules.set(host, entry);
  const path = slash === -1 ? '' : toComparablePath(new URL(`http://h${domain.slice(slash)}`).pathname);
  if (path !== '') {
    if (!entry.paths.some((rule) => rule.path === path)) entry.paths.push({ path, outlet });
    return;
  }
  entry.own ??= outlet;
  if (!isExact && !isSharedHost(host)) entry.below ??= outlet;
}

function walk(rules: ReadonlyMap<string, HostRules>, host: string): Outlet | null {
  const own = rules.get(host)?.own ?? rules.get(toBareHost(host))?.own;
  if (own) return own;
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
    const below = rules.get(host.slice(dot + 1))?.below;
    if (below) return below;
  }
  return null;
}

function findByPath(paths: readonly PathRule[], pathname: string): Outlet | null {
  const path = toComparablePath(pathname);
  return paths.find((rule) => path === rule.path || path.startsWith(`${rule.path}/`))?.outlet ?? null;
}

/** Lower case, without a trailing slash: outlets never differ only in these. */
function toComparablePath(pathname: string): string {
  return pathname.toLowerCase().replace(/\/+$/, '');
}
