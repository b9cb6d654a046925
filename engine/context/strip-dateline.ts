// Removes the dateline from a lead: "WASHINGTON (AP) — ", "Brest, 5. März (dpa) - ", "(CNN)".
import { stripLeadCredit } from '../article/find-credit.ts';

/** Place and day are matched separately afterwards: one pattern would try every way to divide a line of capitals. */
const BRACKETED = /^\s*(?<before>[^()]{0,110})\((?<by>[^()]{2,40})\)\s*(?<dash>[-–—―:]+\s*)?(?=["“„«']?\p{Lu})/u;
const DAY = /(?:\p{L}{1,20}\.? \d{1,2},?|\d{1,2}\.? \p{L}{1,20})$/u;
const PLACE = /^\p{Lu}[\p{L}\p{M}.’'/ -]{1,90}$/u;
/** A town, its state, its country. */
const PLACES_MAX = 3;
/** "HANOI, Vietnam - ", "KANSAS CITY/BERLIN, Mo. — ", "VELM, May 3 – ". */
const DASHED =
  /^\s*\p{Lu}{2}[\p{Lu}\s.’'/-]{1,40}(?:,\s*\p{L}[\p{L}\p{N}.’' ]{0,30}){0,2}(?:\s*[–—―]+|\s-+)\s*(?=["“„«']?\p{Lu})/u;

export function stripDateline(lead: string, outletName: string): string {
  const bracketed = BRACKETED.exec(lead);
  if (bracketed !== null && isDateline(bracketed, outletName)) return lead.slice(bracketed[0].length);
  return lead.replace(DASHED, '');
}

/** Strips the first sentence that begins with a dateline: a caption, or the title again, may precede it. */
export function stripFirstDateline(sentences: readonly string[], outletName: string): readonly string[] {
  const at = sentences.findIndex((sentence) => stripDateline(sentence, outletName) !== sentence);
  return sentences.map((sentence, index) => (index === at ? stripDateline(sentence, outletName) : sentence));
}

/** Without a dash the bracket may belong to a name: "Ada Lindqvist (R-Velm) Tuesday said", "the Central Bank (ECB) President". */
function isDateline({ 0: head, groups }: RegExpExecArray, outletName: string): boolean {
  const { before = '', by = '', dash } = groups ?? {};
  const place = before.trim().replace(DAY, '').trim();
  const places = place.split(',').filter((part) => part.trim() !== '');
  if (places.length > PLACES_MAX || !places.every((part) => PLACE.test(part.trim()))) return false;
  const isOwnName = outletName.toLowerCase().startsWith(by.toLowerCase());
  return dash !== undefined || isOwnName || stripLeadCredit(head) !== head || isInCapitals(place);
}

/** Shorter words in capitals are abbreviations: NATO (OTAN). */
const CAPITALS_MIN = 5;

function isInCapitals(place: string): boolean {
  return !/\p{Ll}/u.test(place) && (place.match(/\p{Lu}/gu)?.length ?? 0) >= CAPITALS_MIN;
}
