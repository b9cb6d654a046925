// What outlets of a language put before and after a word: taken off until it is as it stands alone, whatever was put there first.

/** "الوزير", "والوزير" and "وزير" are one; after the rules of light stemming, by which "and" also goes off words that begin with it. */
export function stemArabic(word: string): string {
  const bare = cutFront(cutFront(word, /^[وف]?(?:[بك]?ال|لل)/, 2), /^و/, 3);
  const plain = bare.replaceAll('ى', 'ي').replaceAll('ة', 'ه');
  return ARABIC_ENDINGS.reduce((rest, ending) => cutEnd(rest, ending, 2), plain);
}

const ARABIC_ENDINGS = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

/** "בירושלים" and "ירושלים", "הבית" and "בית". */
export function stemHebrew(word: string): string {
  let rest = cutEnd(cutEnd(word, 'ים', 3), 'ות', 3);
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = cutFront(cutFront(rest, /^[ובכלמש]/, 4), /^ה/, 3);
  }
  return rest;
}

/** "대통령은", "대통령의" and "대통령". */
export function stemKorean(word: string): string {
  let rest = word;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = cutFrom(rest, rest.search(KOREAN_PARTICLE), 2);
  }
  return rest;
}

const KOREAN_PARTICLE = /(?:에서|에게|으로|까지|부터|라고|처럼|은|는|이|가|을|를|의|에|와|과|도|로|만)$/;

function cutFront(word: string, front: RegExp, least: number): string {
  const rest = word.replace(front, '');
  return rest.length < least ? word : rest;
}

function cutEnd(word: string, ending: string, least: number): string {
  return word.endsWith(ending) ? cutFrom(word, word.length - ending.length, least) : word;
}

function cutFrom(word: string, at: number, least: number): string {
  return at < least ? word : word.slice(0, at);
}
