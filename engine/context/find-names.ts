// Finds the names in a text: rows of words with capitals, told from headline capitals and from beginnings of sentences.
//
// "On Friday, Donald Trump met the Federal Reserve's Powell in New York." → Donald Trump, Federal Reserve, Powell, New York.
// A capital says nothing at the beginning of a sentence, nor in a headline that writes most words with capitals: there a
// word counts only if another sentence of the story has it with a capital in its middle. German writes every noun with a
// capital: there only rows of two and more count. Scripts without capitals have no names here.
import type { Sentence } from './read-reports.ts';
import type { Token } from './read-tokens.ts';
import { isTimeName } from './time-names.ts';

export type Name = {
  /** Folded: without case and accents, words joined by hyphens. */
  readonly id: string;
  readonly text: string;
  /** Stems of its words. */
  readonly keys: readonly string[];
};

const CAPITAL_NOUNS = new Set(['de', 'lb']);
const TITLE_CASE_SHARE = 0.6;
const NAME_WORDS_MAX = 4;

const PARTICLES = new Set([
  'of',
  'de',
  'del',
  'della',
  'di',
  'da',
  'do',
  'dos',
  'la',
  'le',
  'al',
  'el',
  'bin',
  'van',
  'von',
  'der',
]);

/** Offices and forms of address: part of how a person is called, not of the name. */
const TITLES = new Set(
  (
    'president vice prime minister chancellor secretary senator sen representative rep congressman congresswoman governor gov mayor ' +
    'administrator commissioner deputy acting former judge attorney general chief speaker king queen prince princess pope sir lord dr mr mrs ms miss prof professor gen lt ' +
    'col sgt capt officer director chairman chairwoman ceo leader democrat democrats democratic republican republicans rev rabbi ' +
    'präsident bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerpräsident außenminister bürgermeister herr frau ' +
    'président présidente ministre premier chancelier maire juge roi reine pape monsieur madame presidente presidenta ministro ' +
    'ministra primer gobernador alcalde juez rey reina papa señor señora'
  ).split(' '),
);

/** Words that sentences of the story write with a capital where the position does not ask for one. */
export function findCapitalWords(sentences: readonly Sentence[]): ReadonlySet<string> {
  const capital = new Map<string, number>();
  const small = new Map<string, number>();
  for (const sentence of sentences) {
    const isHeadline = isTitleCase(sentence);
    for (const [index, { surface, isCapital, gap }] of sentence.tokens.entries()) {
      const lower = surface.toLowerCase();
      if (!isCapital) small.set(lower, (small.get(lower) ?? 0) + 1);
      else if (index > 0 && !isHeadline && !startsAnew(gap)) capital.set(lower, (capital.get(lower) ?? 0) + 1);
    }
  }
  return new Set([...capital].filter(([word, count]) => count >= (small.get(word) ?? 0)).map(([word]) => word));
}

export function findNames(sentence: Sentence, capitalWords: ReadonlySet<string>, lang: string): readonly Name[] {
  const { tokens } = sentence;
  const isHeadline = isTitleCase(sentence);
  const names: Name[] = [];
  let run: Token[] = [];
  const end = () => {
    const name = toName(run, lang);
    if (name !== null) names.push(name);
    run = [];
  };
  for (const [index, token] of tokens.entries()) {
    const isShown = index > 0 && !isHeadline && !startsAnew(token.gap);
    const isPart =
      token.isCapital && token.value === null && (isShown || capitalWords.has(token.surface.toLowerCase()));
    if (run.length > 0 && !isJoint(token.gap)) end();
    if (isPart) run.push(token);
    else if (run.length > 0 && PARTICLES.has(token.surface) && isFollowedByCapital(tokens, index)) run.push(token);
    else end();
  }
  end();
  return names;
}

function toName(run: readonly Token[], lang: string): Name | null {
  const words = dropOffice(
    run.filter(({ surface }) => surface.length > 1),
    lang,
  );
  const [only] = words;
  if (only === undefined || words.length > NAME_WORDS_MAX) return null;
  if (words.length === 1 && (CAPITAL_NOUNS.has(lang) || only.key === '' || only.surface.length < 3)) return null;
  const text = words.map(({ surface }) => surface).join(' ');
  const keys = words.map(({ key }) => key).filter((key) => key !== '');
  return keys.length === 0 ? null : { id: toNameId(text), text, keys };
}

/** "British Prime Minister Theresa May" → "Theresa May"; "Secretary of State Mike Pompeo" → "Mike Pompeo"; "The White House" → "White House". */
function dropOffice(run: readonly Token[], lang: string): readonly Token[] {
  const office = run.findLastIndex(isTitle);
  let words = office < run.length - 1 ? run.slice(office + 1) : run;
  if (office >= 0 && PARTICLES.has(words[0]?.surface ?? '')) words = words.length > 3 ? words.slice(2) : [];
  while (words[0] !== undefined && isNoPart(words[0], lang)) words = words.slice(1);
  return words;
}

const ARTICLES = new Set(
  'the a an der die das ein eine le la les un une el los las una il lo gli i o os as'.split(' '),
);

/** "The White House", "Friday Donald Trump"; the New of New York stays. */
function isNoPart({ surface }: Token, lang: string): boolean {
  return ARTICLES.has(surface.toLowerCase()) || isTimeName(surface, lang);
}

export function toNameId(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/\s+/g, '-')
    .slice(0, 70);
}

function isTitle({ surface }: Token): boolean {
  return TITLES.has(surface.toLowerCase());
}

/** A hyphen or a space joins the words of a name; anything else parts them. */
function isJoint(gap: string | null): boolean {
  return gap !== null && /^(?: |\u00a0|-|\. )$/.test(gap);
}

function startsAnew(gap: string | null): boolean {
  return gap === null || /[.!?:"“„«‘–—|]/.test(gap);
}

function isFollowedByCapital(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next?.isCapital === true && isJoint(next.gap);
}

function isTitleCase({ tokens, isTitle: isOfTitle }: Sentence): boolean {
  const long = tokens.filter(({ surface }) => surface.length > 3);
  return isOfTitle && long.filter(({ isCapital }) => isCapital).length > long.length * TITLE_CASE_SHARE;
}
