// Reads declared and visible dates into epoch milliseconds; refuses the impossible ones (before 1990, after tomorrow).

export const DAY_MS = 86_400_000;
const EARLIEST = Date.UTC(1990, 0, 1);

/** Month names and their usual short forms, lower case, without marks; a longer written form may follow. */
const MONTHS: readonly (readonly string[])[] = [
  [
    'jan',
    'janv',
    'jann',
    'ene',
    'gen',
    'sty',
    'янв',
    'січ',
    'oca',
    'tammi',
    'led',
    'ιαν',
    'يناير',
    'जनवरी',
    'janeiro',
    'ιανουα',
    'styczn',
    'ян',
    '1월',
  ],
  ['feb', 'fev', 'lut', 'фев', 'лют', 'şub', 'sub', 'helmi', 'uno', 'únor', 'φεβ', 'فبراير', 'फरवरी', 'febr'],
  ['mar', 'mär', 'maer', 'mrt', 'maa', 'мар', 'бер', 'bře', 'bre', 'μαρ', 'مارس', 'मार्च', 'maart', 'márc'],
  ['apr', 'avr', 'abr', 'kwi', 'апр', 'кві', 'nis', 'huhti', 'dub', 'απρ', 'أبريل', 'अप्रैल', 'ápr'],
  [
    'may',
    'mai',
    'maj',
    'mag',
    'mei',
    'мая',
    'май',
    'тра',
    'touko',
    'kvě',
    'kve',
    'μαι',
    'μάι',
    'μαΐ',
    'مايو',
    'मई',
    'máj',
  ],
  ['jun', 'juin', 'giu', 'cze', 'июн', 'чер', 'haz', 'kesä', 'kesa', 'červn', 'cervn', 'ιουν', 'يونيو', 'जून', 'jún'],
  [
    'jul',
    'juil',
    'lug',
    'lip',
    'июл',
    'лип',
    'tem',
    'heinä',
    'heina',
    'červenc',
    'cervenc',
    'ιουλ',
    'يوليو',
    'जुलाई',
    'júl',
  ],
  ['aug', 'aou', 'aoû', 'ago', 'sie', 'авг', 'сер', 'ağu', 'agu', 'elo', 'srp', 'αυγ', 'أغسطس', 'अगस्त'],
  ['sep', 'set', 'wrz', 'сен', 'вер', 'eyl', 'syys', 'zář', 'zar', 'σεπ', 'سبتمبر', 'सितंबर', 'szep'],
  ['oct', 'okt', 'ott', 'out', 'paź', 'paz', 'окт', 'жов', 'eki', 'loka', 'říj', 'rij', 'οκτ', 'أكتوبر', 'अक्टूबर'],
  ['nov', 'lis', 'ноя', 'лист', 'kas', 'marras', 'νοε', 'نوفمبر', 'नवंबर'],
  ['dec', 'dez', 'déc', 'dic', 'gru', 'дек', 'груд', 'ara', 'joulu', 'pro', 'δεκ', 'ديسمبر', 'दिसंबर', 'des'],
];

export function monthOf(written: string): number {
  const word = written.toLowerCase();
  let month = 0;
  let longest = 0;
  for (const [index, names] of MONTHS.entries()) {
    for (const name of names) {
      if (name.length > longest && word.startsWith(name)) {
        longest = name.length;
        month = index + 1;
      }
    }
  }
  return month;
}

/** Null when the time cannot be that of an article that exists now. */
export function checkTime(time: number, now: number): number | null {
  return Number.isFinite(time) && time >= EARLIEST && time <= now + DAY_MS ? Math.round(time) : null;
}

const ISO =
  /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:(?:[T ]|\s+at\s+|,\s*)\s*(\d\d?)[:h]?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?\s*(am|pm)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?/i;

function offsetMs(zone: string | undefined): number {
  if (zone === undefined || /^(?:z|utc|gmt)$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || '0');
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

function toTime(year: number, month: number, day: number, ms = 0): number {
  if (month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  return Date.UTC(year, month - 1, day) + ms;
}

const ZONES: Readonly<Record<string, string>> = {
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  et: '-05:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  mez: '+01:00',
  mesz: '+02:00',
  msk: '+03:00',
  jst: '+09:00',
  ist: '+05:30',
};

const CLOCK =
  /\b(\d{1,2})[:.h](\d\d)(?::\d\d)?\s*(a\.?m|p\.?m)?\b\.?\s*(?:\(?(Z|UTC|GMT|[A-Z]{2,4})?\)?\s*([+-]\d\d:?\d\d)?)/i;

/** The clock time that follows a date, less its zone; 0 when there is none. */
function clockMs(after: string): number {
  const parts = CLOCK.exec(after.slice(0, 40));
  if (parts === null) return 0;
  const half = parts[3]?.toLowerCase().replace('.', '');
  const hour = (Number(parts[1]) % (half === undefined ? 24 : 12)) + (half === 'pm' ? 12 : 0);
  const zone = parts[5] ?? (parts[4] === undefined ? undefined : ZONES[parts[4].toLowerCase()]);
  return (hour * 60 + Number(parts[2])) * 60_000 - offsetMs(zone);
}

/** A declared date: ISO 8601 and its kin, RFC 822, epoch numbers, else as a reader of the page's language would write it. */
export function parseDeclaredDate(declared: string, now: number, lang = ''): number | null {
  const text = declared.trim().slice(0, 100);
  if (/^\d{9,10}$/.test(text)) return checkTime(Number(text) * 1000, now);
  if (/^\d{12,13}$/.test(text)) return checkTime(Number(text), now);
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', , half, zone] = iso;
    const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
    const ms = ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 - offsetMs(zone);
    return checkTime(toTime(Number(year), Number(month), Number(day), ms), now);
  }
  return findWrittenDate(text, now, lang);
}

/**
 * A word of any script: what is no space, figure or punctuation. Unicode classes (\p{L}) would be clearer, but take the
 * browser 3 ms to compile on a page's first date.
 */
const WORD = '[^\\s\\d!-/:-@[-`{-~\\u2010-\\u2027\\u00a0-\\u00bf]';
const DAY_MONTH_YEAR = new RegExp(
  `(?:^|[^\\w.,])[.,]?(\\d{1,2})(?:st|nd|rd|th|er|º|°|ª)?[\\s.,\\-/]{1,3}(?:de |d’|d'|of )?(${WORD}{2,13})\\.?,?[\\s\\-/]{1,2}(?:de |del )?((?:19|20)\\d\\d)(?!\\d)`,
);
const MONTH_DAY_YEAR = new RegExp(
  `(${WORD}{3,13})\\.?\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?(?:,|\\s)\\s{0,2}((?:19|20)\\d\\d)(?!\\d)`,
);
const YEAR_MONTH_DAY = /(?<!\d)((?:19|20)\d\d)\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)/;
const NUMBERS = /(?<![\d.])(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)(?![\d.]\d|\d)/;

/** With two digits for the year only as German newsrooms write it, and with a clock or a weekday beside it: "Do 25.04.24 | 14:07 Uhr". */
const SHORT_YEAR = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.])(?=.{0,12}\d{1,2}[:.]\d\d)/;

/** A date in running text, in the reader's languages. All-number dates count as day first outside the USA unless that cannot be. */
export function findWrittenDate(text: string, now: number, lang = ''): number | null {
  const yearFirst = YEAR_MONTH_DAY.exec(text);
  if (yearFirst !== null) {
    const time = toTime(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]), clockAfter(text, yearFirst));
    return checkTime(time, now);
  }
  const dayFirst = DAY_MONTH_YEAR.exec(text);
  if (dayFirst !== null && monthOf(dayFirst[2] ?? '') > 0) {
    const time = toTime(
      Number(dayFirst[3]),
      monthOf(dayFirst[2] ?? ''),
      Number(dayFirst[1]),
      clockAfter(text, dayFirst),
    );
    return checkTime(time, now);
  }
  const monthFirst = MONTH_DAY_YEAR.exec(text);
  if (monthFirst !== null && monthOf(monthFirst[1] ?? '') > 0) {
    const month = monthOf(monthFirst[1] ?? '');
    return checkTime(toTime(Number(monthFirst[3]), month, Number(monthFirst[2]), clockAfter(text, monthFirst)), now);
  }
  const numbers = NUMBERS.exec(text);
  if (numbers === null) return findShortYear(text, now);
  const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
  const isMonthFirst = second > 12 || (first <= 12 && /^en(?:-us)?$/i.test(lang) && !numbers[0].includes('.'));
  const [month, day] = isMonthFirst ? [first, second] : [second, first];
  return checkTime(toTime(year, month, day, clockAfter(text, numbers)), now);
}

function findShortYear(text: string, now: number): number | null {
  const parts = SHORT_YEAR.exec(text);
  if (parts === null) return null;
  const [, day, month, year] = parts;
  return checkTime(toTime(2000 + Number(year), Number(month), Number(day), clockAfter(text, parts)), now);
}

function clockAfter(text: string, match: RegExpExecArray): number {
  return clockMs(text.slice(match.index + match[0].length));
}
