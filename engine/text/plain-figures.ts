// Figures of other scripts as 0 to 9.

/** Arabic, Persian, Devanagari, Bengali, Thai and the wide ones of Japanese, in the order of their codes. */
const ZEROS = [...'٠۰०০๐０'].map((zero) => zero.charCodeAt(0));

/** The same figures, to stand in a pattern's square brackets. */
export const OTHER_FIGURES = '٠-٩۰-۹०-९০-৯๐-๙０-９';

/** Of a figure of one of these scripts. */
export function toPlainFigure(figure: string): string {
  const code = figure.charCodeAt(0);
  return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
}
