// Finds outlets that other outlets name in their credit lines: "Reuters", "dpa/lno", "The Canadian Press and AFP".
import { AGENCIES } from '../article/wire-agencies.ts';
import type { OutletId } from '../ids.ts';
import type { OutletRater } from '../outlet/outlet-rater.ts';
import { remember } from '../remember.ts';
import type { RatedOutlet } from '../schema.ts';
import type { StoryMember } from './story-member.ts';

/** Every spelling of an agency, in lower case without spaces, mapped to all of its spellings. */
type Spellings = ReadonlyMap<string, readonly string[]>;
let agencySpellings: Spellings | null = null;

export type CreditingArticle = Pick<StoryMember, 'outletId' | 'credit'>;

/** Searches the outlets of these articles. An outlet that credits itself proves nothing: whoever prints a copy may do so too. */
export function findCreditedOutlets(articles: readonly CreditingArticle[], rater: OutletRater): ReadonlySet<OutletId> {
  const outletsByName = listCreditingOutlets(articles);
  if (outletsByName.size === 0) return new Set();
  const isCredited = (id: OutletId) =>
    listNames(rater.rate(id)).some((name) => {
      const by = outletsByName.get(name);
      return by !== undefined && by.size > (by.has(id) ? 1 : 0);
    });
  return new Set([...new Set(articles.map(({ outletId }) => outletId))].filter(isCredited));
}

/** The outlets that give each credited name. Equal credits are parsed once, since a thousand outlets may print the same text. */
function listCreditingOutlets(articles: readonly CreditingArticle[]): ReadonlyMap<string, ReadonlySet<OutletId>> {
  const namesOf = remember(readNames, articles.length);
  const outletsByName = new Map<string, Set<OutletId>>();
  for (const { outletId, credit } of articles) {
    if (credit === null) continue;
    for (const name of namesOf(credit)) outletsByName.set(name, (outletsByName.get(name) ?? new Set()).add(outletId));
  }
  return outletsByName;
}

function readNames(credit: string): readonly string[] {
  agencySpellings ??= listAgencySpellings();
  const known = agencySpellings;
  return splitCredit(credit).flatMap((name) => [name, ...(known.get(name) ?? [])]);
}

function listAgencySpellings(): Spellings {
  const agencies = Object.entries(AGENCIES).map(([name, others]) => [name, ...others].map(normalizeName));
  return new Map(agencies.flatMap((spellings) => spellings.map((name) => [name, spellings])));
}

/** A two-letter host label is not taken for a name: tt.example may be a regional paper as well as the agency TT. */
const HOST_LABEL_MIN = 3;

function listNames({ id, name, host }: RatedOutlet): readonly string[] {
  const label = normalizeName(host.split('.')[0] ?? '');
  return [...[name, id, host].map(normalizeName), ...(label.length < HOST_LABEL_MIN ? [] : [label])];
}

function splitCredit(credit: string): readonly string[] {
  const parts = credit.split(/[/,;&+|()]|\s(?:and|und|et|y|e|en|with|mit|avec|con)\s/iu);
  return [credit, ...parts].map(normalizeName).filter((name) => name !== '');
}

function normalizeName(text: string): string {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('').replace(/^the(?=.{3})/, '');
}
