// Families: articles that are copies of one text, and which of them is the original.
//
// Copies of copies are one family. Only copies inside one story are: a text reused for another event is no report of it.
// The original is the article of the source that others credit, or the earliest; the family is named after it.
import { AGENCIES } from '../article/wire-agencies.ts';
import { FamilyId } from '../ids.ts';
import type { ArticleRecord, Family } from './records.ts';

/** An article without copies has no object for its family, which takes 90 bytes: it gets one when somebody joins it. */
export function familyOf(record: ArticleRecord): Family {
  record.family ??= { id: familyIdOf(record), members: [record] };
  return record.family;
}

export function familyIdOf(record: ArticleRecord): FamilyId {
  return record.family?.id ?? FamilyId.parse(record.id);
}

export function isAlone({ family }: ArticleRecord): boolean {
  return family === null || family.members.length === 1;
}

/** Share of a family that must be copies: an agency's text that is rewritten all day is several by the evening. */
const KIN = 0.2;
/** So many are enough in any family; of a large one no more are compared than the index reads. */
const KIN_ENOUGH = 12;

/** True when enough of the family's members are among the copies of a text for it to become one of them. */
export function isKin({ members }: Family, copies: ReadonlySet<ArticleRecord>): boolean {
  const enough = Math.min(KIN_ENOUGH, KIN * members.length);
  let known = 0;
  for (const member of members) if (copies.has(member) && ++known >= enough) return true;
  return false;
}

/** Makes one family of two; the members of the second join the first. */
export function mergeFamilies(into: Family, from: Family): void {
  for (const member of from.members) member.family = into;
  into.members.push(...from.members);
  from.members = [];
}

/** Names the family after its original; true when that changed. */
export function nameFamily(family: Family): boolean {
  const original = findOriginal(family.members);
  if (!original || String(family.id) === String(original.id)) return false;
  family.id = FamilyId.parse(original.id);
  return true;
}

/** The source that members credit, itself; else one that credits nobody; then the earliest; then the first to arrive. */
function findOriginal(members: readonly ArticleRecord[]): ArticleRecord | undefined {
  const credits = new Set(members.map((member) => member.credit).filter((credit) => credit !== null));
  const rank = ({ outletId, credit }: ArticleRecord) => {
    for (const source of credits) if (isSource(outletId, source)) return 0;
    return credit === null ? 1 : 2;
  };
  const [first, ...others] = members;
  return others.reduce((best, member) => {
    const order = best && (rank(member) - rank(best) || (member.at || 0) - (best.at || 0) || member.slot - best.slot);
    return order !== undefined && order < 0 ? member : best;
  }, first);
}

/** Letters from which a host may begin with a credit: "reutersagency.com" is Reuters, "apple.example" is not AP. */
const HOST_BEGINS_LEAST = 4;

/** "host:www.apnews.com" is the source of what is credited to "AP", whose other names are known. */
function isSource(outletId: string, credit: string): boolean {
  // A byline's credit may be any word, "constructor" too.
  const others = Object.hasOwn(AGENCIES, credit) ? (AGENCIES[credit] ?? []) : [];
  const names = [credit, ...others].map(squeeze).filter((name) => name !== '');
  const labels = outletId.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return names.some((name) =>
    labels.some((label) => label === name || (name.length >= HOST_BEGINS_LEAST && label.startsWith(name))),
  );
}

function squeeze(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
