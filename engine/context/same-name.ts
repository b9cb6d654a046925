// Whether two names mean the same: "Robert Mueller" and "Mueller"; "Justice Department", DOJ and "Department of Justice". A common
// beginning is not enough: "New York" and "New York Times".
import type { Name } from './find-names.ts';
import { INSTITUTIONS } from './not-names.ts';

export function isSameName(a: Name, b: Name): boolean {
  const [short, long] = a.keys.length <= b.keys.length ? [a, b] : [b, a];
  return (
    endsWith(long.keys, short.keys) ||
    hasSameWords(long, short) ||
    isInitialsOf(short, long) ||
    isInstitutionOf(short, long) ||
    isSurnameFirst(short, long)
  );
}

/** "Treasury" is the Treasury Department. */
function isInstitutionOf(short: Name, long: Name): boolean {
  const rest = long.text.slice(short.text.length + 1).toLowerCase();
  return long.text.startsWith(`${short.text} `) && INSTITUTIONS.has(rest);
}

/** Surnames that come first: "Kim" is Kim Jong Un, "Xi" Xi Jinping. Otherwise a longer name with that beginning may be a place or a firm. */
function isSurnameFirst({ id }: Name, long: Name): boolean {
  return SURNAMES_FIRST.has(id) && long.id.startsWith(`${id}-`);
}

const SURNAMES_FIRST: ReadonlySet<string> = new Set(['kim', 'xi', 'moon', 'mao']);

function endsWith(long: readonly string[], short: readonly string[]): boolean {
  const skipped = long.length - short.length;
  return short.every((key, index) => long[skipped + index] === key);
}

function hasSameWords(a: Name, b: Name): boolean {
  return a.keys.length === b.keys.length && a.keys.every((key) => b.keys.includes(key));
}

/** Initials with or without small words (DHS omits "of", DOJ does not, ICE omits "and") and with or without the country (USDA). */
function isInitialsOf({ text }: Name, long: Name): boolean {
  const letters = text.replaceAll('.', '');
  if (letters.length < 2 || letters !== letters.toUpperCase() || /[\s-]/.test(letters)) return false;
  const words = long.text.split(/[\s-]/).filter((word) => !/^(?:US|UK|U\.S\.|U\.K\.)$/.test(word));
  const last = words.at(-1) ?? '';
  if (/^(?:Department|Ministry)$/.test(last)) words.unshift(words.pop() ?? '', 'of'); // "Justice Department" is DOJ
  const initials = (of: readonly string[]) => of.map((word) => word.charAt(0).toUpperCase()).join('');
  const ways = [initials(words), initials(words.filter((word) => /^\p{Lu}/u.test(word)))];
  return ways.includes(letters) || ways.includes(letters.replace(/^US(?=..)/, '')); // "USDA"
}
