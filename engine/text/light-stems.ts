// Light stemmers, for languages without a stemmer in the library: they only remove prefixes and endings, to one form a word.

/** "الوزير", "والوزير" and "وزير" are one. Light stemming also removes "and" from words that merely begin with its letter. */
export function stemArabic(word: string): string {
  const bare = cutFront(withoutArabicArticle(word), { front: /^و/, least: 3 });
  const plain = bare.replaceAll('ى', 'ي').replaceAll('ة', 'ه');
  return ARABIC_ENDINGS.reduce((rest, ending) => cutEnd(rest, { ending, least: 2 }), plain);
}

/** Also removes a conjunction or preposition attached to the article. */
export function withoutArabicArticle(word: string): string {
  return cutFront(word, { front: /^[وف]?(?:[بك]?ال|لل)/, least: 2 });
}

const ARABIC_ENDINGS = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

/** "בירושלים" and "ירושלים", "הבית" and "בית". */
export function stemHebrew(word: string): string {
  let rest = cutEnd(cutEnd(word, { ending: 'ים', least: 3 }), { ending: 'ות', least: 3 });
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = cutFront(cutFront(rest, { front: /^[ובכלמש]/, least: 4 }), { front: /^ה/, least: 3 });
  }
  return rest;
}

/** "Tuska", "Tuskowi" and "Tusk"; longer words are cut to their beginning, which derived words share. */
export function stemWestSlavic(word: string): string {
  return beginningOf(word, WEST_SLAVIC_ENDING);
}

/** Polish, Czech, Slovak, Slovenian, Croatian and Serbian in Latin letters. */
const WEST_SLAVIC_ENDING =
  /(?<=...)(?:ow(?:ie|i|ego|emu|ych|ymi|ej)|ovi|evi|(?:eg|og|éh)[oa]|emu|ému|ymi|imi|ými|ími|ami|ama|ima|[aáyýií]ch|[aio]h|iem|[eéoiíyýů]m|[óoe]v|[eo]j|og|ou|i[eauęą]|[aeiouyąęóéíáýůúě])$/;

/** "судом", "суда" and "суд" in Belarusian. */
export function stemBelarusian(word: string): string {
  return beginningOf(word, BELARUSIAN_ENDING);
}

const BELARUSIAN_ENDING = /(?<=...)(?:[аяыі]мі|[ая]г[ао]|[ая]му|[аяыі]х|[аояе]ў|[аяыі]м|[оея]м|[оеаяы]й|[аеёіоуыэюя])$/;

/** "νομου", "νομων" and "νομοσ"; input as plain-word.ts folds Greek. */
export function stemGreek(word: string): string {
  return beginningOf(word, GREEK_ENDING);
}

const GREEK_ENDING = /(?<=...)(?:ε(?:ισ|ωσ|ων)|ουσ|[αηοιε]σ|ων|ο[ιυ]|αι|[αεηιοω])$/;

/** "владата", "владите" and "влада" in Macedonian, which has its articles at the end. */
export function stemMacedonian(word: string): string {
  return beginningOf(word, MACEDONIAN_ENDING);
}

const MACEDONIAN_ENDING = /(?<=...)(?:[аоеи]т[аое]|от|ов(?:и|ци)|[аеиоу])$/;

/**
 * For languages without a stemmer: the word's first letters. Five keep most roots, six those of long words; a length that
 * grew with the word would separate "ministra" and "ministrem".
 */
export function toBeginning(word: string): string {
  return word.slice(0, word.length < 8 ? 5 : 6);
}

/** The beginning, without `ending`, of the length that the whole word would get. */
function beginningOf(word: string, ending: RegExp): string {
  return word.replace(ending, '').slice(0, toBeginning(word).length);
}

/** "대통령은", "대통령의" and "대통령". */
export function stemKorean(word: string): string {
  let rest = word;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = cutFrom(rest, { at: rest.search(KOREAN_PARTICLE), least: 2 });
  }
  return rest;
}

/** The particles that country names take too; alternatives of a regular expression. */
export const KOREAN_PARTICLES = '에서|에게|으로|까지|부터|은|는|이|가|을|를|의|에|와|과|도|로';
const KOREAN_PARTICLE = new RegExp(`(?:${KOREAN_PARTICLES}|라고|처럼|만)$`);

// A cut is only made if it leaves at least `least` letters.

function cutFront(word: string, { front, least }: { readonly front: RegExp; readonly least: number }): string {
  const rest = word.replace(front, '');
  return rest.length < least ? word : rest;
}

function cutEnd(word: string, { ending, least }: { readonly ending: string; readonly least: number }): string {
  return word.endsWith(ending) ? cutFrom(word, { at: word.length - ending.length, least }) : word;
}

function cutFrom(word: string, { at, least }: { readonly at: number; readonly least: number }): string {
  return at < least ? word : word.slice(0, at);
}
