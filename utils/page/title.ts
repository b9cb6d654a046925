// Decides the headline: compares the declared titles with the visible headings, and strips the site's name.

import { TITLE_MAX } from '../../engine/limits.ts';
import { metaOf } from './meta.ts';
import type { PageEvidence } from './page-facts.ts';
import { readSegments } from './plain-address.ts';
import { collapse, comparable, cutText, textWeight, toPlainText } from './plain-text.ts';
import type { Heading } from './structure.ts';
import type { Thing } from './thing.ts';
import { titlesAmong } from './titles-among.ts';

export function decideTitle({ url, meta, structure, documentTitle, main }: PageEvidence, siteName: string): string {
  const social = toPlainText(metaOf(meta, 'og:title', 'twitter:title'), TITLE_MAX);
  const declared = main?.headline || '';
  const host = url.hostname;
  const headings = structure.headings.filter(({ text }) => !namesSite(text, { siteName, host, heading: '' }));
  const heading = pickHeading(headings, [documentTitle, social, declared]);
  const bare = (title: string) => stripSiteName(title.replace(SECTION_SUFFIX, ''), { siteName, host, heading });
  /** A heading agrees with the social title and none with the declared headline: that was written for search engines. */
  const isOutvoted = () => isShown(bare(social), headings) && !isShown(declared, headings);
  const candidates = [
    isFromNewsroom(main) && !isTruncated(declared, heading) && !isOutvoted() ? declared : '',
    isAddressOf(url, { title: bare(social), heading }) ? social : '',
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

/** A section after the headline: "A wall tells what neglect costs | Opinion". */
const SECTION_SUFFIX = / \| opinion$/i;

/**
 * A NewsArticle's headline comes from the newsroom's editing system and can be trusted. Other declared headlines are
 * made by themes, from anything.
 */
function isFromNewsroom(thing: Thing | null): boolean {
  return thing?.types.some((type) => type.endsWith('newsarticle')) ?? false;
}

/** Some sites truncate the declared headline, because search engines ask for at most 110 characters. */
function isTruncated(declared: string, heading: string): boolean {
  if (/(?:…|\.\.\.)$/.test(declared)) return heading !== '';
  return heading.length > declared.length && comparable(heading).startsWith(comparable(declared));
}

/** Titles with at least this overlap (0 to 1) are the same but for a word or two. */
const SAME_TITLE = 0.8;

function isShown(title: string, headings: readonly Heading[]): boolean {
  return titlesAmong(headings).some(({ text }) => overlap(comparable(text), comparable(title)) >= SAME_TITLE);
}

/**
 * An address was made from a title if their overlap is at least SIMILAR, and that of the address and the heading is
 * lower by at least MORE_SIMILAR. Ids and abbreviations in addresses keep the overlap below 1. Values from 0.6 to 0.8
 * and from 0.25 to 0.45 change hardly a page.
 */
const SIMILAR = 0.7;
const MORE_SIMILAR = 0.3;

/** The address was made from this title and not from the heading, which then heads the site or a part of the text. */
function isAddressOf(url: URL, { title, heading }: { readonly title: string; readonly heading: string }): boolean {
  const similarity = similarityToAddress(url, title);
  return heading !== '' && similarity >= SIMILAR && similarity - similarityToAddress(url, heading) >= MORE_SIMILAR;
}

function similarityToAddress(url: URL, title: string): number {
  return Math.max(0, ...readSegments(url).map((segment) => overlap(comparable(segment), comparable(title))));
}

/**
 * In Latin-like characters: a lone heading that no title confirms is a headline from this length on. Shorter ones are
 * labels.
 */
const LONE_WEIGHT_MIN = 38;

/**
 * The heading that agrees best with the page's other titles. If none does, a lone one that is long enough for a
 * headline.
 */
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

/** Dice coefficient of the words, from 0 to 1: 2 × shared / (words of a + words of b). */
function overlap(a: string, b: string): number {
  const first = new Set(a.split(' ').flatMap(listPieces));
  const second = new Set(b.split(' ').flatMap(listPieces));
  const common = [...first].filter((word) => second.has(word)).length;
  return (2 * common) / (first.size + second.size);
}

/** Thai, Lao, kana and Chinese characters: scripts without spaces between words. */
const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/;

/** The word itself, or its pairs of adjacent characters in a script without spaces. */
function listPieces(word: string): readonly string[] {
  if (word.length < 3 || !UNSPACED.test(word)) return [word];
  return Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2));
}

/** What separates a headline from a site's name. Chinese and Japanese have no spaces around it: 总理会见外宾_时政_东方日报. */
const SEPARATOR =
  /\s+[|–—\-·•»«:/]+\s+|\s*[|｜]\s*|\s+::\s+|\s+(?:-|–)\s*$|:\s+|(?<=[\u3040-\u30ff\u3400-\u9fff」』”）])(?:[_＿丨：-]|——)(?=[\u3040-\u30ff\u3400-\u9fff])/g;

type Site = { readonly siteName: string; readonly host: string; readonly heading: string };

/**
 * Strips parts at either end that name the site: they are much like its declared name or its host, and the heading does
 * not contain them. At most three parts are stripped.
 */
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

/**
 * "foxnewsdigital" is like the host's "foxnews": one contains the other, and the shorter has at least half the length.
 */
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
