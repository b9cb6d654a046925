// Turns declared text into plain text: decodes entities, drops markup, collapses white space, caps the length.
import { INVISIBLE } from '../../engine/text/invisible-marks.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  bdquo: '„',
  sbquo: '‚',
  iexcl: '¡',
  iquest: '¿',
  middot: '·',
  bull: '•',
  euro: '€',
  pound: '£',
  copy: '©',
  deg: '°',
  ordf: 'ª',
  ordm: 'º',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  oelig: 'œ',
};
/** Diacritics by the ending of an entity's name: "eacute" is é. */
const ENTITY_MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  caron: '\u030c',
  cedil: '\u0327',
};

/** HTML maps character references 128 to 159 to Windows-1252, which old editing systems wrote. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) {
    const mark = ENTITY_MARKS[name.slice(1)];
    return ENTITIES[name] ?? (mark === undefined ? whole : `${name.charAt(0)}${mark}`.normalize());
  }
  const isHex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  if (code >= 0x80 && code < 0xa0) return WINDOWS.charAt(code - 0x80);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(/&(#[xX]?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,6});/g, decodeEntity) : text;
}

/** Most texts do not match and have nothing to collapse. */
const UNEVEN = new RegExp(`${INVISIBLE.source}|\\s\\s|[^\\S ]`);

export function collapse(text: string): string {
  const trimmed = text.trim();
  return UNEVEN.test(trimmed) ? trimmed.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim() : trimmed;
}

/**
 * Declared text (JSON-LD, meta) as readers would see it. Entities are decoded twice, because they are often escaped
 * twice.
 */
export function toPlainText(declared: string, maxLength: number): string {
  const text = decodeEntities(decodeEntities(declared.slice(0, maxLength * 4)));
  return cutText(collapse(text.includes('<') ? text.replace(/<\/?[a-zA-Z][^<>]*>/g, ' ') : text), maxLength);
}

/** Cuts at a length in UTF-16 units without splitting a character. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const last = text.charCodeAt(maxLength - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? maxLength - 1 : maxLength).trimEnd();
}

const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]/g;

/** Length in Latin-like characters: one CJK or Thai character counts as two and a half Latin ones. */
export function textWeight(text: string): number {
  const wide = text.charCodeAt(0) > 0x2ff || text.charCodeAt(text.length >> 1) > 0x2ff ? text.match(WIDE) : null;
  return text.length + (wide === null ? 0 : wide.length * 1.5);
}

/** Printable ASCII, which needs no Unicode normalization. */
const PLAIN = /^[ -~]*$/;
const COMBINING = /[\u0300-\u036f]/g;
/**
 * Spaces and punctuation of all scripts, as code ranges: Unicode classes take a millisecond to compile on each page.
 */
const BETWEEN_WORDS =
  /[\s!-/:-@[-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2100-\u214f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u30fb\ufe10-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+/g;

/**
 * Normalizes a headline for comparison: letters and digits of any script in lower case, without accents, single spaces.
 */
export function comparable(text: string): string {
  if (PLAIN.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text.normalize('NFKD').toLowerCase().replace(COMBINING, '').replace(BETWEEN_WORDS, ' ').trim();
}
