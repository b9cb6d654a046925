// Removes site names after a bar in a title: "Two hurt in Lund crash | The Westmark Post" would match other reports on Westmark.
//
// A loop from the end, part by part: one regular expression would backtrack, doubling its time with each further bar.

const BAR = /[|｜]/u;
const SPACE = /^\s/u;
/** At least this many characters of the title are kept. */
const HEAD_MIN = 20;
/** Longer parts belong to the headline. */
const PART_MAX = 40;

export function cutAtBar(title: string): string {
  const parts = title.split(BAR);
  let first = parts.length;
  while (first > 1 && isName(parts[first - 1] ?? '')) first -= 1;
  for (let cut = first; cut < parts.length; cut++) {
    const head = title.slice(0, parts.slice(0, cut).join('|').length);
    if ([...head].length >= HEAD_MIN) return head.trimEnd();
  }
  return title;
}

/** A "|" without a space after it is followed by more of the headline, or of an address. */
function isName(part: string): boolean {
  return SPACE.test(part) && part.length > 2 && [...part.trim()].length <= PART_MAX;
}
