// What outlets write where a language belongs, as the language that they mean.

/** Codes of countries that are given for their language, and are no language's own or one that no outlet writes in. */
const COUNTRIES: Readonly<Record<string, string>> = { by: 'be', cz: 'cs', dk: 'da', ua: 'uk' };

/** Of a code in small letters. */
export function languageMeantBy(code: string): string {
  return COUNTRIES[code] ?? code;
}
