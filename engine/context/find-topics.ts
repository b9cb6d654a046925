// A story's topic tags: general topics by reviewed keywords, countries, and the names that most of its reports have.
//
// A tag needs two reports or, in larger stories, a fifth of them; one is enough in a story of one report. General topics also need
// two different words of their list in the story, so that one "strike" on a football pitch makes no labour dispute.
// Ids depend on the words alone: `general:justice`, `country:BY`, `name:maria-kalesnikava`.
import type { GeneralTopic, Topic } from '../schema-story-context.ts';
import { GENERAL_TOPICS } from '../schema-story-context.ts';
import { withoutArabicArticle } from '../text/light-stems.ts';
import { createPlainWord } from '../text/plain-word.ts';
import { type CountedName, countNames } from './count-names.ts';
import type { Name } from './find-names.ts';
import { SUFFIXES } from './not-names.ts';
import type { Report } from './read-reports.ts';
import { isSameName } from './same-name.ts';
import { NAMES_IN_TOPICS, TOPIC_KEYWORDS } from './topic-keywords.ts';

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
  const texts = reports.map(readText);
  return GENERAL_TOPICS.map((topic) => {
    const hits = texts.map((text) => findKeywords(text, topic));
    const count = hits.filter((found) => found.length > 0).length;
    const isSure = new Set(hits.flat()).size >= WORDS_MIN;
    return { kind: 'general' as const, id: `general:${topic}`, topic, reports: isSure ? count : 0 };
  })
    .filter((topic) => topic.reports >= least)
    .sort((a, b) => b.reports - a.reports)
    .slice(0, GENERAL_MAX);
}

type Text = {
  readonly lang: string;
  /** The text itself for languages without spaces, whose segmentation does not match the lists; else null. */
  readonly unspaced: string | null;
  readonly words: readonly string[];
};

const UNSPACED: ReadonlySet<string> = new Set(['ja', 'th', 'zh']);

function readText({ lang, sentences }: Report): Text {
  const toPlain = createPlainWord(lang);
  const surfaces = sentences.flatMap(({ tokens }) => tokens.map(({ surface }) => toPlain(surface)));
  const unspaced = UNSPACED.has(lang) ? toPlain(sentences.map(({ text }) => text).join('\n')) : null;
  return { lang, unspaced, words: [...new Set(surfaces.flatMap((word) => withoutFront(word, lang)))] };
}

/** Arabic and Hebrew attach articles, conjunctions and prepositions to the word. */
function withoutFront(word: string, lang: string): readonly string[] {
  if (lang === 'ar') return [withoutArabicArticle(word)];
  return lang === 'he' ? [word, word.replace(/^[ובלמש]?ה|^[ובלמש]/, '')] : [word];
}

type Keywords = { readonly whole: ReadonlySet<string>; readonly beginnings: readonly string[] };
const parsed = new Map<string, Keywords>(); // a cache of the lists as sets

function findKeywords({ lang, unspaced, words }: Text, topic: GeneralTopic): readonly string[] {
  const { whole, beginnings } = keywordsOf(topic, lang);
  if (unspaced !== null) {
    // Latin words have spaces, or letters of another script, around them in these languages too.
    return [...whole].filter((word) => (/^[a-z]/.test(word) ? words.includes(word) : unspaced.includes(word)));
  }
  return words.filter((word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning)));
}

function keywordsOf(topic: GeneralTopic, lang: string): Keywords {
  const key = `${topic}:${lang}`;
  let keywords = parsed.get(key);
  if (keywords === undefined) {
    const lists = TOPIC_KEYWORDS[topic];
    const written = Object.hasOwn(lists, lang) ? [lists[lang], NAMES_IN_TOPICS[topic]] : [];
    const list = written.flatMap((words) => words?.split(' ').map(createPlainWord(lang)) ?? []);
    keywords = {
      whole: new Set(list.filter((entry) => !entry.endsWith('*'))),
      beginnings: list.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1)),
    };
    parsed.set(key, keywords);
  }
  return keywords;
}

function findNameTopics(reports: readonly Report[], least: number): readonly Topic[] {
  const all = countNames(reports);
  const kept = all.filter((one) => one.reports >= least).sort((a, b) => b.reports - a.reports);
  const countries = kept.filter(({ country }) => country !== null).slice(0, COUNTRIES_MAX);
  const others: CountedName[] = [];
  for (const one of kept) {
    if (one.country !== null || isPair(one, all) || others.some((other) => isSaidBy(other, one))) continue;
    others.push(one);
    if (others.length === NAMES_MAX) break;
  }
  return [
    ...countries.map(({ country, reports }) => ({
      kind: 'country' as const,
      id: `country:${country}`,
      country: country ?? '',
      reports,
    })),
    ...others.map(({ name, reports }) => ({
      kind: 'name' as const,
      id: `name:${name.id}`.slice(0, 80),
      name: name.text.slice(0, 80),
      reports,
    })),
  ];
}

/** Two people joined by a hyphen ("Lind-Berg talks"), where Lind is a name of the story; not "Ada-Mai Lind". */
function isPair({ name: { text } }: CountedName, all: readonly CountedName[]): boolean {
  const first = /^([^ -]+)-[^ ]+$/.exec(text)?.[1];
  return all.some(({ name }) => name.text.split(' ').at(-1) === first);
}

/** Whether the other name covers this one: "Ada Lind" covers "Ada" and "Ada Lind of Velm"; Velm does not cover "Velm Harbour", nor a father his son. */
function isSaidBy(said: CountedName, { name, reports }: CountedName): boolean {
  if (isSameName(said.name, name)) return true;
  return name.keys.length === 1
    ? beginsWith(said.name, name) && said.reports >= reports * BEGINNING_FACTOR
    : said.name.keys.length > 1 && beginsWith(name, said.name) && !SUFFIXES.has(name.keys.at(-1) ?? '');
}

/** A longer name covers its first word if it is in this many times as many reports: else both may be meant, as "Velm" and "Velm Harbour". */
const BEGINNING_FACTOR = 2;

function beginsWith(long: Name, short: Name): boolean {
  return short.keys.every((key, index) => long.keys[index] === key);
}
