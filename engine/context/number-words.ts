// The values of number words up to ninety-nine: "twelve", "twenty-five", "doce", "quatre-vingt-dix-sept".

type Entry = readonly [words: string, value: number];
type Entries = readonly Entry[];

const series = (words: string, from: number): Entries => words.split(' ').map((word, index) => [word, from + index]);
const tens = (words: string): Entries => words.split(' ').map((word, index) => [word, 20 + index * 10]);

/** Combines every ten with every unit by `join`. */
const sumsBy =
  (join: (ten: string, unit: string) => string) =>
  (some: Entries, others: Entries): Entries =>
    some.flatMap(([ten, a]) => others.map(([unit, b]): Entry => [join(ten, unit), a + b]));
/** In English and French: "twenty five". */
const sums = sumsBy((ten, unit) => `${ten} ${unit}`);
const germanSums = sumsBy((ten, unit) => `${unit}und${ten}`);
const spanishSums = sumsBy((ten, unit) => `${ten} y ${unit}`);
/** "ventuno", "ventotto"; "trentatré" */
const italianSums = sumsBy((ten, unit) => `${/^[uo]/.test(unit) ? ten.slice(0, -1) : ten}${unit}`);
const portugueseSums = sumsBy((ten, unit) => `${ten} e ${unit}`);

const EN_TENS = tens('twenty thirty forty fifty sixty seventy eighty ninety');
const DE_TENS: Entries = [...tens('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'), ['dreissig', 30]];
const DE_UNITS = series('zwei drei vier fünf sechs sieben acht neun', 2);
const FR_UNITS = series('deux trois quatre cinq six sept huit', 2);
const FR_TENS: Entries = [
  ...tens('vingt trente quarante cinquante soixante'),
  ['septante', 70],
  ['huitante', 80],
  ['nonante', 90],
];
const FR_TEENS = [
  ...series('dix onze douze treize quatorze quinze seize', 10),
  ...sums([['dix', 10]], [...FR_UNITS.slice(-2), ['neuf', 9]]),
];
const FR_SCORES: Entries = [['quatre vingt', 80]];
const ES_TENS = tens('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa');
const ES_UNITS = series('dos tres cuatro cinco seis siete ocho nueve', 2);
const IT_TENS = tens('venti trenta quaranta cinquanta sessanta settanta ottanta novanta');
const IT_UNITS = series('due tre quattro cinque sei sette otto nove', 2);
const PT_TENS = tens('vinte trinta quarenta cinquenta sessenta setenta oitenta noventa');
const PT_UNITS: Entries = [...series('dois três quatro cinco seis sete oito nove', 2), ['duas', 2]];

/**
 * By language, in lower case, words of a number separated by spaces. From two on, since "one" is an article or a pronoun in
 * most languages.
 */
const WORDS: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  en: new Map([
    ...series('two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen', 2),
    ...series('seventeen eighteen nineteen', 17),
    ...EN_TENS,
    ...sums(EN_TENS, series('one two three four five six seven eight nine', 1)),
  ]),
  de: new Map([
    ...DE_UNITS,
    ...series('zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn', 10),
    ...DE_TENS,
    ...germanSums(DE_TENS, [['ein', 1], ...DE_UNITS]),
  ]),
  fr: new Map([
    ...FR_UNITS, // without "neuf", which also means "new"
    ...FR_TEENS,
    ...FR_TENS,
    ...sums(FR_TENS, [['et un', 1], ['et une', 1], ...FR_UNITS, ['neuf', 9]]),
    ...sums([['soixante', 60]], [['et onze', 11], ...FR_TEENS]),
    ...FR_SCORES,
    ['quatre vingts', 80],
    ...sums(FR_SCORES, [['un', 1], ['une', 1], ...FR_UNITS, ['neuf', 9], ...FR_TEENS]),
  ]),
  es: new Map([
    ...ES_UNITS,
    ...series('diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve', 10),
    ...series(
      'veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
      21,
    ),
    ['veintiún', 21],
    ['veintiuna', 21],
    ...ES_TENS,
    ...spanishSums(ES_TENS, [['uno', 1], ['un', 1], ['una', 1], ...ES_UNITS]),
  ]),
  it: new Map([
    ...IT_UNITS,
    ...series('dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove', 10),
    ...IT_TENS,
    ...italianSums(IT_TENS, [['uno', 1], ...IT_UNITS, ['tré', 3]]),
  ]),
  pt: new Map([
    ...PT_UNITS,
    ...series('dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove', 10),
    ...series('quatorze', 14),
    ...series('dezasseis dezassete', 16),
    ...series('dezanove', 19),
    ...PT_TENS,
    ...portugueseSums(PT_TENS, [['um', 1], ['uma', 1], ...PT_UNITS]),
  ]),
};

/** "quatre-vingt-dix-sept" */
export const NUMBER_WORDS_MAX = 4;

/** @param words in lower case, separated by single spaces: "twenty five" */
export function readNumberWords(words: string, lang: string): number | null {
  return WORDS[lang]?.get(words) ?? null;
}
