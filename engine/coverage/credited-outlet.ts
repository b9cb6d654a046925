// Whether an outlet is the one that a credit line names: "Reuters", "dpa/lno", "The Canadian Press and AFP".
import { AGENCIES } from '../article/wire-agencies.ts';
import type { RatedOutlet } from '../schema.ts';

/** Every spelling of an agency, without spaces and case, to all of its spellings. */
type Spellings = ReadonlyMap<string, readonly string[]>;
let agencySpellings: Spellings | null = null;

export function isCreditedOutlet(outlet: RatedOutlet, credit: string): boolean {
  agencySpellings ??= listAgencySpellings();
  const known = agencySpellings;
  const names = new Set(listNames(outlet));
  return splitCredit(credit).some((name) => names.has(name) || known.get(name)?.some((other) => names.has(other)));
}

function listAgencySpellings(): Spellings {
  const agencies = Object.entries(AGENCIES).map(([name, others]) => [name, ...others].map(squeeze));
  return new Map(agencies.flatMap((spellings) => spellings.map((name) => [name, spellings])));
}

/** Two letters at the start of a host are no name: tt.example is as likely a regional paper as the agency TT. */
const HOST_LABEL_MIN = 3;

function listNames({ id, name, host }: RatedOutlet): readonly string[] {
  const label = squeeze(host.split('.')[0] ?? '');
  const names = [squeeze(name), squeeze(id), squeeze(host), ...(label.length < HOST_LABEL_MIN ? [] : [label])];
  return names.filter((spelling) => spelling !== '');
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
