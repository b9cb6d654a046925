// Answers the scripts of a page with badges: whether there are any, which links have a story, and what a card shows.
//
// Nothing is stored: the links of a page are looked up in the index and forgotten.
import { canonicalizeUrl } from '../../engine/article/canonical-url.ts';
import type { OutletId, StoryId } from '../../engine/ids.ts';
import type { CoverageError, CoverageSource } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import type { Coverage, RatedOutlet, StorySummary } from '../../engine/schema.ts';
import type { TitleSource } from '../coverage/match-titles.ts';
import { toFailureReason } from '../coverage/to-failure-reason.ts';
import { resolveTarget } from '../links/resolve-target.ts';
import { reportFailure } from '../report-failure.ts';
import { isSamePage } from '../same-page.ts';
import type { Settings } from '../settings.ts';
import type { TabState } from '../tab-state.ts';
import type { AddressTitles } from './address-titles.ts';
import { densityOfPage } from './badge-density.ts';
import type {
  AskedLink,
  BadgeOrders,
  BadgeStory,
  CardAnswer,
  FoundBadges,
  LinksAnswer,
  ScoutAnswer,
  StorySource,
} from './badge-schema.ts';
import { pickHeadlines } from './pick-headlines.ts';
import { isPortal } from './portals.ts';
import type { CardQuestion } from './read-card-coverage.ts';
import { type BadgeRules, type KnownStory, toBadgeStory } from './to-badge-story.ts';

/** Where links may be looked up. */
export type LinkSources = {
  /** The device has an index of its own. */
  readonly device: boolean;
  /** The user has allowed looking up links at a server. */
  readonly server: boolean;
};

export type PageBadgesDeps = {
  readonly source: Pick<CoverageSource, 'lookup'>;
  readonly readStory: (question: CardQuestion, signal: AbortSignal) => Promise<Result<Coverage | null, CoverageError>>;
  /** Finds stories by link texts, for addresses that are not known; empty if that required starting the engine. */
  readonly matchTitles: (
    question: { readonly links: readonly AskedLink[]; readonly source: TitleSource },
    signal: AbortSignal,
  ) => Promise<Result<ReadonlyMap<string, StorySummary>, CoverageError>>;
  /** Headlines that the links' addresses contain; null while headlines cannot be matched. */
  readonly readAddressTitles: (urls: readonly string[]) => Promise<AddressTitles | null>;
  readonly readLinkSources: () => Promise<LinkSources>;
  /** Looks up stories at the server. */
  readonly lookUpAtServer: (
    question: { readonly urls: readonly string[]; readonly reader: AskingTab },
    signal: AbortSignal,
  ) => Promise<Result<ReadonlyMap<string, StorySummary>, CoverageError>>;
  readonly mayRead: (url: string) => Promise<boolean>;
  readonly readSettings: () => Promise<Settings>;
  /** Includes the user's decision about a possible match. */
  readonly readTab: (tabId: number) => Promise<TabState | null>;
  readonly findOutlet: (url: string) => Promise<OutletId | null>;
  readonly rateOutlet: (id: OutletId) => Promise<RatedOutlet>;
  /** When feeds were last fetched successfully, if the browser is offline now; otherwise null. */
  readonly readOfflineAsOf: () => Promise<number | null>;
  readonly startTimeout: () => AbortSignal;
};

type KnownStories = ReadonlyMap<string, KnownStory>;

type AskingTab = { readonly id: number; readonly isPrivate: boolean };

type AskedUrls = { readonly pageUrl: string; readonly urls: readonly string[] };

type AskedLinks = { readonly pageUrl: string; readonly links: readonly AskedLink[] };

type AskedStory = {
  readonly pageUrl: string;
  readonly storyId: StoryId;
  readonly by: StorySource;
  /** The link's address. */
  readonly url: string;
  readonly isOpened: boolean;
};

const OFF: BadgeOrders = { density: 'off', page: null };
const NOTHING_KNOWN: KnownStories = new Map();

export function createPageBadges(deps: PageBadgesDeps) {
  async function readRules(pageUrl: string): Promise<BadgeRules> {
    // In parallel, like everything that a first badge waits for: each is a call to the browser.
    const [settings, isAllowed] = await Promise.all([deps.readSettings(), deps.mayRead(pageUrl)]);
    return { density: isAllowed ? densityOfPage(pageUrl, settings) : 'off', minimum: settings.badgeMinimum };
  }

  /** Every page asks this, and few have covered links. Stories that are found are returned at once, for the finder. */
  async function scout(tab: AskingTab, { pageUrl, urls }: AskedUrls): Promise<ScoutAnswer> {
    const [rules, sources] = await Promise.all([readRules(pageUrl), deps.readLinkSources()]);
    if (rules.density === 'off') return { status: 'wait' };
    const targets = urls.map((url) => resolveTarget(url) ?? url);
    const [page, known] = await Promise.all([
      readPageStory(tab, { pageUrl, rules }),
      sources.device && urls.length > 0 ? lookUp(targets, deps.startTimeout()) : NOTHING_KNOWN,
    ]);
    const found = toFound(targets, { known, rules });
    const isExpected = async () => {
      if (page !== null || sources.server || found.length > 0) return true;
      if (!sources.device) return false;
      const unknown = targets.filter((url) => !known.has(url));
      return isPortal(pageUrl) || (await isByTitle(unknown, rules));
    };
    if (!(await isExpected())) return { status: 'none' };
    return { status: 'finder', orders: { density: rules.density, page }, found };
  }

  /** Whether a link may get a badge by its headline, as far as its address shows. */
  async function isByTitle(urls: readonly string[], rules: BadgeRules): Promise<boolean> {
    const titles = await deps.readAddressTitles(urls);
    if (titles === null) return false;
    if (titles.isPartial || titles.links.length === 0) return titles.isPartial;
    const likely = await deps.matchTitles({ links: titles.links, source: 'address' }, deps.startTimeout());
    // On failure the finder is loaded, since it can ask again.
    return !likely.ok || toFound(urls, { known: toKnown(likely.value, 'device'), rules }).length > 0;
  }

  /** By address only, on the device. */
  async function lookUp(urls: readonly string[], signal: AbortSignal): Promise<KnownStories> {
    const found = await deps.source.lookup([...new Set(urls)], signal);
    if (!found.ok) throw new Error(found.error.reason);
    return toKnown(found.value, 'device');
  }

  /** Only certain coverage: a possible match is a question, which the popup asks. */
  async function readPageStory(
    tab: AskingTab,
    { pageUrl, rules }: { readonly pageUrl: string; readonly rules: BadgeRules },
  ): Promise<BadgeStory | null> {
    const state = await deps.readTab(tab.id);
    if (state === null || state.page.status !== 'covered' || !isSamePage(state.pageUrl, pageUrl)) return null;
    const { coverage, answeredBy } = state.page;
    const by = answeredBy.by === 'server' ? 'server' : 'device';
    return toBadgeStory({ summary: coverage.story, by }, rules);
  }

  async function orders(tab: AskingTab, pageUrl: string): Promise<BadgeOrders> {
    const rules = await readRules(pageUrl);
    if (rules.density === 'off') return OFF;
    return { density: rules.density, page: await readPageStory(tab, { pageUrl, rules }) };
  }

  async function lookup(tab: AskingTab, { pageUrl, links: asked }: AskedLinks): Promise<LinksAnswer> {
    const links = asked.map(({ url, text }) => ({ url: canonicalizeUrl(url) ?? url, text }));
    const [rules, sources] = await Promise.all([readRules(pageUrl), deps.readLinkSources()]);
    if (rules.density === 'off') return { found: [], isWhole: true };
    const signal = deps.startTimeout();
    const urls = links.map(({ url }) => url);
    const found = new Map(sources.device ? await lookUp(urls, signal) : NOTHING_KNOWN);
    const rest = () => links.filter(({ url }) => !found.has(url));
    let isWhole = true;
    const take = (answer: Result<ReadonlyMap<string, StorySummary>, CoverageError>, by: StorySource) => {
      if (!answer.ok) reportFailure(`looking up links (${by})`, answer.error.reason);
      isWhole &&= answer.ok;
      for (const [url, known] of answer.ok ? toKnown(answer.value, by) : []) found.set(url, known);
    };
    if (sources.device && rest().length > 0)
      take(await deps.matchTitles({ links: rest(), source: 'headline' }, signal), 'device');
    if (sources.server && rest().length > 0) {
      const left = [...new Set(rest().map(({ url }) => url))];
      take(await deps.lookUpAtServer({ urls: left, reader: tab }, signal), 'server');
    }
    return { found: toFound(urls, { known: found, rules }), isWhole };
  }

  async function story(tab: AskingTab, asked: AskedStory): Promise<CardAnswer> {
    // A page that was open when badges were switched off for its site may still show one.
    if ((await readRules(asked.pageUrl)).density === 'off') return { status: 'gone' };
    const coverage = await deps.readStory(
      { id: asked.storyId, by: asked.by, isPrivate: tab.isPrivate, isOpened: asked.isOpened },
      deps.startTimeout(),
    );
    if (!coverage.ok) return { status: 'failed', reason: toFailureReason(coverage.error) };
    if (coverage.value === null) return { status: 'gone' };
    const outletId = await deps.findOutlet(asked.url);
    const outlet = outletId && (coverage.value.outlets[outletId] ?? (await deps.rateOutlet(outletId)));
    const card = {
      story: coverage.value.story,
      headlines: pickHeadlines(coverage.value, outletId),
      outlet: outlet !== null && outlet.ratings.length > 0 ? outlet : null,
      offlineAsOf: await deps.readOfflineAsOf(),
      canOpenStory: !tab.isPrivate,
    };
    return { status: 'shown', card };
  }

  return { scout, orders, lookup, story };
}

function toKnown(found: ReadonlyMap<string, StorySummary>, by: StorySource): KnownStories {
  return new Map([...found].map(([url, summary]) => [url, { summary, by }]));
}

/** The stories that get a badge, with the index of their address. */
function toFound(
  urls: readonly string[],
  { known, rules }: { readonly known: KnownStories; readonly rules: BadgeRules },
): FoundBadges {
  return urls.flatMap((url, index) => {
    const found = known.get(url);
    const story = found && toBadgeStory(found, rules);
    return story ? [{ index, story }] : [];
  });
}
