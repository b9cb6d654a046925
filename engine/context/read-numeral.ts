// Reads numerals: "1,500", "1.500", "1 500", "2,5". Separators are interpreted by position, not by language.

/** Languages that write 1,500 and not 1 500. */
const COMMA_GROUPS = new Set(['en', 'zh', 'ja', 'ko', 'he', 'th', 'hi', 'ar', 'fa', 'ur', 'bn']);

/** Whether a plain space may stand within a number: "1 500". Elsewhere it separates two numbers: "of 12 500 were hurt". */
export function groupsBySpaces(lang: string): boolean {
  return lang !== 'und' && !COMMA_GROUPS.has(lang);
}

/** Groups of three digits, or of two before the last three as in India: "12,500", "12.500", "12,50,000". Spaces are already removed. */
const GROUPED = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{2,3})*,\d{3})$/;

/**
 * Three digits after a separator are a group in every language, since "1.500" occurs in English wire reports too and three decimals
 * hardly anywhere; fewer or more are decimals. Of two different separators the last is the decimal one. Null for other texts.
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
