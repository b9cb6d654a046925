// Finds the authors' names that readers see: in elements marked or named as bylines, in links to authors' pages, and in
// short lines near the headline that begin as bylines do.
import { monthOf } from '../../engine/text/month-names.ts';
import { attributeOf, findAll, firstOf, parentOf, textUpTo } from './dom.ts';
import type { ElementNames } from './element-names.ts';
import { collapse } from './plain-text.ts';
import type { RegionFinder } from './region.ts';

const MARKED = '[rel~="author"],[itemprop~="author"],[data-testid*="byline" i]';
const NAMED =
  /byline|author|autor|auteur|writer|contributor|journalist|reporter|muhabir|yazar|szerz|toimittaja|penulis|h[oö]fund/i;
/** Links to an author's page. They help on sites whose class names are generated ("css-1a2b") and say nothing. */
const LINKED = 'author authors autor autores autoren auteur auteurs'
  .split(' ')
  .map((name) => `a[href*="/${name}/"]`)
  .join();
/** A line aligned to the right: in Vietnam the author's name is the last line of the text. */
const LAST_LINE = 'p[style*="align:right"],p[style*="align: right"]';
const ELEMENTS_MAX = 30;
const BYLINES_MAX = 6;
/** Enough for two names and the words that join them. */
const NAME_WORDS_MAX = 7;

type BylineSearch = { readonly regionOf: RegionFinder; readonly names: ElementNames };

/**
 * Names without "By" and without what follows them (dates, roles). Elements marked as bylines come before those that
 * are only named like one. Links to authors' pages count only if both are missing, and right-aligned lines only if
 * those are missing too.
 */
export function readBylines(document: Document, { regionOf, names }: BylineSearch): string[] {
  const bylines: string[] = [];
  const take = (elements: Iterable<Element>, isTaken = (_: string) => true) => {
    for (const element of elements) {
      if (bylines.length === BYLINES_MAX) break;
      if (regionOf(parentOf(element)) === 'furniture') continue;
      const raw = textUpTo(element, 300);
      if (raw.length > 300) continue;
      const name = toNames(attributeOf(element, 'content') || raw);
      if (name !== '' && !bylines.includes(name) && isTaken(name)) bylines.push(name);
    }
  };
  take(firstOf(findAll(document, MARKED), ELEMENTS_MAX));
  take(names.find(NAMED, ELEMENTS_MAX));
  if (bylines.length === 0) take(firstOf(findAll(document, LINKED), ELEMENTS_MAX));
  if (bylines.length === 0) take(firstOf(findAll(document, LAST_LINE), ELEMENTS_MAX), isName);
  return bylines;
}

export const LABEL =
  /^(?:(?:written|reported|posted|published|story|text|words|article|reviewed|updated|geschrieben|verfasst|rédigé|écrit|publié|postado|publicado|enviado|escrito|scritto|geschreven|skriven|skrevet)?\s*(?:by|von|par|por|di|door|av|af|przez|oprac\.?)|oleh(?=\s?:)|di(?:posting|tulis) oleh|un texte de|te(?:x|ks)ti?(?=\s?:)|aut(?:h?or|eur)(?:en|in|e?s)?|redakteur(?:in)?|penulis|írta|piše|пиш(?:е|ува)|ავტორი|نویسنده|โดย|текст(?=\s?:)|от|автор|γράφ(?:ει|ουν)(?: [οητ]\S*)?|τ(?:ου|ης|ων)|كتبت?|بقلم|מאת|लेखक|기자명|记者|記者|作者|著者|(?:写真・)?文(?:・写真)?)[\s:：]+/i;
/** A mail address. Its host needs a dot: in "Ada Lind@adalind" an account follows the name. */
export const MAIL = /(?<=^|\s)\(?[^\s,;()@]+@[^\s,;()@]+\.[^\s,;()@]+\)?/g;
/** Where a byline is expected, a word before a colon is a label in any language. */
const COLON_LABEL = /^[^\s:：]{2,14}\s?[:：]\s*/;
/** What follows the names in a byline: dates, roles, accounts, reading times. */
const AFTER_NAMES =
  /\s*(?:[|·•–—/(\n]|\s-\s|\d|@|[,\s]\s?(?:am|on|le|el|il|in|at)\s+(?:[^\s,]+,?\s+)?\d|,\s(?:[^\s,]+ ){0,2}(?:senior|staff|contribut|writer|associate|chief|news|special|ph\.?d|md|cpa|author)|(?:published|updated|follow|posted|share|last|aktualisiert|staff writer|contributor|min read|minute)\b).*$/is;

/**
 * What follows a month's name if it is a month: "May 2, 2026" is a date, but "Theresa May 2 min read" has a surname.
 */
const DAY = /^\s*(?:(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?(?:,|\s(?:19|20)\d\d|\s*[|·•–—-]|$))/i;
const BEFORE_DAY = /(?:^|[\s,]+)(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?$/i;

/**
 * "Ada Lind December 3, 2025" is cut at its first figure, which leaves "Ada Lind December". Drops the month and a
 * weekday before it. `rest` is the text that was cut off.
 */
function dropMonth(names: string, rest: string): string {
  const last = names.lastIndexOf(' ') + 1;
  return (last === 0 ? /^ ?\d/ : DAY).test(rest) && monthOf(names.slice(last).replace('.', '')) > 0
    ? names.slice(0, last).trim().replace(BEFORE_DAY, '')
    : names;
}

export function toNames(text: string): string {
  const parts = collapse(text.replace(MAIL, ' | ')).split(PARTS);
  const line = (parts.find((part) => LABEL.test(part)) ?? parts[0] ?? '').replace(LABEL, '');
  const end = AFTER_NAMES.exec(line)?.index ?? line.length;
  const names = dropMonth(collapse(line.slice(0, end)), line.slice(end)).replace(/^[\s,;:]+|[\s,;:]+$/g, '');
  if (names.length < 2 || names.length > 120 || !/[^\s\d!-/:-@[-`{-~]{2}/.test(names)) return '';
  // A name begins with a capital letter or is in a script without capitals. Other texts are sentences or labels.
  if (
    isLowerCase(names.charAt(0)) ||
    /^(?:about|author|authors|by|share|follow|comments?|more|read|view|see|image|photo|all|guest|staff|editor|editorial)\b|^[责責编編]\S{0,3}[:：]/i.test(
      names,
    )
  )
    return '';
  return names.split(' ').length <= 12 ? names.replace(COLON_LABEL, '') : '';
}

/**
 * Separates the parts of a line, since an outlet or a date may precede the byline: "KUXT | By Ada Lind", "Source:
 * Agency Text: Ada Lind".
 */
const PARTS = /\s*[|·•｜]\s*|\s(?=[^\s\d:：]{2,12}[:：])/;

/** Lower-case words that occur in names: "Rosa de la Cruz y Ana Ruiz". A sentence has others too. */
const PARTICLE = /^(?:d[aeiou]|del|della|dos|du|l[ae]|el|al|bin|van|von|de[nr]|ter|and|und|et|y|e|og|och|en|i)$/;

/**
 * Looks for a byline among short texts that no markup identifies: the first that begins with a label and continues with
 * names ("By Ada Lind"). The names may also be the next text ("By", "Ada Lind"). Empty if there is none.
 */
export function findByline(lines: readonly string[], clean: (name: string) => string): string {
  const texts = lines.flatMap((line) => line.split(PARTS));
  for (const [index, text] of texts.entries()) {
    if (!LABEL.test(`${text} `)) continue;
    const names = clean(toNames(LABEL.test(text) ? text : `${text} ${texts[index + 1]}`))
      .split(', ')
      .filter(isName)
      .join(', ');
    if (names !== '') return names;
  }
  return '';
}

function isName(text: string): boolean {
  const words = text.split(' ');
  const isCapital = (word: string) => !isLowerCase(word.charAt(0)) || PARTICLE.test(word);
  // One word is enough in a script without capitals: Chinese and Korean names have no space.
  const hasEnough = words.length > 1 || text.toLowerCase() === text.toUpperCase();
  return hasEnough && words.length <= NAME_WORDS_MAX && words[0] !== 'The' && words.every(isCapital);
}

/**
 * False for scripts without capitals, and for Georgian: Unicode has Georgian capitals, but names do not begin with
 * them.
 */
function isLowerCase(letter: string): boolean {
  return letter !== letter.toUpperCase() && !/[ა-ჿ]/.test(letter);
}
