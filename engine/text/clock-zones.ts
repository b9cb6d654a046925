// Offsets from UTC by the abbreviations of time zones that feeds and pages use: CET, WIB, EDT, ET.

/** Hours ahead of UTC, then the zones with that offset. IST is India's: feeds from Ireland write numeric offsets. */
const ZONES =
  '-10 HST -9 AKST -8 PST AKDT -7 MST PDT -6 CST MDT -5 EST CDT COT PET -4 EDT AST CLT VET -3.5 NST -3 ADT BRT ART CLST -2.5 NDT ' +
  '0 Z UT UTC GMT WET 1 WEST BST CET MEZ WAT 2 CEST MESZ EET CAT SAST 3 EEST MSK TRT EAT IDT 3.5 IRST 4 GST 5 PKT 5.5 IST ' +
  '5.75 NPT 6 BDT 7 ICT WIB 8 WITA HKT SGT MYT PHT AWST 9 JST KST WIT 9.5 ACST 10 AEST 10.5 ACDT 11 AEDT 12 NZST 13 NZDT';
/** Hours ahead of UTC, where an abbreviation means another zone to those who write the language: China's CST, Israel's IST. */
const LOCAL_ZONES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ar: { AST: 3 },
  bn: { BST: 6 },
  he: { IST: 2 },
  zh: { CST: 8 },
};
/** US zones whose abbreviation leaves daylight saving time open; hours ahead of UTC in winter. */
const US_WINTER: Readonly<Record<string, number>> = { ET: -5, CT: -6, MT: -7, PT: -8 };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The midnight with which a day begins, and the language of the text, BCP 47 or empty. */
export type ZoneContext = { readonly day: number; readonly lang: string };

/**
 * Milliseconds ahead of UTC on a day; null for an unknown zone. Capitals only: "et" and "est"
 * are French words, "ist" is a German one. IANA names such as America/New_York are understood too.
 */
export function findZoneOffset(name: string, { day, lang }: ZoneContext): number | null {
  if (name.includes('/')) return findPlaceOffset(name, day);
  if (!/^[A-Z]{1,5}$/.test(name)) return null;
  const winter = US_WINTER[name];
  if (winter !== undefined) return (winter + (isUsSummer(day) ? 1 : 0)) * HOUR_MS;
  const local = LOCAL_ZONES[lang.slice(0, 2)]?.[name];
  const hours = local ?? new RegExp(`(\\S+)(?: [A-Z]+)* ${name}(?: |$)`).exec(ZONES)?.[1];
  return hours === undefined ? null : Number(hours) * HOUR_MS;
}

function findPlaceOffset(place: string, day: number): number | null {
  try {
    // The Swedish format is close to ISO 8601: 2026-05-18 20:00:00.
    return Date.parse(`${new Date(day).toLocaleString('sv', { timeZone: place })}Z`) - day;
  } catch {
    return null; // no such place
  }
}

/** From the second Sunday of March to the first of November, as since 2007. `day` is a midnight. */
function isUsSummer(day: number): boolean {
  const year = new Date(day).getUTCFullYear();
  return day >= sundayFrom(Date.UTC(year, 2, 8)) && day < sundayFrom(Date.UTC(year, 10, 1));
}

function sundayFrom(day: number): number {
  return day + ((7 - new Date(day).getUTCDay()) % 7) * DAY_MS;
}
