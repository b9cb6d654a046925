// Other stories that have rare names or words in common with this one, the same event left out.
//
// Candidates are judged by their headlines: reading the articles of hundreds of stories would cost more than it shows. A candidate is
// related when it shares a name of this story that is rare among all headlines, and either a second rare word or a name of two words.
// It is left out as the same event when its headline is about one of this story's own headlines.
import type { StoryId } from '../ids.ts';
import type { StorySummary } from '../schema.ts';
import type { RelatedStory } from '../schema-story-context.ts';
import { createLanguageRules } from '../text/language-rules.ts';
import { findCapitalWords, findNames } from './find-names.ts';
import type { Report } from './read-reports.ts';
import { readTokens } from './read-tokens.ts';
import { computeLikeness, toVector } from './sentence-graph.ts';
import { isTimeName } from './time-names.ts';
import type { WordRarity } from './word-rarity.ts';

export type RelatedQuestion = {
  readonly storyId: StoryId;
  readonly reports: readonly Report[];
  readonly candidates: readonly StorySummary[];
  readonly rarity: WordRarity;
};

const RELATED_MAX = 5;
/** Two headlines of one event are about 0.4 alike; of events that only share their people under 0.3. */
const SAME_EVENT_LIKENESS = 0.4;

export function findRelatedStories({ storyId, reports, candidates, rarity }: RelatedQuestion): readonly RelatedStory[] {
  const rules = createLanguageRules();
  const words = readOwnWords(reports, rarity);
  const headlines = reports.map(({ sentences, lang }) => ({
    lang,
    vector: toVector(
      (sentences[0]?.tokens ?? []).map(({ key }) => key),
      (key) => rarity.of(key, lang),
    ),
  }));
  return candidates
    .filter(({ id }) => id !== storyId)
    .flatMap((story) => {
      const own = words.get(story.lang);
      if (own === undefined) return [];
      const tokens = readTokens(story.title, story.lang, rules(story.lang));
      const shared = new Map(
        tokens.filter(({ key }) => own.telling.has(key)).map(({ key, surface }) => [key, surface]),
      );
      const names = [...shared.keys()].filter((key) => own.names.has(key));
      if (names.length === 0 || shared.size < 2) return [];
      const vector = toVector(
        tokens.map(({ key }) => key),
        (key) => rarity.of(key, story.lang),
      );
      const isSameEvent = headlines.some(
        (headline) => headline.lang === story.lang && computeLikeness(headline.vector, vector) >= SAME_EVENT_LIKENESS,
      );
      if (isSameEvent) return [];
      const weight = [...shared.keys()].reduce(
        (sum, key) => sum + rarity.of(key, story.lang) * (own.names.has(key) ? 2 : 1),
        0,
      );
      return [{ story, shared: [...shared.values()].map((word) => word.slice(0, 80)), weight }];
    })
    .sort((a, b) => b.weight - a.weight || b.story.updatedAt - a.story.updatedAt)
    .slice(0, RELATED_MAX)
    .map(({ story, shared }) => ({ story, shared }));
}

type OwnWords = { readonly names: ReadonlySet<string>; readonly telling: ReadonlySet<string> };

/** By language: the rare names and words that at least two reports have, or the only report. */
function readOwnWords(reports: readonly Report[], rarity: WordRarity): ReadonlyMap<string, OwnWords> {
  const capitals = findCapitalWords(reports.flatMap(({ sentences }) => sentences));
  const least = Math.min(2, reports.filter(({ isOriginal }) => isOriginal).length);
  const languages = new Set(reports.map(({ lang }) => lang));
  return new Map(
    [...languages].map((lang) => {
      const names = new Map<string, number>();
      const all = new Map<string, number>();
      for (const { sentences } of reports.filter((report) => report.lang === lang && report.isOriginal)) {
        const ofReport = sentences
          .flatMap((sentence) => findNames(sentence, capitals, lang))
          .filter(({ text }) => !isTimeName(text, lang));
        count(
          names,
          ofReport.flatMap(({ keys }) => keys),
        );
        count(
          all,
          sentences.flatMap(({ tokens }) =>
            tokens.flatMap(({ key, surface, value }) =>
              key === '' || value !== null || surface.length < 4 ? [] : [key],
            ),
          ),
        );
      }
      const keep = (counts: ReadonlyMap<string, number>) =>
        new Set([...counts].filter(([key, found]) => found >= least && rarity.isRare(key, lang)).map(([key]) => key));
      return [lang, { names: keep(names), telling: keep(all) }] as const;
    }),
  );
}

function count(counts: Map<string, number>, keys: readonly string[]): void {
  for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
}
