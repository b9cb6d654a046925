// Reads numerals: "1,500", "1.500", "1 500", "2,5"; what their signs mean is told by where they stand, not by the language.

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
