// Finds the news agency that an article itself credits, in its byline, at the head or at the foot of its text.
//
//   "LONDON (AP) — Two people …" → AP      "… teilte die Polizei mit. (dpa/lsw)" → dpa      "AP exam scores rise" → null
//
// A name counts only in the places of credits: in brackets or before a dash at the head, in brackets or after a dash at the
// end, after "Source:". "According to Reuters" is a citation, and "the Palestinian Authority (PA)" introduces an abbreviation.
import { AGENCIES, AMBIGUOUS_NAMES } from './wire-agencies.ts';

/** Characters; a credit at the head is part of the dateline, which is never longer. */
const DATELINE_MAX = 70;
const CREDIT_MAX = 60;

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(AGENCIES).flatMap(([name, others]) =>
    [name, ...others].map((alias): [string, string] => [alias, name]),
  ),
);

type Mark = { readonly name: string; readonly start: number; readonly end: number };

export function findCredit(text: {
  readonly title: string;
  readonly lead: string;
  readonly author?: string | null;
}): string | null {
  const mark = findHeadMark(text.lead) ?? findFootMark(text.lead) ?? findLabelMark(text.lead);
  return findInByline(text.author ?? '') ?? mark?.name ?? (findTitleMark(text.title)?.name || null);
}

/** The title without the agency at its start or end: copies of one text differ in nothing else. */
export function stripTitleCredit(title: string): string {
  const mark = findTitleMark(title);
  return mark === null ? title : `${title.slice(0, mark.start)}${title.slice(mark.end)}`.trim();
}

/** The lead with its dateline but without the agency: "LONDON (AP) — Two" → "LONDON — Two". */
export function stripLeadCredit(lead: string): string {
  const mark = findHeadMark(lead);
  if (mark === null) return lead;
  const head = lead.slice(0, mark.start).trimEnd();
  const rest = lead.slice(mark.end).replace(/^[\s\-–—:.।]+/, '');
  if (rest === '') return head;
  return head === '' ? rest : `${head} — ${rest}`;
}

function findTitleMark(title: string): Mark | null {
  const mark = findStartMark(title) ?? findFootMark(title);
  return mark !== null && !AMBIGUOUS_NAMES.has(bare(title.slice(mark.start, mark.end))) ? mark : null;
}

// ── at the head ─────────────────────────────────────────────────────────────────────────────────────────────────────

const BRACKETS = new RegExp(String.raw`${inBrackets(60)}|(?<=^|\s)\/([^/\s]{2,20})\/`, 'gu');
const STARTS_IN_BRACKETS = new RegExp(String.raw`^\s*${inBrackets(60)}\s*[-–—:.]*\s*`, 'u');
const STARTS_WITH_DATELINE = new RegExp(String.raw`^\s*${inBrackets(40)}\s*`, 'u');
const ENDS_IN_BRACKETS = new RegExp(String.raw`\s*${inBrackets(60)}\s*[.。]?\s*$`, 'u');

/** Brackets of any script, with what stands in them as a group: from two characters to `most`. */
function inBrackets(most: number): string {
  return String.raw`[(（【［〔[]([^()（）【】［］〔〕[\]]{2,${most}})[)）】］〕\]]`;
}

function findHeadMark(lead: string): Mark | null {
  return (
    findStartMark(lead) ??
    findDatelineBrackets(lead) ??
    findDatelineName(lead) ??
    findChineseMark(lead) ??
    findBracketedDateline(lead)
  );
}

/** "(Reuters) - Two", "dpa/AFP — Two", "PTI: Two". */
function findStartMark(text: string): Mark | null {
  const bracket = STARTS_IN_BRACKETS.exec(text);
  if (bracket !== null) {
    const name = agencyOf(bracket[1] ?? '');
    if (name !== null) return { name, start: 0, end: bracket[0].length };
  }
  const plain = /^\s*([^\s\-–—:|][^:|–—]{1,39}?)\s*(?:\s-{1,2}\s|[–—:|])\s*/u.exec(text);
  if (plain === null || AMBIGUOUS_NAMES.has(plain[1] ?? '')) return null;
  const name = onlyAgenciesOf(plain[1] ?? '');
  return name === null ? null : { name, start: 0, end: plain[0].length };
}

/** "LONDON, May 3 (Reuters) - Two", "New Delhi, May 3 (PTI) Two", "MOSCOW, May 3. /TASS/. Two". */
function findDatelineBrackets(lead: string): Mark | null {
  for (const match of lead.slice(0, DATELINE_MAX + CREDIT_MAX).matchAll(BRACKETS)) {
    const head = lead.slice(0, match.index).trim();
    const end = match.index + match[0].length;
    const name = agencyOf(match[1] ?? match[2] ?? '');
    if (name === null || !isDateline(head) || explains(head, match[1] ?? '')) continue;
    const isFollowedByDash = /^\s*(?:[-–—:]|[.।])/u.test(lead.slice(end)) && match[1] !== PENNSYLVANIA;
    if (isFollowedByDash || isCertainDateline(head)) return { name, start: match.index, end };
  }
  return null;
}

/** "Erie (PA) - Two people" is from a town, not from an agency. */
const PENNSYLVANIA = 'PA';

/** "МОСКВА, 3 мая - РИА Новости. Two", "Москва. 3 мая. INTERFAX.RU - Two". */
function findDatelineName(lead: string): Mark | null {
  const match = /^([^–—]{2,50}?)(?:\s[-–—]\s|\.\s)(\p{Lu}[^–—(]{2,20}?)(?:\.\s|\s[-–—]\s)/u.exec(lead);
  const name = match === null ? null : onlyAgenciesOf(match[2] ?? '');
  if (match === null || name === null || !isCertainDateline(match[1] ?? '')) return null;
  return { name, start: (match[1] ?? '').length, end: match[0].length };
}

/** "新华社北京5月3日电（记者 …）". */
function findChineseMark(lead: string): Mark | null {
  const match =
    /^\s*[据據]?(新华社|新華社|中新社|中新网|中央社|共同社)[^，。]{0,24}[电電](?:\s*[(（](?:记者|記者)[^()（）]{1,40}[)）])?\s*/u.exec(
      lead,
    );
  const name = NAMES.get(match?.[1] ?? '');
  return match === null || name === undefined ? null : { name, start: 0, end: match[0].length };
}

/** "【ロンドン共同】", "[東京　３日　ロイター] - ", "(서울=연합뉴스) 홍길동 기자 = ", "（中央社記者王小明台北3日電）": place, day and agency in one. */
function findBracketedDateline(lead: string): Mark | null {
  const match = STARTS_WITH_DATELINE.exec(lead);
  const inside = match?.[1] ?? '';
  if (match === null || !WIDE.test(inside)) return null;
  const [, atEnd = ''] = /[\s=＝／/・]([^\s=＝／/・]+)$/u.exec(inside) ?? AFTER_PLACE.exec(inside) ?? [];
  const [, atStart = ''] = /^(\p{Script=Han}{1,3}社)[^，。]{0,36}(?:[电電讯訊]|报道|報導)$/u.exec(inside) ?? [];
  const name = NAMES.get(atEnd) ?? NAMES.get(atStart);
  if (name === undefined) return null;
  const rest = lead.slice(match[0].length);
  const byline = /^(?:[^=\n]{2,40}(?:기자|특파원)\s*=|[-–—:])\s*/u.exec(rest)?.[0] ?? '';
  return { name, start: 0, end: match[0].length + byline.length };
}

/** Not "【日中共同】", jointly by Japan and China. */
const AFTER_PLACE = /^(?![日米中韓朝露英仏独豪印官民産学]+共同$).+(共同|時事)$/u;
const WIDE = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u;

function isDateline(head: string): boolean {
  if (head.length > DATELINE_MAX || head.split(/\s+/).length > 7) return false;
  return /^[\p{Lu}\p{Lo}\d]/u.test(head) && !/^(?:The|A|An|This|That|Der|Die|Das)\s/.test(head) && !/[!?;]/.test(head);
}

/** A dateline beyond doubt: in capitals, or a place and a day. */
function isCertainDateline(head: string): boolean {
  const place = head.replace(/,.*$/u, '');
  if (/\p{Lu}{2}/u.test(place) && place === place.toUpperCase()) return true;
  return /^[\p{Lu}\p{Lo}][^,.]{1,30}[,.]\s*(?:\p{L}{3,12}\.?\s\d{1,2}|\d{1,2}\.?\s(?:de\s)?(?:\p{L}{3,12}|[\p{Lo}\p{M}]{2,12}))[.:,]?$/u.test(
    head,
  );
}

/** "Palestinian Authority (PA)", "Press Trust of India (PTI)": the letters are initials of the words before them, or their agency. */
function explains(head: string, letters: string): boolean {
  const words = head.split(/[\s\-'’]+/).filter((word) => word !== '');
  const initials = words.slice(-letters.length).map((word) => word[0]?.toUpperCase() ?? '');
  if (letters.length <= words.length && initials.join('') === letters.toUpperCase()) return true;
  const agency = NAMES.get(letters);
  return agency !== undefined && (AGENCIES[agency] ?? []).some((long) => endsWithName(words, long));
}

/** By the beginnings of the words, which languages inflect: "dem Evangelischen Pressedienst". */
function endsWithName(words: readonly string[], name: string): boolean {
  const parts = name.split(/[\s-]+/);
  const last = words.slice(-parts.length);
  return parts.length > 1 && parts.every((part, index) => last[index]?.slice(0, STEM) === part.slice(0, STEM));
}

const STEM = 6;

// ── at the foot, and labelled ───────────────────────────────────────────────────────────────────────────────────────

/** "… said on Monday. (AFP)", "… said. — Reuters". */
function findFootMark(text: string): Mark | null {
  const tail = text.slice(-(CREDIT_MAX + 10));
  const offset = text.length - tail.length;
  const bracket = ENDS_IN_BRACKETS.exec(tail);
  if (bracket !== null) {
    const start = offset + bracket.index;
    const inside = bracket[1] ?? '';
    const name = agencyOf(inside);
    if (name !== null && !AMBIGUOUS_NAMES.has(inside) && !explains(text.slice(0, start).trim(), inside)) {
      return { name, start, end: text.length };
    }
  }
  const dash = /(?:\s[-–—]|[.!?»”"]\s*[-–—]|\s\|)\s*([^\-–—|]{2,40}|[^–—|]{2,40})\.?\s*$/u.exec(tail);
  const after = (dash?.[1] ?? '').replace(/\.$/, '').trim();
  const name = AMBIGUOUS_NAMES.has(after) ? null : onlyAgenciesOf(after);
  return dash === null || name === null ? null : { name, start: offset + dash.index, end: text.length };
}

/** Nouns that are labels only with a colon, or at the start of a sentence: "told the News Agency AFP" is a citation. */
const NOUN_LABELS = '(?:(?<=^|[.\\n]\\s?)(?:Agency|Agencia|Agenzia)|(?:Agency|Agencia|Agenzia)(?=\\s?[:：]))';
const LABELS = new RegExp(
  `(?:Quelle|Quellen|Sources?|Fonte|Fuente|Font|Bron|Källa|Kilde|Lähde|Źródło|Zdroj|Kaynak|Forrás|Sursa|Izvor|Источник|Джерело|Πηγή|المصدر|منبع|מקור|स्रोत|来源|來源|出典|출처|${NOUN_LABELS}|Credit|(?:[Ww]ith|[Aa]dditional) (?:inputs|reporting|files) (?:from|by)|[Mm]it Material (?:von|der)|[Cc]on información de|[Ii]nformación de|[Aa]vec|[Cc]om informações d[ae]|©(?: ?\\d{4})?|Copyright(?: ©)?(?: \\d{4})?)\\s*[:：]?\\s*([^.:;|()（）。\n]{2,40})`,
  'gu',
);
/** These also stand under pictures, so they count only where the text ends with them. */
const AT_END_ONLY = /^(?:Credit|©)/u;
const RIGHTS_RESERVED =
  /all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati/iu;
const isEnd = (rest: string) => !/\p{L}/u.test(rest.replace(RIGHTS_RESERVED, ''));
/** Characters before a label in which a word makes it that of a picture: "Photo Credit: Reuters". */
const PICTURE_BEFORE = 15;

function findLabelMark(lead: string): Mark | null {
  for (const match of lead.matchAll(LABELS)) {
    const name = onlyAgenciesOf((match[1] ?? '').trim());
    const end = match.index + match[0].length;
    if (name === null || OF_A_PICTURE.test(lead.slice(Math.max(0, match.index - PICTURE_BEFORE), match.index)))
      continue;
    if (!AT_END_ONLY.test(match[0]) || isEnd(lead.slice(end))) return { name, start: match.index, end };
  }
  return null;
}

// ── names ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function findInByline(author: string): string | null {
  for (const part of author.slice(0, 200).split(/[,/|&;·()–—]|\s-\s|\s(?:and|und|et|y|e|with|mit|avec|con)\s/u)) {
    const words = part
      .replace(/^\s*(?:By|by|Von|von|Par|Por|Di|Da|©)\s+/u, '')
      .replace(/\s+(?:Staff|staff|Newsroom)$/u, '');
    const name = NAMES.get(words.trim());
    if (name !== undefined) return name;
    const ending = /(?:Associated Press|Agence France-Presse|Reuters|Canadian Press|Press Association)$/.exec(
      words.trim(),
    );
    if (ending !== null) return NAMES.get(ending[0]) ?? null;
  }
  return null;
}

function bare(text: string): string {
  return text.replace(/^[\s()（）【】[\]\-–—:|]+|[\s()（）【】[\]\-–—:|.]+$/gu, '');
}

function partsOf(credit: string): readonly string[] {
  return credit
    .split(/[/,+&·;]|\s-\s|\s(?:and|und|et|y|e|with|mit|avec|con|com)\s/u)
    .map((part) => part.trim().replace(/^(?:avec|con|com|mit|with|via|von|par|por)\s+/u, ''))
    .filter((part) => part !== '');
}

/** "(Photo by Ada Lind / AFP)", "(Foto: Ada Lind/dpa)": the credit of a picture, not of the text. */
const OF_A_PICTURE = /\b(?:photo|foto|picture|image|imagen|bild|video)|фото|写真|사진|照片|图|圖/iu;

/** The first agency in a bracket that may name others, too: "Le Monde avec AFP", "dpa/lsw". */
function agencyOf(credit: string): string | null {
  if (OF_A_PICTURE.test(credit)) return null;
  const whole = NAMES.get(credit.trim());
  if (whole !== undefined) return whole;
  const parts = partsOf(credit);
  const first = parts.find((part) => NAMES.has(part) && (parts.length === 1 || !AMBIGUOUS_NAMES.has(part)));
  return (first !== undefined && NAMES.get(first)) || onlyAgenciesOf(credit);
}

/** The first agency, where only agencies and a regional desk ("dpa/lsw") are named; else null. */
function onlyAgenciesOf(credit: string): string | null {
  const parts = partsOf(credit);
  const [first, ...others] = parts;
  if (first === undefined || !NAMES.has(first)) return null;
  return others.every((part) => NAMES.has(part) || /^[a-z]{2,4}$/.test(part)) ? (NAMES.get(first) ?? null) : null;
}
