// Decides when the article was published and modified: from declarations in order of trust, then from visible dates.
import { FIGURE } from '../../engine/text/local-calendars.ts';
import { DAY_MS, type DateContext, findWrittenDate, parseDeclaredDate } from './date-text.ts';
import { findDayOfYear } from './day-of-year.ts';
import type { PageEvidence, PageFacts } from './page-facts.ts';
import type { VisibleDates } from './visible-dates.ts';

const PUBLISHED_NAMES = (
  'article:published_time og:article:published_time datepublished date_published published_time parsely-pub-date ' +
  'sailthru.date article.published publish-date publish_date og:publish_date w-published-date published-date ' +
  'publication_date publicationdate pubdate dc.date.issued dcterms.issued article:published'
).split(' ');
/** On some sites these hold the last change, so visible dates are preferred. */
const WEAK_NAMES = 'date dc.date dc.date.created dcterms.date dcterms.created created last-published'.split(' ');
const MODIFIED_NAMES =
  'article:modified_time og:updated_time datemodified last-modified dcterms.modified dc.date.modified lastmod'.split(
    ' ',
  );

export type PageDates = { readonly publishedAt: number | null; readonly modifiedAt: number | null };

type DateSources = {
  /** Called only if no date of publication is declared. */
  readonly look: () => VisibleDates;
  /** In epoch milliseconds, as the result. */
  readonly now: number;
};

export function decideDates(page: PageEvidence, { look, now }: DateSources): PageDates {
  const context = { now, lang: page.declaredLang };
  return {
    publishedAt: findDeclared(page, context) ?? findSeen(page, { dates: look(), context }),
    modifiedAt: firstTime([page.main?.dateModified ?? '', ...valuesOf(page, MODIFIED_NAMES)], context),
  };
}

function valuesOf({ meta }: PageFacts, names: readonly string[]): string[] {
  return names.map((name) => meta.get(name)?.[0] ?? '');
}

function firstTime(declared: readonly string[], context: DateContext): number | null {
  for (const text of declared) {
    const time = text === '' ? null : parseDeclaredDate(text, context);
    if (time !== null) return time;
  }
  return null;
}

/** "Updated", in the languages of the date words. */
const UPDATED =
  /pdat|mod[iy]f|a[ck]?tualit?[sz]|mise? à jour|aggiorna|bijgew|gewijz|letzte änd|geänd|güncel|ažurir|posodob|päivit|frissít|módos|uuend|atnauj|atjaun|uppfær|përdit|cập nh|diperba|dikemas|обнов|оновл|абноў|ажурир|туализ|ενημ[εέ]ρ|განახ|թարմաց|更新|수정|업데|تحديث|به‌روز|روز.?رسان|اپ.?ڈیٹ|עו?דכו?ן|अपड|আপড|แก้ไข|อั[ปพ]เด|last rev|reviewed on/i;

/** Types whose date is not the article's: when the site was founded, when a picture or recording was made. */
const NOT_DATED = /^(?:website|product)$|image|video|audio|mediaobject/;
const RECORDING = /video|audio/;

function findDeclared(page: PageEvidence, context: DateContext): number | null {
  const others = page.things.filter(({ isTop, types }) => isTop && !types.some((type) => NOT_DATED.test(type)));
  const declared = others.map(({ datePublished }) => datePublished);
  return firstTime([page.main?.datePublished ?? '', ...valuesOf(page, PUBLISHED_NAMES), ...declared], context);
}

type Seen = { readonly dates: VisibleDates; readonly context: Required<DateContext> };

function findSeen(page: PageEvidence, { dates, context }: Seen): number | null {
  const { shape, main, things, documentTitle } = page;
  const { now, lang } = context;
  const byUrl = shape.date.length === 10 ? parseDeclaredDate(shape.date, context) : null;
  const below = findVisible(dates, context);
  const above = findInLines(dates.above, context);
  const visible = below ?? above;
  // A visible date within two days of the address's is preferred, because it may have the time as well.
  if (byUrl !== null) return visible !== null && Math.abs(visible - byUrl) < 2 * DAY_MS ? visible : byUrl;
  const latest = latestBy(shape.date, now);
  const daysOf = (lines: readonly string[]) =>
    lines.map((line) => findDayOfYear(withoutUpdate(line), { latest, lang })).filter((time) => time !== null);
  const day = below ?? daysOf(dates.near)[0] ?? above ?? daysOf(dates.above).find((time) => time < now - DAY_MS);
  if (day !== undefined) return day;
  const recordings = things.filter(({ isTop, types }) => isTop && types.some((type) => RECORDING.test(type)));
  const recorded = recordings.map(({ datePublished }) => datePublished);
  const weak = firstTime([main?.dateCreated ?? '', ...valuesOf(page, WEAK_NAMES), ...recorded], context);
  if (weak !== null) return weak;
  // A date of a change is better than none: matching by content needs a rough time.
  return findWrittenDate(documentTitle, context) ?? listTimes(dates, context)[0] ?? null;
}

/** The last moment of the month in the address ("/2024/03/"), or now if that is earlier or there is no month. */
function latestBy(month: string, now: number): number {
  const [year, number] = month.split('-').map(Number);
  return year && number ? Math.min(now, Date.UTC(year, number) - 1) : now;
}

/**
 * In characters. Longer lines are sentences or captions that mention a day, unless they contain a word like
 * "published".
 */
const DATE_LINE_MAX = 60;
const PUBLISHED =
  /pubb?li|post|veröff|erstellt|stand:|datum|\bdate|written|udgiv|julkai|yay[ıi][nm]|objav|zve[rř]e|megjel|közzé|avalda|paskelb|birt|đăng|terbit|публ|објав|δημοσ|გამოქ|հրապ|公開|投稿|[发發]布|입력|등록|نشر|نتش|شائع|פורסם|प्रकाश|প্রকাশ|เผยแพ/i;

function findVisible({ times, lines }: VisibleDates, context: DateContext): number | null {
  for (const { date, line } of times.slice(0, 3)) {
    const isUpdate = UPDATED.test(line) && !/original/i.test(line);
    const time = isUpdate ? findWrittenDate(withoutUpdate(line), context) : parseDeclaredDate(date, context);
    if (time !== null) return time;
  }
  return findInLines(lines, context);
}

function findInLines(lines: readonly string[], context: DateContext): number | null {
  for (const line of lines) {
    const text = withoutUpdate(line);
    if (text.length > DATE_LINE_MAX && !PUBLISHED.test(text)) continue;
    const time = findWrittenDate(text, context);
    if (time !== null) return time;
  }
  return null;
}

/**
 * Removes the date of an update from a line. "Dec. 13, 2016 / Updated Dec. 14" keeps its first date, "Updated Dec. 14 /
 * Published Dec. 13" its second, and "Update date: Dec. 14" none.
 */
function withoutUpdate(line: string): string {
  const updated = line.search(UPDATED);
  if (updated < 0) return line;
  const [before, after] = [line.slice(0, updated), line.slice(updated)];
  const published = after.search(PUBLISHED);
  const isBehind = published >= 0 && FIGURE.test(after.slice(0, published));
  return FIGURE.test(before) || !isBehind ? before : after.slice(published);
}

/** The number of different days shown near the headline: an article shows one or two, a list many. */
export function countDaysSeen(dates: VisibleDates, context: DateContext): number {
  return new Set(listTimes(dates, context).map((time) => Math.floor(time / DAY_MS))).size;
}

function listTimes({ times, lines, above }: VisibleDates, context: DateContext): number[] {
  return [
    ...times.map(({ date }) => parseDeclaredDate(date, context)),
    ...[...lines, ...above].map((line) => findWrittenDate(line, context)),
  ].filter((time) => time !== null);
}
