// Takes the dateline off a lead: "WASHINGTON (AP) — ", "Brest, 5. März (dpa) - ", "(CNN)".

const DATELINE =
  /^\s*(?:(?:\p{Lu}[\p{L}\p{M}.’' -]{1,30},?\s*){0,3}(?:\p{L}+\.? \d{1,2},?\s*|\d{1,2}\.? \p{L}+\s*)?\((?:[^()]{2,40})\)\s*(?:[-–—―:]+\s*)?|\p{Lu}{2}[\p{Lu}\s.,’'-]{1,40}(?:\p{Ll}{1,5}\.?)?\s*[–—―]+\s*|\p{Lu}{2}[\p{Lu}\s.,’']{1,40}\s-+\s*)(?=["“„«']?\p{Lu})/u;

export function stripDateline(lead: string): string {
  return lead.replace(DATELINE, '').replace(/^[\s–—―-]+/u, '');
}
