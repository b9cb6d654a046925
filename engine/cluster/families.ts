// Families: articles that are copies of one text, and which of them the family is named after.
//
// Copies of copies belong to one family, but only within one story: a text reused for another event is no report of it.
// A family is named after the article of the source that others credit, else after the earliest that credits nobody. Which
// article readers see as the original is decided in coverage/find-originals.ts.
import { AGENCIES } from '../article/wire-agencies.ts';
import { FamilyId } from '../ids.ts';
import { remember } from '../remember.ts';
import type { ArticleRecord, Family } from './records.ts';

/** An article without copies has no family object, which takes 90 bytes; it gets one when a copy joins it. */
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

/** Least share of a family that a text must be a copy of to join it: an agency's text that is rewritten all day is several texts by evening. */
const JOIN_SHARE_LEAST = 0.2;
/** This many copies are enough in any family: the index compares only so many articles (`COMPARED_MOST`). */
const COPIES_ENOUGH = 12;

/** True when enough of the family's members are among a text's copies for the text to join the family. */
export function mayJoinFamily({ members }: Family, copies: ReadonlySet<ArticleRecord>): boolean {
  const enough = Math.min(COPIES_ENOUGH, JOIN_SHARE_LEAST * members.length);
  let known = 0;
  for (const member of members) if (copies.has(member) && ++known >= enough) return true;
  return false;
}

/** Moves the members of `from` into `into`. */
export function mergeFamilies(into: Family, from: Family): void {
  for (const member of from.members) member.family = into;
  into.members.push(...from.members);
  from.members = [];
}

/** Names the family after the right member; true when that changed the name. */
export function nameFamily(family: Family): boolean {
  const namesake = findNamesake(family.members);
  if (!namesake || String(family.id) === String(namesake.id)) return false;
  family.id = FamilyId.parse(namesake.id);
  return true;
}

/** First the source that members credit, then one that credits nobody; of equals the earliest, then the first to arrive. */
function findNamesake(members: readonly ArticleRecord[]): ArticleRecord | undefined {
  const credits = new Set(members.map(({ credit }) => credit));
  const names = new Set([...credits].flatMap((credit) => (credit === null ? [] : namesOf(credit))));
  let best: { readonly member: ArticleRecord; readonly rank: number } | undefined;
  for (const member of members) {
    const rank = isSource(member.outletId, names) ? 0 : member.credit === null ? 1 : 2;
    const order = best
      ? rank - best.rank || (member.at || 0) - (best.member.at || 0) || member.slot - best.member.slot
      : -1;
    if (order < 0) best = { member, rank };
  }
  return best?.member;
}

/** Least length, in letters, of a credit that a host may begin with: "reutersagency.com" is Reuters, "apple.example" is not AP. */
const HOST_BEGINS_LEAST = 4;

/** "host:www.apnews.com" is the source of a text credited to "AP": "AP News" is one of the agency's names. */
function isSource(outletId: string, names: ReadonlySet<string>): boolean {
  return names.size > 0 && labelsOf(outletId).some((label) => names.has(label) || beginsWithName(label, names));
}

function beginsWithName(label: string, names: ReadonlySet<string>): boolean {
  for (let end = HOST_BEGINS_LEAST; end < label.length; end++) if (names.has(label.slice(0, end))) return true;
  return false;
}

/** A family is renamed with every copy that joins: of a text that a thousand outlets print, each credit is read a thousand times. */
const REMEMBERED_MOST = 5000;

const labelsOf = remember((outletId) => outletId.toLowerCase().split(/[^\p{L}\p{N}]+/u), REMEMBERED_MOST);

/** `hasOwn`, since a credit may be any word, even "constructor". */
const namesOf = remember((credit) => {
  const others = Object.hasOwn(AGENCIES, credit) ? (AGENCIES[credit] ?? []) : [];
  return [credit, ...others].map(normalizeName).filter((name) => name !== '');
}, REMEMBERED_MOST);

function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
