// Decides the headline: several declarations and the visible heading are compared, and a site's name around it is dropped.

import { TITLE_MAX } from '../../engine/limits.ts';
import { metaOf } from './meta.ts';
import type { PageFacts } from './page-facts.ts';
import { readSegments } from './plain-address.ts';
import { collapse, comparable, cutText, textWeight, toPlainText } from './plain-text.ts';
import type { Heading } from './structure.ts';
import type { Thing } from './thing.ts';
import { titlesAmong } from './titles-among.ts';

export function decideTitle(facts: PageFacts, thing: Thing | null, siteName: string): string {
  const { meta, structure, documentTitle } = facts;
  const social = toPlainText(metaOf(meta, 'og:title', 'twitter:title'), TITLE_MAX);
  const declared = thing?.headline || '';
  const host = facts.url.hostname;
  const headings = structure.headings.filter(({ text }) => !namesSite(text, { siteName, host, heading: '' }));
  const heading = pickHeading(headings, [documentTitle, social, declared]);
  const bare = (title: string) => stripSiteName(title.replace(SECTION_BEHIND, ''), { siteName, host, heading });
  const candidates = [
    isFromNewsroom(thing) && !isCutFrom(declared, heading) && !isOutvoted(declared, bare(social), headings)
      ? declared
      : '',
    isNamedRather(facts.url, { title: bare(social), heading }) ? social : '',
    heading,
    declared,
    social,
    metaOf(meta, 'parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'dc:title'),
    documentTitle,
  ];
  for (const candidate of candidates) {
    const title = bare(collapse(candidate));
    if (comparable(title).length >= 2) return cutText(title, TITLE_MAX);
  }
  return cutText(documentTitle, TITLE_MAX);
}

/** "A wall tells what neglect costs | Opinion". */
const SECTION_BEHIND = / \| opinion$/i;

/** Newsrooms fill NewsArticle from their editing system; elsewhere themes make the declared headline from anything. */
function isFromNewsroom(thing: Thing | null): boolean {
  return thing?.types.some((type) => type.endsWith('newsarticle')) ?? false;
}

/** Search engines ask for at most 110 characters, so some sites cut there. */
function isCutFrom(declared: string, heading: string): boolean {
  if (/(?:…|\.\.\.)$/.test(declared)) return heading !== '';
  return heading.length > declared.length && comparable(heading).startsWith(comparable(declared));
}

/** Overlap: from here on two titles are one and the same, give or take a word. */
const SAME_TITLE = 0.8;

/** A main heading and the social title agree on another headline: then the declared one was written for search engines. */
function isOutvoted(declared: string, social: string, headings: readonly Heading[]): boolean {
  const isSame = (a: string, b: string) => overlap(comparable(a), comparable(b)) >= SAME_TITLE;
  const shown = titlesAmong(headings);
  return shown.some(({ text }) => isSame(text, social)) && !shown.some(({ text }) => isSame(text, declared));
}

/**
 * Likeness of an address to the title that it was made from, and how much less it is like other titles of the page. Numbers
 * and short forms in addresses keep it below 1; between 0.6 and 0.8, and 0.25 and 0.45, hardly a page changes.
 */
const NAMED = 0.7;
const NAMED_MORE = 0.3;

/** The address was made from this title, not from the heading: that heads the site or a part of the text. */
function isNamedRather(url: URL, { title, heading }: { readonly title: string; readonly heading: string }): boolean {
  const likeness = likenessToAddress(url, title);
  return heading !== '' && likeness >= NAMED && likeness - likenessToAddress(url, heading) >= NAMED_MORE;
}

function likenessToAddress(url: URL, title: string): number {
  return Math.max(0, ...readSegments(url).map((segment) => overlap(comparable(segment), comparable(title))));
}

/** In Latin-like characters: a lone heading that no title bears out is a headline from about here on, below a label. */
const LONE_WEIGHT_MIN = 38;

/** The heading that the page's other titles bear out; else a lone one that is long enough to be no logo. */
function pickHeading(headings: readonly Heading[], titles: readonly string[]): string {
  const known = titles.map(comparable).filter((title) => title !== '');
  let best = '';
  let most = 0;
  for (const { text, isTitle } of headings) {
    const score = Math.max(0, ...known.map((title) => overlap(comparable(text), title))) * (isTitle ? 1 : 0.7);
    if (score > most) {
      best = text;
      most = score;
    }
  }
  if (most >= 0.6) return best;
  const lone = titlesAmong(headings);
  return lone.length === 1 && textWeight(lone[0]?.text ?? '') >= LONE_WEIGHT_MIN ? (lone[0]?.text ?? '') : '';
}

/** From 0 to 1: the words that both have, of all words of both; a word or two of a long text are little of it. */
function overlap(a: string, b: string): number {
  const first = new Set(a.split(' ').flatMap(listPieces));
  const second = new Set(b.split(' ').flatMap(listPieces));
  const common = [...first].filter((word) => second.has(word)).length;
  return (2 * common) / (first.size + second.size);
}

/** Thai to Lao, kana, Chinese characters: a headline without spaces is no one word. */
const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/;

/** The word, or its pairs of characters. */
function listPieces(word: string): readonly string[] {
  if (word.length < 3 || !UNSPACED.test(word)) return [word];
  return Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2));
}

/** Behind Chinese characters and kana the marks stand without spaces: 总理会见外宾_时政_东方日报. */
const SEPARATOR =
  /\s+[|–—\-·•»«:/]+\s+|\s*[|｜]\s*|\s+::\s+|\s+(?:-|–)\s*$|:\s+|(?<=[\u3040-\u30ff\u3400-\u9fff」』”）])(?:[_＿丨：-]|——)(?=[\u3040-\u30ff\u3400-\u9fff])/g;

type Site = { readonly siteName: string; readonly host: string; readonly heading: string };

/** Takes pieces off either end that name the site: they equal its name, its host, or what the heading leaves out. */
export function stripSiteName(title: string, site: Site): string {
  let text = title;
  for (let round = 0; round < 3; round++) {
    const cuts = [...text.matchAll(SEPARATOR)];
    const first = cuts[0];
    const last = cuts.at(-1);
    if (first === undefined || last === undefined) return text;
    const tail = text.slice(last.index + last[0].length);
    const head = text.slice(0, first.index);
    if (namesSite(tail, site) && last.index > 0) text = text.slice(0, last.index).trim();
    else if (namesSite(head, site)) text = text.slice(first.index + first[0].length).trim();
    else return text;
  }
  return text;
}

function namesSite(piece: string, { siteName, host, heading }: Site): boolean {
  const words = comparable(piece);
  if (words === '') return true;
  if (heading !== '' && comparable(heading).includes(words)) return false;
  const name = comparable(siteName);
  if (name !== '' && (words === name || (words.includes(name) && textWeight(words) < textWeight(name) + 15)))
    return true;
  return isLike(words.replaceAll(' ', ''), hostLabel(host));
}

/** "foxnewsdigital" is like the host's "foxnews": one holds the other, and that is at least half of it. */
function isLike(squeezed: string, label: string): boolean {
  if (squeezed === label || squeezed === `the${label}` || squeezed === `${label}com`) return true;
  const [short, long] = squeezed.length < label.length ? [squeezed, label] : [label, squeezed];
  return short.length >= 5 && long.includes(short) && short.length * 2 >= long.length;
}

function hostLabel(host: string): string {
  const labels = host.split('.').filter((label) => !/^(?:www|m|amp|mobile|com|co|org|net)$/.test(label));
  const longest = (labels.length > 1 ? labels.slice(0, -1) : labels).sort((a, b) => b.length - a.length)[0];
  return (longest ?? '').replaceAll('-', '');
}
