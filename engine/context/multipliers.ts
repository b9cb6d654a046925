// The words that multiply a number: "12 million", "zwei Dutzend", "3 mil millones".
import type { Token } from './read-tokens.ts';

const THOUSAND = 1e3;
const MILLION = 1e6;
const MILLIARD = 1e9;
const BILLION = 1e12;

const of = (words: string, factor: number) => words.split(' ').map((word) => [word, factor] as const);

/** By language, since a French "billion" is a thousand English ones. */
const MULTIPLIERS: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  en: new Map([
    ...of('dozen', 12),
    ...of('hundred', 100),
    ...of('thousand', THOUSAND),
    ...of('lakh lakhs', 1e5),
    ...of('million millions', MILLION),
    ...of('crore crores', 1e7),
    ...of('billion billions bn', MILLIARD),
    ...of('trillion trillions', BILLION),
  ]),
  de: new Map([
    ...of('dutzend', 12),
    ...of('hundert', 100),
    ...of('tausend', THOUSAND),
    ...of('million millionen mio', MILLION),
    ...of('milliarde milliarden mrd', MILLIARD),
    ...of('billion billionen', BILLION),
  ]),
  fr: new Map([
    ...of('douzaine douzaines', 12),
    ...of('cent cents centaine centaines', 100),
    ...of('mille millier milliers', THOUSAND),
    ...of('million millions', MILLION),
    ...of('milliard milliards', MILLIARD),
    ...of('billion billions', BILLION),
  ]),
  es: new Map([
    ...of('docena docenas', 12),
    ...of('mil', THOUSAND),
    ...of('millón millones', MILLION),
    ...of('billón billones', BILLION),
  ]),
  it: new Map([
    ...of('dozzina dozzine', 12),
    ...of('cento', 100),
    ...of('mila', THOUSAND),
    ...of('milione milioni mln', MILLION),
    ...of('miliardo miliardi mld', MILLIARD),
  ]),
  pt: new Map([
    ...of('dúzia dúzias', 12),
    ...of('mil', THOUSAND),
    ...of('milhão milhões', MILLION),
    ...of('bilhão bilhões bilião biliões', MILLIARD),
    ...of('trilhão trilhões', BILLION),
  ]),
  ru: new Map([
    ...of('тысяча тысячи тысяч тыс', THOUSAND),
    ...of('миллион миллиона миллионов млн', MILLION),
    ...of('миллиард миллиарда миллиардов млрд', MILLIARD),
    ...of('триллион триллиона триллионов трлн', BILLION),
  ]),
  uk: new Map([
    ...of('тисяча тисячі тисяч тис', THOUSAND),
    ...of('мільйон мільйона мільйони мільйонів млн', MILLION),
    ...of('мільярд мільярда мільярди мільярдів млрд', MILLIARD),
    ...of('трильйон трильйона трильйони трильйонів трлн', BILLION),
  ]),
};

/** Keeps "5 mln złotych" from being a 5. Counts in these languages are not compared, since the other words needed are not listed. */
const OTHERS: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  ar: new Map([
    ...of('ألف آلاف ألفا', THOUSAND),
    ...of('مليون ملايين مليونا', MILLION),
    ...of('مليار مليارات', MILLIARD),
  ]),
  bg: new Map([
    ...of('хиляди хил', THOUSAND),
    ...of('милион милиона млн', MILLION),
    ...of('милиард милиарда млрд', MILLIARD),
  ]),
  cs: new Map([
    ...of('tisíc tisíce', THOUSAND),
    ...of('milion miliony milionů', MILLION),
    ...of('miliarda miliardy miliard mld', MILLIARD),
  ]),
  el: new Map([
    ...of('χιλιάδες χιλ', THOUSAND),
    ...of('εκατομμύρια εκατ', MILLION),
    ...of('δισεκατομμύρια δισ', MILLIARD),
  ]),
  fa: new Map([
    ...of('هزار', THOUSAND),
    ...of('میلیون', MILLION),
    ...of('میلیارد', MILLIARD),
    ...of('تریلیون', BILLION),
  ]),
  he: new Map([...of('אלף', THOUSAND), ...of('מיליון', MILLION), ...of('מיליארד', MILLIARD)]),
  hi: new Map([...of('हजार हज़ार', THOUSAND), ...of('लाख', 1e5), ...of('करोड़', 1e7)]),
  nl: new Map([...of('duizend', THOUSAND), ...of('miljoen mln', MILLION), ...of('miljard mld', MILLIARD)]),
  pl: new Map([
    ...of('tys tysiąc tysiące tysięcy', THOUSAND),
    ...of('mln milion miliony milionów', MILLION),
    ...of('mld miliard miliardy miliardów', MILLIARD),
  ]),
  sr: new Map([
    ...of('хиљаде хиљада hiljade hiljada', THOUSAND),
    ...of('милион милиона milion miliona', MILLION),
    ...of('милијарда милијарде милијарди milijarda milijarde milijardi', MILLIARD),
  ]),
  sv: new Map([...of('tusen', THOUSAND), ...of('miljon miljoner', MILLION), ...of('miljard miljarder', MILLIARD)]),
  th: new Map([...of('พัน', THOUSAND), ...of('หมื่น', 1e4), ...of('แสน', 1e5), ...of('ล้าน', MILLION)]),
  tr: new Map([...of('bin', THOUSAND), ...of('milyon', MILLION), ...of('milyar', MILLIARD), ...of('trilyon', BILLION)]),
};

/** Whether counts in the language can be compared. */
export function isCountKnown(lang: string): boolean {
  return Object.hasOwn(MULTIPLIERS, lang);
}

/** Words between the multiplier and the unit: "12 millions de personnes", "d’euros". */
const LINKS = new Set(['of', 'de', 'd', 'di', 'von']);

/** Where a number is among the tokens of a text, and in which language. */
export type NumberPosition = { readonly index: number; readonly lang: string };

type Multiplied = {
  readonly factor: number;
  /** Index after the multipliers. */
  readonly end: number;
  /** Where the unit may begin. */
  readonly next: number;
  /** Approximate: a dozen is seldom exactly twelve. */
  readonly isRough: boolean;
};

/** The multipliers after the number. */
export function readMultipliers(tokens: readonly Token[], { index, lang }: NumberPosition): Multiplied {
  const start = index + 1;
  let factor = 1;
  let end = start;
  let isRough = false;
  for (let by = factorOf(tokens[end], lang); by !== null; by = factorOf(tokens[++end], lang)) {
    factor *= by;
    isRough ||= by === 12;
  }
  const isLinked = end > start && LINKS.has(tokens[end]?.surface.toLowerCase() ?? '');
  return { factor, end, next: isLinked ? end + 1 : end, isRough };
}

/** One key for "1.5 million" and "1,500,000": `#1500000`. The token's own key where no multiplier follows. */
export function toMultipliedKey(tokens: readonly Token[], { index, lang }: NumberPosition): string {
  const { value = null, key = '' } = tokens[index] ?? {};
  const { factor } = readMultipliers(tokens, { index, lang });
  return value === null || factor === 1 ? key : `#${Number((value * factor).toPrecision(12))}`;
}

/** The rest of a number in words: "one hundred twenty-five", "two hundred and five". */
export function followsMultiplier(tokens: readonly Token[], { index, lang }: NumberPosition): boolean {
  if (tokens[index]?.gap !== ' ') return false;
  const isAnd = /^(?:and|und|et|y|e)$/i.test(tokens[index - 1]?.surface ?? '') && tokens[index - 1]?.gap === ' ';
  return factorOf(tokens[isAnd ? index - 2 : index - 1], lang) !== null;
}

/** Also understands a multiplier attached to the number: "12mila". */
function factorOf(token: Token | undefined, lang: string): number | null {
  if (token === undefined || !/^\s?$/.test(token.gap ?? '-')) return null;
  return (MULTIPLIERS[lang] ?? OTHERS[lang])?.get(token.surface.toLowerCase()) ?? null;
}
