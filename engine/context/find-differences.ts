// What only one group of a story's outlets mentions in headline and lead: names and numbers, each with its sources.
//
// Groups are the left, the right, and the outlets of other countries than most of the story's. A mention counts for a group when
//   at least two of its outlets have it, in two different families, since a shared wire report is one voice; and
//   no article outside the group has it; opinion pieces, copies and articles beyond the limit for mentions count here too.
// Only articles in the story's most frequent language are compared: words always differ between languages.
// Both sides of a comparison need two outlets (rated ones for left and right), else nothing is shown.
// Example: two of three left outlets name the union, none of the five others does: "Only left: the union".
import type { OutletId } from '../ids.ts';
import type { Difference, DifferenceGroup, Differences, GroupDifferences } from '../schema-story-context.ts';
import { isTimeName } from '../text/time-names.ts';
import { toWordSet } from '../text/word-set.ts';
import { isThing } from './counted-things.ts';
import { findCapitalWords, findNames, type Name } from './find-names.ts';
import { type NumberPosition, readMultipliers, toMultipliedKey } from './multipliers.ts';
import { CREDITS } from './not-names.ts';
import { isJoinedToNumber, isOfDateOrLabel, isOfName } from './number-piece.ts';
import { isPeople } from './people-names.ts';
import type { Report } from './read-reports.ts';
import { type Token, writeTokens } from './read-tokens.ts';
import type { Voice } from './read-voices.ts';
import { isSameName } from './same-name.ts';
import type { WordRarity } from './word-rarity.ts';

const OUTLETS_MIN = 2;
const ITEMS_MAX = 6;
/** All of them would be up to 1400, more than a client reads of an answer if their addresses are long. */
const SOURCES_MAX = 12;

type Mention = {
  readonly kind: Difference['kind'];
  readonly text: string;
  readonly keys: readonly string[];
  readonly name: Name | null;
};
type Read = Voice & {
  /** Null for an article beyond the limit, whose own mentions are not read. */
  readonly report: Report | null;
  readonly mentions: ReadonlyMap<string, Mention>;
  /** All of its names, to recognise other forms of a mention: "FTC" and "Federal Trade Commission". */
  readonly names: readonly Name[];
};

export type DifferencesQuestion = {
  readonly reports: readonly Report[];
  /** The story's other articles: a mention that occurs in one of them is no difference either. */
  readonly voices: readonly Voice[];
  readonly rarity: WordRarity;
};

export function findDifferences({ reports, voices, rarity }: DifferencesQuestion): Differences {
  const lang = findMajority([...reports, ...voices].map((one) => [one.lang, one.outlet.id])) ?? 'und';
  const ours = reports.filter((report) => report.lang === lang);
  const capitals = findCapitalWords(ours.flatMap(({ sentences }) => sentences));
  const own = listOwnNames(ours);
  const read: readonly Read[] = [
    ...ours.map((report) => readMentions({ report, capitals, rarity, own })),
    ...voices
      .filter((voice) => voice.lang === lang)
      .map((voice) => ({ ...voice, report: null, mentions: new Map(), names: [] })),
  ];
  const home = findMajority(
    read.flatMap(({ outlet }) => (outlet.country === null ? [] : [[outlet.country, outlet.id] as const])),
  );
  const ofSide = (side: 'left' | 'right') =>
    compare(side, {
      group: read.filter((one) => one.side === side),
      others: read.filter((one) => one.side !== side),
      // The other side itself needs enough outlets, since the heading names it.
      compared: read.filter((one) => one.side === (side === 'left' ? 'right' : 'left')),
      homeCountry: null,
    });
  const isForeign = ({ outlet }: Read) => outlet.country !== null && outlet.country !== home;
  const groups = [
    ofSide('left'),
    ofSide('right'),
    home === null
      ? null
      : compare('foreign', {
          group: read.filter(isForeign),
          others: read.filter((one) => !isForeign(one)),
          compared: read.filter(({ outlet }) => outlet.country === home),
          homeCountry: home,
        }),
  ];
  return { lang, groups: groups.filter((group) => group !== null) };
}

type Comparison = {
  readonly group: readonly Read[];
  readonly others: readonly Read[];
  readonly compared: readonly Read[];
  readonly homeCountry: string | null;
};

function compare(name: DifferenceGroup, comparison: Comparison): GroupDifferences | null {
  const { group, others, compared, homeCountry } = comparison;
  if (countOutlets(group) < OUTLETS_MIN || countOutlets(compared) < OUTLETS_MIN) return null;
  const elsewhere = new Set(others.flatMap(({ keys }) => [...keys]));
  const namesElsewhere = [...new Map(others.flatMap(({ names }) => names.map((name) => [name.id, name]))).values()];
  const found = new Map<string, { mention: Mention; by: Report[] }>();
  for (const { report, mentions } of group) {
    if (report === null || report.isOpinion) continue;
    for (const [id, mention] of mentions) {
      if (mention.keys.some((key) => elsewhere.has(key))) continue;
      const entry = found.get(id) ?? { mention, by: [] };
      entry.by.push(report);
      found.set(id, entry);
    }
  }
  const items = [...found.values()]
    .filter(({ by }) => countOutlets(by) >= OUTLETS_MIN && countFamilies(by) >= OUTLETS_MIN)
    .sort((a, b) => countOutlets(b.by) - countOutlets(a.by) || b.mention.keys.length - a.mention.keys.length);
  return {
    group: name,
    outlets: countOutlets(group),
    others: countOutlets(others),
    homeCountry,
    items: keepDistinct(items, namesElsewhere).map(({ mention, by }) => ({
      kind: mention.kind,
      text: mention.text.slice(0, 120),
      sources: by.map(({ source }) => source).slice(0, SOURCES_MAX),
      articles: by.length,
    })),
  };
}

/** "Jeff Sessions" and "Sessions" are one mention; a name that others have in another form is none. Stops at the number shown. */
function keepDistinct<Item extends { readonly mention: Mention }>(
  items: readonly Item[],
  namesElsewhere: readonly Name[],
): readonly Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    if (kept.length === ITEMS_MAX) break;
    const { keys, name } = item.mention;
    const isSaid = kept.some(({ mention }) => mention.keys.some((key) => keys.includes(key)));
    if (!isSaid && !(name !== null && namesElsewhere.some((other) => isSameName(name, other)))) kept.push(item);
  }
  return kept;
}

type Reading = {
  readonly report: Report;
  readonly capitals: ReadonlySet<string>;
  readonly rarity: WordRarity;
  readonly own: ReadonlySet<string>;
};

/** All keys of a mention must be absent elsewhere: "Jeff Sessions" is no difference where others write "Sessions". */
function readMentions({ report, capitals, rarity, own }: Reading): Read {
  const { outlet, side, lang } = report;
  const mentions = new Map<string, Mention>();
  const names: Name[] = [];
  const keys = new Set<string>();
  for (const sentence of report.sentences) {
    for (const name of findNames(sentence, { capitals, lang })) {
      const { id, text, keys: nameKeys } = name;
      names.push(name);
      const isRare = nameKeys.some((key) => rarity.isRare(key, lang)); // "Congress" is in every other story
      const words = text.toLowerCase().split(' ');
      const isUsable = isRare && !isPeople(name, lang) && !isTimeName(text, lang);
      if (isUsable && !words.some((word) => own.has(word)))
        mentions.set(`name:${id}`, { kind: 'name', text, keys: nameKeys, name });
    }
    for (const [index, { key, value }] of sentence.tokens.entries()) {
      if (key === '') continue;
      keys.add(key);
      if (value === null) continue;
      const whole = toMultipliedKey(sentence.tokens, { index, lang });
      keys.add(whole);
      const counted = readCounted(sentence.tokens, { index, lang });
      if (counted === null) continue;
      const { text, thing } = counted; // "12 seasons" and "12 sailors" are two mentions
      mentions.set(`number:${whole}:${thing}`, { kind: 'number', text, keys: [...new Set([key, whole])], name: null });
    }
  }
  return { outlet, side, lang, keys, report, mentions, names };
}

/** A number with its noun ("1,400 additional deaths"); null for a bare number, which would mean nothing to a reader. */
function readCounted(tokens: readonly Token[], { index, lang }: NumberPosition): Counted | null {
  const [number, next] = tokens.slice(index, index + 2);
  if (isJoinedToNumber(tokens, index) || isOfName(tokens, index)) return null;
  if (isOfDateOrLabel(tokens, { index, lang })) return null;
  if (number === undefined || next === undefined) return null;
  if (/[$€£]\s*$/.test(number.gap ?? '')) return null;
  if (next.gap === '-') {
    if (next.key === '' || next.value !== null) return null;
    return { text: `${number.surface}-${next.surface}`, thing: next.key }; // "12-member"
  }
  const { next: start } = readMultipliers(tokens, { index, lang }); // in German, a million is a noun itself
  for (let end = start; end < start + THING_WITHIN; end++) {
    const token = tokens[end];
    if (token === undefined || token.key === '' || token.value !== null) return null;
    if (token.gap !== ' ' && !isAttached(token) && !(token.gap === '. ' && end === start && start > index + 1))
      return null;
    if (isThing(token, lang)) {
      return OF_ANYTHING.has(token.key) ? null : { text: writeTokens(tokens.slice(index, end + 1)), thing: token.key };
    }
    if (token.isCapital) return null; // "two State …" would cut a name
  }
  return null;
}

/** Scripts without case attach the unit to the number: 3.5億円, 12명. */
function isAttached({ gap, surface }: Token): boolean {
  return gap === '' && /^\p{Lo}/u.test(surface);
}

/** `thing`: stem of the noun. */
type Counted = { readonly text: string; readonly thing: string };

const THING_WITHIN = 3;
/** Stems of nouns too general for a difference: "five people familiar with it", "5 things". */
const OF_ANYTHING = toWordSet('peopl person thing reason way fact takeaway sourc question time');

/** Outlets name themselves and each other; their names are not content. */
function listOwnNames(reports: readonly Report[]): ReadonlySet<string> {
  const names = reports.flatMap(({ outlet }) => outlet.name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  return new Set([...names, ...CREDITS]);
}

function countOutlets(ofOutlets: readonly Pick<Report, 'outlet'>[]): number {
  return new Set(ofOutlets.map(({ outlet }) => outlet.id)).size;
}

function countFamilies(reports: readonly Report[]): number {
  return new Set(reports.map(({ member }) => member.familyId)).size;
}

/** The value that most outlets have; on a tie the first. */
function findMajority(pairs: readonly (readonly [string, OutletId])[]): string | null {
  const outlets = new Map<string, Set<OutletId>>();
  for (const [value, outlet] of pairs) outlets.set(value, (outlets.get(value) ?? new Set()).add(outlet));
  let most: string | null = null;
  for (const [value, { size }] of outlets)
    if (size > (most === null ? 0 : (outlets.get(most)?.size ?? 0))) most = value;
  return most;
}
