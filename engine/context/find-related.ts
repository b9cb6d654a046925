// Finds other stories that share rare names or words with this one and are not about the same event.
//
// Candidates are judged by their headlines alone: reading the articles of hundreds of stories would be too slow. A candidate is
// related when it has a full name ("John Kerry", not "John") that a fifth of this story's reports have and few other headlines do;
// single-word names count in pairs, or as the surname of a person (surnames.ts). It is about the same event, and left out, when its
// headline is much like one of this story's.

import { groupBy } from '../group-by.ts';
import type { StoryId } from '../ids.ts';
import type { StorySummary } from '../schema.ts';
import type { RelatedStory } from '../schema-story-context.ts';
import { createLanguageRules } from '../text/language-rules.ts';
import { isTimeName } from '../text/time-names.ts';
import { toWordSet } from '../text/word-set.ts';
import { countSpellings, findCapitalWords, findNames, type Name } from './find-names.ts';
import { AUTHORITIES } from './not-names.ts';
import { isPeople } from './people-names.ts';
import type { Report } from './read-reports.ts';
import { readTokens, type Token } from './read-tokens.ts';
import { isSameName } from './same-name.ts';
import { computeLikeness, toVector, type Vector } from './sentence-graph.ts';
import { isPerson, isThatPerson, readFirstName } from './surnames.ts';
import type { WordRarity } from './word-rarity.ts';

export type RelatedQuestion = {
  readonly storyId: StoryId;
  readonly reports: readonly Report[];
  readonly candidates: readonly StorySummary[];
  readonly rarity: WordRarity;
};

const RELATED_MAX = 5;
/** Cosine of two headlines: about 0.4 for one event, under 0.3 for events that only share their people. */
const SAME_EVENT_LIKENESS = 0.4;

export function findRelatedStories({ storyId, reports, candidates, rarity }: RelatedQuestion): readonly RelatedStory[] {
  const rules = createLanguageRules();
  const namesOf = readRareNames(reports, rarity);
  const headlines = reports.map(({ sentences, lang }) => ({
    lang,
    vector: toVector(
      (sentences[0]?.tokens ?? []).map(({ key }) => key),
      (key) => rarity.of(key, lang),
    ),
  }));
  const read = candidates
    .filter(({ id }) => id !== storyId)
    .map((story) => ({ story, tokens: readTokens(story.title, { lang: story.lang, rule: rules(story.lang) }) }));
  const spellings = countSpellings([
    ...read.map(({ tokens }) => ({ text: '', tokens, isTitle: true })),
    ...reports.flatMap(({ sentences }) => sentences),
  ]);
  const tied = read
    .flatMap(({ story, tokens }) => {
      const { lang } = story;
      const found = (namesOf.get(lang) ?? []).flatMap((name) => {
        const at = findName(tokens, name);
        return at === -1 ? [] : [{ ...name, at }];
      });
      const shared = keepDistinct(found);
      const isTied =
        shared.length > 1 ||
        found.some(
          ({ keys, at, firstNames }) =>
            keys.length > 1 || (firstNames.size > 0 && isThatPerson({ tokens, at, firstNames, spellings })),
        );
      if (!isTied) return [];
      const vector = toVector(
        tokens.map(({ key }) => key),
        (key) => rarity.of(key, lang),
      );
      if (headlines.some((headline) => isSameEvent(headline, { lang, vector }))) return [];
      const weight = found.flatMap(({ keys }) => keys).reduce((sum, key) => sum + rarity.of(key, lang), 0);
      return [{ story, lang, vector, shared: shared.map(({ text }) => text.slice(0, 80)), weight }];
    })
    .sort((a, b) => b.weight - a.weight || b.story.updatedAt - a.story.updatedAt);
  const kept: (typeof tied)[number][] = [];
  for (const one of tied) {
    if (kept.length === RELATED_MAX) break;
    if (!kept.some((other) => isSameEvent(one, other))) kept.push(one);
  }
  return kept.map(({ story, shared }) => ({ story, shared }));
}

type Headline = { readonly lang: string; readonly vector: Vector };

function isSameEvent(a: Headline, b: Headline): boolean {
  return a.lang === b.lang && computeLikeness(a.vector, b.vector) >= SAME_EVENT_LIKENESS;
}

type RareName = Name & {
  /** First names of this story's people with that surname: "Rod" for "Rosenstein". */
  readonly firstNames: ReadonlySet<string>;
};

const REPORTS_SHARE = 0.2;

/** Drops a shared name that is part of, or means the same as, another shared one. */
function keepDistinct<Shared extends Name>(names: readonly Shared[]): readonly Shared[] {
  const kept: Shared[] = [];
  for (const name of names.toSorted((a, b) => b.keys.length - a.keys.length)) {
    const isSaid = kept.some((other) => isSameName(other, name) || name.keys.every((key) => other.keys.includes(key)));
    if (!isSaid) kept.push(name);
  }
  return kept;
}

/** By language. */
function readRareNames(reports: readonly Report[], rarity: WordRarity): ReadonlyMap<string, readonly RareName[]> {
  const originals = reports.filter(({ isOriginal }) => isOriginal);
  const capitals = findCapitalWords(originals.flatMap(({ sentences }) => sentences));
  const byLanguage = groupBy(originals, ({ lang }) => lang);
  return new Map(
    [...byLanguage].map(([lang, ofLanguage]) => {
      const least = Math.min(ofLanguage.length, Math.max(2, ofLanguage.length * REPORTS_SHARE));
      const names = new Map<string, Name & { reports: number }>();
      for (const { sentences } of ofLanguage) {
        const found = sentences.flatMap((sentence) => findNames(sentence, { capitals, lang }));
        for (const [id, name] of new Map(found.map((one) => [one.id, one]))) {
          names.set(id, { ...name, reports: (names.get(id)?.reports ?? 0) + 1 });
        }
      }
      const rare = [...names.values()].filter(
        (name) => name.reports >= least && !isPeople(name, lang) && isRareName(name, { lang, rarity }),
      );
      const persons = [...names.values()].filter((name) => isPerson(name, lang));
      const firstNamesOf = ({ text, keys: [key] }: Name) =>
        new Set(persons.flatMap((one) => (!text.includes(' ') && one.keys[1] === key ? [readFirstName(one)] : [])));
      return [lang, rare.map((name) => ({ ...name, firstNames: firstNamesOf(name) }))] as const;
    }),
  );
}

/**
 * Judged by the last word, the surname or kind: the first words of "Donald Trump" and "White House" are rare but say nothing. Names of
 * newspapers and authorities do not relate stories.
 */
function isRareName(
  { text, keys }: Name,
  { lang, rarity }: { readonly lang: string; readonly rarity: WordRarity },
): boolean {
  const last = text.split(' ').at(-1)?.toLowerCase() ?? '';
  if (isTimeName(text, lang) || NO_TIES.has(last) || AUTHORITIES.has(last)) return false;
  return rarity.isRare(keys.at(-1) ?? '', lang);
}

const NO_TIES = toWordSet(
  'times post news journal herald tribune guardian gazette magazine zeitung house senate congress general nations states',
);

/** Index where the name's words stand in a row, capitalised if the script has case; −1 if nowhere. */
function findName(tokens: readonly Token[], { keys }: Name): number {
  return tokens.findIndex((_, start) =>
    keys.every((key, index) => {
      const token = tokens[start + index];
      return token?.key === key && (token.isCapital || token.surface === token.surface.toUpperCase());
    }),
  );
}
