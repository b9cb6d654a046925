// Decides when the article was published and modified: declarations in order of trust, then dates a reader can see.
import { FIGURE } from '../../engine/text/local-calendars.ts';
import { DAY_MS, findWrittenDate, parseDeclaredDate } from './date-text.ts';
import { findDayOfYear } from './day-of-year.ts';
import type { PageFacts } from './page-facts.ts';
import type { Thing } from './thing.ts';
import type { VisibleDates } from './visible-dates.ts';

const PUBLISHED_NAMES = (
  'article:published_time og:article:published_time datepublished date_published published_time parsely-pub-date ' +
  'sailthru.date article.published publish-date publish_date og:publish_date w-published-date published-date ' +
  'publication_date publicationdate pubdate dc.date.issued dcterms.issued article:published'
).split(' ');
/** On some sites these hold the last change, so a visible date goes before them. */
const WEAK_NAMES = 'date dc.date dc.date.created dcterms.date dcterms.created created last-published'.split(' ');
const MODIFIED_NAMES =
  'article:modified_time og:updated_time datemodified last-modified dcterms.modified dc.date.modified lastmod'.split(
    ' ',
  );

export type PageDates = { readonly publishedAt: number | null; readonly modifiedAt: number | null };

/** `look` is taken only where nothing is declared. */
export function decideDates(facts: PageFacts, thing: Thing | null, look: () => VisibleDates, now: number): PageDates {
  return {
    publishedAt: findDeclared(facts, thing, now) ?? findSeen(facts, thing, look(), now),
    modifiedAt: firstTime([thing?.dateModified ?? '', ...valuesOf(facts, MODIFIED_NAMES)], facts, now),
  };
}

function valuesOf({ meta }: PageFacts, names: readonly string[]): string[] {
  return names.map((name) => meta.get(name)?.[0] ?? '');
}

function firstTime(declared: readonly string[], { declaredLang }: PageFacts, now: number): number | null {
  for (const text of declared) {
    const time = text === '' ? null : parseDeclaredDate(text, now, declaredLang);
    if (time !== null) return time;
  }
  return null;
}

/** "Updated", in the languages of the date words. */
const UPDATED =
  /pdat|modif|a[ck]tuali[sz]|mise? à jour|aggiorna|atualiza|bijgewerkt|güncel|обнов|оновл|ενημερ|ажурир|更新|수정|تحديث|به‌روز|עודכן|अपडेट|แก้ไข|อัปเดต|last reviewed|reviewed on/i;

/** Their dates are their own: a site's beginning, the day that a picture or a recording in the article is of. */
const NOT_DATED = /^(?:website|product)$|image|video|audio|mediaobject/;
const RECORDING = /video|audio/;

function findDeclared(facts: PageFacts, thing: Thing | null, now: number): number | null {
  const others = facts.things.filter(({ isTop, types }) => isTop && !types.some((type) => NOT_DATED.test(type)));
  return firstTime(
    [
      thing?.datePublished ?? '',
      ...valuesOf(facts, PUBLISHED_NAMES),
      ...others.map(({ datePublished }) => datePublished),
    ],
    facts,
    now,
  );
}

function findSeen(facts: PageFacts, thing: Thing | null, dates: VisibleDates, now: number): number | null {
  const { shape, declaredLang, documentTitle } = facts;
  const byUrl = shape.date.length === 10 ? parseDeclaredDate(shape.date, now) : null;
  const below = findVisible(dates, declaredLang, now);
  const above = findInLines(dates.above, declaredLang, now);
  const visible = below ?? above;
  // The address has the day, the visible line perhaps the time of that day.
  if (byUrl !== null) return visible !== null && Math.abs(visible - byUrl) < 2 * DAY_MS ? visible : byUrl;
  const latest = latestBy(shape.date, now);
  const daysOf = (lines: readonly string[]) =>
    lines.map((line) => findDayOfYear(withoutUpdate(line), latest, declaredLang)).filter((time) => time !== null);
  const day = below ?? daysOf(dates.near)[0] ?? above ?? daysOf(dates.above).find((time) => time < now - DAY_MS);
  if (day !== undefined) return day;
  const recordings = facts.things.filter(({ isTop, types }) => isTop && types.some((type) => RECORDING.test(type)));
  const recorded = recordings.map(({ datePublished }) => datePublished);
  const weak = firstTime([thing?.dateCreated ?? '', ...valuesOf(facts, WEAK_NAMES), ...recorded], facts, now);
  if (weak !== null) return weak;
  // Better a late day than none: matching by content needs to know roughly when.
  return findWrittenDate(documentTitle, now, declaredLang) ?? listTimes(dates, declaredLang, now)[0] ?? null;
}

/** The address may have the month: "/2024/03/". */
function latestBy(month: string, now: number): number {
  const [year, number] = month.split('-').map(Number);
  return year && number ? Math.min(now, Date.UTC(year, number) - 1) : now;
}

/** Longer lines are sentences and captions that mention a day, unless they say what the day is. */
const DATE_LINE_MAX = 60;
const PUBLISHED =
  /publi|post|veröff|erstellt|stand:|datum|\bdate|written|pubbl|udgivet|julkaistu|yayın|опубл|δημοσ|公開|投稿|发布|發布|입력|نشر/i;

function findVisible({ times, lines }: VisibleDates, lang: string, now: number): number | null {
  for (const { date, line } of times.slice(0, 3)) {
    const isUpdate = UPDATED.test(line) && !/original/i.test(line);
    const time = isUpdate ? findWrittenDate(withoutUpdate(line), now, lang) : parseDeclaredDate(date, now, lang);
    if (time !== null) return time;
  }
  return findInLines(lines, lang, now);
}

function findInLines(lines: readonly string[], lang: string, now: number): number | null {
  for (const line of lines) {
    const text = withoutUpdate(line);
    if (text.length > DATE_LINE_MAX && !PUBLISHED.test(text)) continue;
    const time = findWrittenDate(text, now, lang);
    if (time !== null) return time;
  }
  return null;
}

/**
 * Of "Dec. 13, 2016 / Updated Dec. 14" what stands before the update, of "Updated Dec. 14 / Published Dec. 13" what stands
 * behind its day. "Update date: Dec. 14" has neither.
 */
function withoutUpdate(line: string): string {
  const updated = line.search(UPDATED);
  if (updated < 0) return line;
  const [before, after] = [line.slice(0, updated), line.slice(updated)];
  const published = after.search(PUBLISHED);
  const isBehind = published >= 0 && FIGURE.test(after.slice(0, published));
  return FIGURE.test(before) || !isBehind ? before : after.slice(published);
}

/** Different days among the dates to be seen at the headline: an article has one or two, a list has many. */
export function countDaysSeen(dates: VisibleDates, lang: string, now: number): number {
  return new Set(listTimes(dates, lang, now).map((time) => Math.floor(time / DAY_MS))).size;
}

function listTimes({ times, lines, above }: VisibleDates, lang: string, now: number): number[] {
  return [
    ...times.map(({ date }) => parseDeclaredDate(date, now, lang)),
    ...[...lines, ...above].map((line) => findWrittenDate(line, now, lang)),
  ].filter((time) => time !== null);
}
