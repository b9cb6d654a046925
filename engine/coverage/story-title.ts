// The headline that stands for a whole story: the one among its originals that agrees most with the others.
//
//   1. Only originals, so that a text printed by ten outlets counts once.
//   2. The most newsworthy kind present: reports, else live pages and media, else press releases, else opinion.
//   3. The language of most of these; on a tie, that of the earliest.
//   4. Plain statements by outlets that report news. Headlines that ask, exclaim, only quote, promise or carry a label
//      (plain-headline.ts), and those of outlets at either far end, with a label, or rated low in factual reporting, are
//      used only if there are no others: a story's title must not be slanted.
//   5. The headline that shares most words with the others: Σ over its words of how many others have the word, over √(number of
//      words, at least 5), so that neither a long headline nor a very short one wins by its length. On a tie, the earliest.
// Example: "Ferry runs aground off Lindau", "Ferry aground off Lindau, no one hurt", "What we know so far": four shared words over √5
// (1.8), the same four over √7 (1.5), and none; the first is the title.
import { isSlanted } from '../outlet/is-slanted.ts';
import type { OutletRater } from '../outlet/outlet-rater.ts';
import type { ArticleKind } from '../schema.ts';
import { isPlainHeadline } from './plain-headline.ts';
import { compareByTrustedTime, type StoryMember } from './story-member.ts';

const KIND_ORDER: readonly (readonly ArticleKind[])[] = [['report'], ['live', 'media'], ['press-release'], ['opinion']];

/** Null when there are no originals or none has a headline. */
export function findTitleArticle(originals: readonly StoryMember[], rater: OutletRater): StoryMember | null {
  const titled = originals.filter(({ title }) => title.trim() !== '').toSorted(compareByTrustedTime);
  const kinds = KIND_ORDER.find((order) => titled.some(({ kind }) => order.includes(kind)));
  const inLanguage = keepMajorityLanguage(titled.filter(({ kind }) => kinds?.includes(kind) ?? false));
  const unslanted = preferWhere(inLanguage, ({ outletId }) => !isSlanted(rater.rate(outletId)));
  const candidates = preferWhere(unslanted, ({ title }) => isPlainHeadline(title));
  const words = candidates.map(({ title }) => splitTitle(title));
  let best: { article: StoryMember; agreement: number } | null = null;
  const counts = countHeadlines(words);
  for (const [index, article] of candidates.entries()) {
    const agreement = computeAgreement(words[index] ?? new Set(), counts);
    if (best === null || agreement > best.agreement) best = { article, agreement };
  }
  return best?.article ?? null;
}

/** Those that pass the test, or all if none does. */
function preferWhere(
  articles: readonly StoryMember[],
  test: (article: StoryMember) => boolean,
): readonly StoryMember[] {
  const preferred = articles.filter(test);
  return preferred.length > 0 ? preferred : articles;
}

function keepMajorityLanguage(articles: readonly StoryMember[]): readonly StoryMember[] {
  const counts = new Map<string, number>();
  for (const { lang } of articles) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const majority = articles.find(({ lang }) => counts.get(lang) === most)?.lang;
  return articles.filter(({ lang }) => lang === majority);
}

/** Words. A shorter headline gains nothing from being short, since it says too little about the story. */
const TITLE_MIN_WORDS = 5;

function computeAgreement(own: ReadonlySet<string>, counts: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const word of own) shared += (counts.get(word) ?? 1) - 1;
  return shared / Math.sqrt(Math.max(TITLE_MIN_WORDS, own.size));
}

/** For each word, the number of headlines that have it. */
function countHeadlines(headlines: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const words of headlines) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Words of at least two letters; pairs of letters in scripts without spaces between words. */
function splitTitle(title: string): ReadonlySet<string> {
  const words =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.flatMap((word) => (UNSPACED.test(word) ? splitPairs(word) : word.length > 1 ? [word] : [])));
}

function splitPairs(word: string): readonly string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, index) => (letters[index] ?? '') + letter);
}
