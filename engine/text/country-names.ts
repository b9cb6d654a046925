// Recognises countries and their peoples in any language that the host's Intl data knows.
//
// The host can name every country in every language: JP is Japan, Japón, Япония, اليابان. A word counts as that country
// when it begins like one of the name's words: "Japanese", "japonesa", "японский" share five letters or the whole but
// its last two with it. Example: Япония → "япони" less its ending → "япон", which "японский" begins with.
// Names of several words count only by their one long, telling word ("Republik", "United" are in too many names). Names
// shorter than a beginning (Чад, 日本, 독일) count whole; Korean ones with a particle behind them, too.

/** ISO 3166-1 codes by their two letters; the host leaves unknown ones as they are. */
const CODES =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW';

/** Longer beginnings miss inflected forms, shorter ones meet other words. */
const BEGINNING = 5;
const SHORTEST = 4;
/** Of names that are one short word. */
const SHORTEST_WHOLE = 2;

export type CountryNames = (word: string) => string | undefined;

export function createCountryNames(lang: string): CountryNames {
  const beginnings = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const [code, name] of namesIn(lang)) {
    const words = plain(name).match(/[\p{L}\p{M}]+/gu) ?? [];
    for (const word of words) {
      const key = toBeginning(word);
      // "New", "San" and "El" are no countries.
      if (key.length < (words.length === 1 ? SHORTEST_WHOLE : SHORTEST)) continue;
      if (beginnings.has(key) && beginnings.get(key) !== code) ambiguous.add(key);
      else beginnings.set(key, code);
    }
  }
  for (const key of ambiguous) beginnings.delete(key);
  return (word) => {
    const lower = plain(word);
    for (let length = Math.min(BEGINNING, lower.length); length >= SHORTEST; length--) {
      const code = beginnings.get(lower.slice(0, length));
      if (code) return code;
    }
    return beginnings.get(lower.length < SHORTEST ? lower : withoutParticle(lower));
  };
}

/** Marks of Latin, Greek, Cyrillic, Hebrew and Arabic; in Indic scripts and Thai they are the vowels. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

/** Composed again: a Korean syllable is one letter, as a Chinese character is. */
function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(MARKS, '').normalize('NFC');
}

const KOREAN = /^([가-힣]{2,3})(?:은|는|이|가|을|를|의|에|와|과|도|로|으로|에서|에게|까지|부터)$/;

function withoutParticle(word: string): string {
  return KOREAN.exec(word)?.[1] ?? '';
}

/** Endings carry case and gender: at most five letters, and never the last one of a short name. */
function toBeginning(word: string): string {
  return word.slice(0, Math.max(SHORTEST, Math.min(BEGINNING, word.length - 2)));
}

function namesIn(lang: string): [string, string][] {
  if (typeof Intl.DisplayNames !== 'function') return [];
  let names: Intl.DisplayNames;
  try {
    names = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' });
  } catch {
    return []; // not a language tag the host takes
  }
  return CODES.split(' ').flatMap((code) => {
    const name = names.of(code);
    return name ? [[code, name] as [string, string]] : [];
  });
}
