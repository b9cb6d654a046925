// Which outlets the credit lines of others name: "Reuters", "dpa/lno", "The Canadian Press and AFP".
import { AGENCIES } from '../article/wire-agencies.ts';
import type { OutletId } from '../ids.ts';
import type { OutletRater } from '../outlet/outlet-rater.ts';
import { remember } from '../remember.ts';
import type { RatedOutlet } from '../schema.ts';
import type { StoryMember } from './story-member.ts';

/** Every spelling of an agency, without spaces and case, to all of its spellings. */
type Spellings = ReadonlyMap<string, readonly string[]>;
let agencySpellings: Spellings | null = null;

export type Crediting = Pick<StoryMember, 'outletId' | 'credit'>;

/** Of the outlets of these articles. An outlet's credit to itself is no evidence: a copy says the same of itself. */
export function findCreditedOutlets(articles: readonly Crediting[], rater: OutletRater): ReadonlySet<OutletId> {
  const givers = listGivers(articles);
  if (givers.size === 0) return new Set();
  const isCredited = (id: OutletId) =>
    listNames(rater.rate(id)).some((name) => {
      const by = givers.get(name);
      return by !== undefined && by.size > (by.has(id) ? 1 : 0);
    });
  return new Set([...new Set(articles.map(({ outletId }) => outletId))].filter(isCredited));
}

/** By each name that a credit may mean, the outlets that give it: a text that a thousand outlets print has a thousand credits. */
function listGivers(articles: readonly Crediting[]): ReadonlyMap<string, ReadonlySet<OutletId>> {
  const namesOf = remember(readNames, articles.length);
  const givers = new Map<string, Set<OutletId>>();
  for (const { outletId, credit } of articles) {
    if (credit === null) continue;
    for (const name of namesOf(credit)) givers.set(name, (givers.get(name) ?? new Set()).add(outletId));
  }
  return givers;
}

function readNames(credit: string): readonly string[] {
  agencySpellings ??= listAgencySpellings();
  const known = agencySpellings;
  return splitCredit(credit).flatMap((name) => [name, ...(known.get(name) ?? [])]);
}

function listAgencySpellings(): Spellings {
  const agencies = Object.entries(AGENCIES).map(([name, others]) => [name, ...others].map(squeeze));
  return new Map(agencies.flatMap((spellings) => spellings.map((name) => [name, spellings])));
}

/** Two letters at the start of a host are no name: tt.example is as likely a regional paper as the agency TT. */
const HOST_LABEL_MIN = 3;

function listNames({ id, name, host }: RatedOutlet): readonly string[] {
  const label = squeeze(host.split('.')[0] ?? '');
  return [squeeze(name), squeeze(id), squeeze(host), ...(label.length < HOST_LABEL_MIN ? [] : [label])];
}

function splitCredit(credit: string): readonly string[] {
  const parts = credit.split(/[/,;&+|()]|\s(?:and|und|et|y|e|en|with|mit|avec|con)\s/iu);
  return [credit, ...parts].map(squeeze).filter((name) => name !== '');
}

function squeeze(text: string): string {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('').replace(/^the(?=.{3})/, '');
}
