// A story's topic tags: general topics by reviewed keywords, countries, and the names that most of its reports have.
//
// A tag needs two reports or, in larger stories, a fifth of them; a story of one report takes what its own words say. General topics also
// need two different words of their list over the story, so that one "strike" on a football pitch makes no labour dispute.
// Ids depend on the words alone: `general:justice`, `country:BY`, `name:maria-kalesnikava`.
import type { GeneralTopic, Topic } from '../schema-story-context.ts';
import { GENERAL_TOPICS } from '../schema-story-context.ts';
import { findCapitalWords, findNames } from './find-names.ts';
import { findCountry } from './place-names.ts';
import type { Report } from './read-reports.ts';
import { isTimeName } from './time-names.ts';
import { TOPIC_KEYWORDS } from './topic-keywords.ts';

const REPORTS_SHARE = 0.2;
const REPORTS_MIN = 2;
const GENERAL_MAX = 3;
const COUNTRIES_MAX = 3;
const NAMES_MAX = 6;
const WORDS_MIN = 2;

export function findTopics(reports: readonly Report[]): readonly Topic[] {
  const originals = reports.filter(({ isOriginal }) => isOriginal);
  const least = originals.length < REPORTS_MIN ? 1 : Math.max(REPORTS_MIN, Math.ceil(originals.length * REPORTS_SHARE));
  return [...findGeneralTopics(originals, least), ...findNameTopics(originals, least)];
}

function findGeneralTopics(reports: readonly Report[], least: number): readonly Topic[] {
  const words = reports.map(
    ({ sentences }) => new Set(sentences.flatMap(({ tokens }) => tokens.map(({ surface }) => surface.toLowerCase()))),
  );
  return GENERAL_TOPICS.map((topic) => {
    const found = new Set<string>();
    let count = 0;
    for (const [index, { lang }] of reports.entries()) {
      const hits = [...(words[index] ?? [])].filter((word) => isKeyword(word, topic, lang));
      for (const hit of hits) found.add(hit);
      if (hits.length > 0) count++;
    }
    return { kind: 'general' as const, id: `general:${topic}`, topic, reports: found.size >= WORDS_MIN ? count : 0 };
  })
    .filter((topic) => topic.reports >= least)
    .sort((a, b) => b.reports - a.reports)
    .slice(0, GENERAL_MAX);
}

type Keywords = { readonly whole: ReadonlySet<string>; readonly beginnings: readonly string[] };
const parsed = new Map<string, Keywords>(); // the lists as sets; without state

function isKeyword(word: string, topic: GeneralTopic, lang: string): boolean {
  const key = `${topic}:${lang}`;
  let keywords = parsed.get(key);
  if (keywords === undefined) {
    const list = TOPIC_KEYWORDS[topic][lang]?.split(' ') ?? [];
    keywords = {
      whole: new Set(list.filter((entry) => !entry.endsWith('*'))),
      beginnings: list.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1)),
    };
    parsed.set(key, keywords);
  }
  return keywords.whole.has(word) || keywords.beginnings.some((beginning) => word.startsWith(beginning));
}

type Named = {
  readonly id: string;
  readonly country: string | null;
  readonly texts: Map<string, number>;
  reports: number;
};

function findNameTopics(reports: readonly Report[], least: number): readonly Topic[] {
  const capitals = findCapitalWords(reports.flatMap(({ sentences }) => sentences));
  const outlets = new Set(reports.flatMap(({ outlet }) => outlet.name.toLowerCase()));
  const perReport = reports.map(({ sentences, lang }) =>
    sentences
      .flatMap((sentence) => findNames(sentence, capitals, lang))
      .filter(({ text }) => !isTimeName(text, lang) && !outlets.has(text.toLowerCase()))
      .map((name) => ({ ...name, country: findCountry(name.id, lang) })),
  );
  const longer = findLongerNames(perReport.flat().map(({ id }) => id));
  const named = new Map<string, Named>();
  for (const names of perReport) {
    const counted = new Set<string>();
    for (const { id: written, text, country } of names) {
      const id = country === null ? `name:${longer.get(written) ?? written}` : `country:${country}`;
      const entry = named.get(id) ?? { id, country, texts: new Map<string, number>(), reports: 0 };
      named.set(id, entry);
      if (id === `name:${written}` || country !== null) entry.texts.set(text, (entry.texts.get(text) ?? 0) + 1);
      if (counted.has(id)) continue;
      counted.add(id);
      entry.reports++;
    }
  }
  const kept = [...named.values()].filter((one) => one.reports >= least).sort((a, b) => b.reports - a.reports);
  const countries = kept.filter(({ country }) => country !== null).slice(0, COUNTRIES_MAX);
  const others = kept.filter(({ country }) => country === null).slice(0, NAMES_MAX);
  return [
    ...countries.map(({ id, country, reports }) => ({ kind: 'country' as const, id, country: country ?? '', reports })),
    ...others.map(({ id, texts, reports }) => ({
      kind: 'name' as const,
      id: id.slice(0, 80),
      name: findMostFrequent(texts).slice(0, 80),
      reports,
    })),
  ];
}

/** "trump" is "donald-trump" where exactly one longer name of the story ends, or begins, with it. */
function findLongerNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const longer = new Map<string, string>();
  for (const id of counts.keys()) {
    const fitting = [...counts.keys()].filter((other) => other.endsWith(`-${id}`) && (counts.get(other) ?? 0) >= 2);
    if (fitting.length === 1 && fitting[0] !== undefined && !id.includes('-')) longer.set(id, fitting[0]);
  }
  return longer;
}

function findMostFrequent(texts: ReadonlyMap<string, number>): string {
  let best = '';
  for (const [text, count] of texts) if (count > (texts.get(best) ?? 0)) best = text;
  return best;
}
