// Converts digits of other scripts to 0–9.

/** The zeros of Arabic, Persian, Devanagari, Bengali, Thai and full-width digits, in code order. */
const ZEROS = [...'٠۰०০๐０'].map((zero) => zero.charCodeAt(0));

/** The same digits, for a character class of a regular expression. */
export const OTHER_FIGURES = '٠-٩۰-۹०-९০-৯๐-๙０-９';

/** `figure`: one digit of these scripts. */
export function toPlainFigure(figure: string): string {
  const code = figure.charCodeAt(0);
  return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
}
