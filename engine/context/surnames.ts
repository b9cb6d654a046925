// Which of a story's names are persons, and whether a headline means the same person by the surname alone.
//
// For a story on Ada Lind, "Lind resigns" and "Mayor Lind resigns" mean her; in "Bo Lind resigns" and "Lind Foods recalls pies" the
// adjacent word may belong to another name. In title-case headlines, a word that others write in lower case is no such word.
import type { Name, Spellings } from './find-names.ts';
import { AUTHORITIES, DIRECTIONS, GROUPS, NAME_BEGINNINGS, OFFICES } from './not-names.ts';
import { findCountryOf } from './people-names.ts';
import type { Token } from './read-tokens.ts';

/** "Ada Lind", not "West Orlen", "Air Canada", "Velm-Orlen", "Want FBI" or "Senate Republicans". */
export function isPerson({ text, keys }: Name, lang: string): boolean {
  const last = text.split(' ').at(-1) ?? '';
  const lower = last.toLowerCase();
  return (
    keys.length === 2 &&
    /^[^ -]+ [^ -]*\p{Ll}[^ -]*$/u.test(text) &&
    !DIRECTIONS.has(readFirstName({ text })) &&
    ![AUTHORITIES, GROUPS, OFFICES].some((list) => list.has(lower)) &&
    findCountryOf({ id: lower, text: last }, lang) === null
  );
}

export function readFirstName({ text }: Pick<Name, 'text'>): string {
  return (text.split(' ')[0] ?? '').toLowerCase();
}

type Surname = {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly firstNames: ReadonlySet<string>;
  /** Counted over the other headlines and the story's texts. */
  readonly spellings: Spellings;
};

export function isThatPerson({ tokens, at, firstNames, spellings: { capital, small } }: Surname): boolean {
  const mayBeName = (token: Token | undefined) => {
    const word = token?.surface.toLowerCase() ?? '';
    if (token?.isCapital !== true || OFFICES.has(word) || firstNames.has(word)) return false;
    return NAME_BEGINNINGS.has(word) || (token.key !== '' && (capital.has(word) || !small.has(word)));
  };
  const [before, surname, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const isOffice = tokens[at - 2]?.surface === 'of'; // "Secretary of State Lind"
  return !(surname?.gap === ' ' && !isOffice && mayBeName(before)) && !(after?.gap === ' ' && mayBeName(after));
}
