// The kind of the character at an index of a text, from a table that is filled as characters are first met.

/** Not met yet. Surrogates stay unknown, since one alone means nothing. */
const UNKNOWN = 0;
/** Spaces, punctuation, symbols. */
export const OTHER = 1;
/** ², Ⅷ, digits of other scripts. */
export const NUMBER = 2;
/** 0 to 9. */
export const FIGURE = 3;
/** Letters without case, and combining marks. From here on, all kinds are letters. */
export const LETTER = 4;
export const SMALL = 5;
export const CAPITAL = 6;

const KINDS = new Uint8Array(1 << 16);

/** Both surrogates of a pair have the kind of their character. `OTHER` past the end. */
export function kindAt(text: string, at: number): number {
  if (at >= text.length) return OTHER;
  const kind = KINDS[text.charCodeAt(at)] ?? UNKNOWN;
  return kind === UNKNOWN ? learn(text, at) : kind;
}

function learn(text: string, at: number): number {
  const isSecondHalf = at > 0 && (text.codePointAt(at - 1) ?? 0) >= KINDS.length;
  const code = text.codePointAt(isSecondHalf ? at - 1 : at) ?? 0;
  const kind = kindOf(String.fromCodePoint(code));
  if (code < KINDS.length && !isHalf(code)) KINDS[code] = kind;
  return kind;
}

function isHalf(code: number): boolean {
  return code >= 0xd800 && code < 0xe000;
}

function kindOf(character: string): number {
  if (/^[0-9]/.test(character)) return FIGURE;
  if (/^\p{N}/u.test(character)) return NUMBER;
  if (/^\p{Lu}/u.test(character)) return CAPITAL;
  if (/^\p{Ll}/u.test(character)) return SMALL;
  return /^[\p{L}\p{M}]/u.test(character) ? LETTER : OTHER;
}
