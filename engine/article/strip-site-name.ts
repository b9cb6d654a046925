// Removes the outlet's name from the end of a headline: "Two hurt | Example News" → "Two hurt".
//
// Only names that the feed or page itself gives are removed, so "Two hurt - police" stays whole.

/** After Chinese characters and kana, separators have no spaces around them: 总理会见外宾_时政_东方日报, 首相が辞任：西都新聞. */
const WITHOUT_SPACES = String.raw`(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Pe}\p{Pf}])(?:[_＿：-]|—{1,2})`;
const SEPARATOR = new RegExp(String.raw`\s+[|–—•·»:-]\s+|\s*[|｜丨]\s*|${WITHOUT_SPACES}`, 'u');
const SUFFIX = new RegExp(
  String.raw`^(.*\S)(?:\s+[|–—•·»-]\s+|\s*[|｜丨]\s*|${WITHOUT_SPACES})([^|｜丨]{2,60})$`,
  'su',
);

/** @param siteNames what the source calls itself, for instance the feed's title "Politics | Example News" */
export function stripSiteName(title: string, siteNames: readonly (string | null)[]): string {
  const known = new Set(
    siteNames.flatMap((name) => (name === null ? [] : [name, ...name.split(SEPARATOR)])).map(simplify),
  );
  known.delete('');
  let rest = title;
  for (let match = SUFFIX.exec(rest); match !== null; match = SUFFIX.exec(rest)) {
    if (!known.has(simplify(match[2] ?? ''))) break;
    rest = match[1] ?? '';
  }
  return rest;
}

function simplify(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+|\s*(?:rss|feed)\s*$/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
