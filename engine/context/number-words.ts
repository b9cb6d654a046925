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

/** Languages that write 1,500.5 and not 1.500,5. */
const COMMA_GROUPS = new Set(['en', 'zh', 'ja', 'ko', 'he', 'th', 'hi', 'ar', 'fa', 'ur', 'bn']);

export function readNumberWord(lower: string, lang: string): number | null {
  return WORDS[lang]?.get(lower) ?? null;
}

export function readNumeral(written: string, lang: string): number | null {
  const [group, point] = COMMA_GROUPS.has(lang) ? [',', '.'] : ['.', ','];
  // Three digits after a separator are a group, whatever the language's custom says: "1.500" in an English wire report.
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(written) && !written.startsWith('0');
  const plain = grouped ? written.replace(/[.,]/g, '') : written.replaceAll(group, '').replace(point, '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
