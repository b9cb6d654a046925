// Corrects wrong language codes in feeds and pages.

/** Country codes given instead of a language code; none is the code of a language that an outlet writes in. */
const COUNTRIES: Readonly<Record<string, string>> = { by: 'be', cz: 'cs', dk: 'da', ua: 'uk' };

/** `code` in lower case. */
export function languageMeantBy(code: string): string {
  return COUNTRIES[code] ?? code;
}
