// Takes off what stands after a bar in a title: "Two hurt in Lund crash | The Westmark Post" would tie it to all that tells of Westmark.
//
// Looked at from the end, part by part: as one pattern, a title with many bars takes twice the time for each of them.

const BAR = /[|｜]/u;
const SPACE = /^\s/u;
/** Characters of the title that stay at least. */
const HEAD_MIN = 20;
/** Longer ones are part of the headline. */
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

/** After "|" without a space stands a part of the headline, or of an address. */
function isName(part: string): boolean {
  return SPACE.test(part) && part.length > 2 && [...part.trim()].length <= PART_MAX;
}
