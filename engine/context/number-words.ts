// The values of numerals and number words: "1,500", "1.500" in German, "twelve", "doce".

const series = (words: string, from: number): readonly (readonly [string, number])[] =>
  words.split(' ').map((word, index) => [word, from + index] as const);
const tens = (words: string): readonly (readonly [string, number])[] =>
  words.split(' ').map((word, index) => [word, 20 + index * 10] as const);

/** From two on: "one" is an article or a pronoun in most languages. */
const WORDS: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  en: new Map([
    ...series(
      'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
      2,
    ),
    ...tens('twenty thirty forty fifty sixty seventy eighty ninety'),
  ]),
  de: new Map([
    ...series(
      'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
      2,
    ),
    ...tens('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'),
  ]),
  fr: new Map([
    ...series('deux trois quatre cinq six sept huit', 2), // "neuf" is also "new"
    ...series('dix onze douze treize quatorze quinze seize', 10),
    ...tens('vingt trente quarante cinquante soixante'),
  ]),
  es: new Map([
    ...series('dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis', 2),
    ...series('diecisiete dieciocho diecinueve', 17),
    ...tens('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
  ]),
  it: new Map(series('due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici', 2)),
  pt: new Map(series('dois três quatro cinco seis sete oito nove dez onze doze treze', 2)),
};

export function readNumberWord(lower: string, lang: string): number | null {
  return WORDS[lang]?.get(lower) ?? null;
}

/** Languages that write 1,500 and not 1 500. */
const COMMA_GROUPS = new Set(['en', 'zh', 'ja', 'ko', 'he', 'th', 'hi', 'ar', 'fa', 'ur', 'bn']);

/** Whether a plain space may stand within a number: "1 500". Elsewhere it parts two numbers: "of 12 500 were hurt". */
export function groupsBySpaces(lang: string): boolean {
  return lang !== 'und' && !COMMA_GROUPS.has(lang);
}

/** Groups of three, or of two before the last three as in India: "12,500", "12.500", "12,50,000"; spaces are gone by then. */
const GROUPED = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{2,3})*,\d{3})$/;

/**
 * The same in every language: three digits after a sign are a group, since "1.500" stands in English wire reports too and decimals
 * of three digits hardly anywhere; fewer or more are decimals. Of two different signs the last is the decimal one.
 */
export function readNumeral(written: string): number | null {
  const plain = toPlain(written.replace(/\s/g, ''));
  const value = Number(plain ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

function toPlain(written: string): string | null {
  const at = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
  if (at === -1) return written;
  if (GROUPED.test(written)) return withoutSigns(written);
  const before = written.slice(0, at);
  if (before.includes(written.charAt(at)) || !(/^\d+$/.test(before) || GROUPED.test(before))) return null;
  return `${withoutSigns(before)}.${written.slice(at + 1)}`;
}

const withoutSigns = (grouped: string) => grouped.replace(/\D/g, '');
