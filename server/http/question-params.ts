// Parses query strings: views of stories with their filters and cursors, and the parameters of a story's context.
import * as z from 'zod/mini';
import { STORIES_PAGE_MAX, StoriesView } from '../../engine/api.ts';
import { EpochMs, OutletId, StoryId } from '../../engine/ids.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import { CountryCode, Language } from '../../engine/schema.ts';
import { parseJson } from '../parse-json.ts';
import { foldWords } from '../store/fold-words.ts';

const PAGE_DEFAULT = 20;
const QUERY_MAX = 200;
export const OUTLETS_MIN_MAX = 10;
const LANGUAGES_MAX = 5;
/** Offsets of the world's time zones, which are multiples of a quarter of an hour. */
const OFFSET_MAX_MINUTES = 14 * 60;
const OFFSET_STEP_MINUTES = 15;

const wholeNumber = (least: number, most: number) =>
  z.pipe(
    z.string().check(
      z.regex(/^-?\d{1,6}$/),
      z.refine((text) => Number(text) >= least && Number(text) <= most),
    ),
    z.transform(Number),
  );

const Params = z.object({
  view: z._default(StoriesView, 'latest'),
  limit: z._default(wholeNumber(1, STORIES_PAGE_MAX), PAGE_DEFAULT),
  cursor: z.optional(z.string().check(z.maxLength(400))),
  outletsMin: z.optional(wholeNumber(1, OUTLETS_MIN_MAX)),
  outlet: z.optional(OutletId),
  q: z.optional(z.string().check(z.maxLength(QUERY_MAX))),
  country: z.optional(CountryCode),
  side: z.optional(z.enum(['left', 'right'])),
});

/** A position in one view's order: a cursor from another view is meaningless. */
const Cursor = z.object({
  v: StoriesView,
  r: z.int32(),
  u: EpochMs,
  i: StoryId.check(z.regex(/^[^\0]*$/)), // PostgreSQL accepts no zero character in text
  /** Start of the span that `top` counts, kept from the first page. */
  s: EpochMs,
});
type Cursor = z.infer<typeof Cursor>;

export type StoriesQuestion = Omit<z.infer<typeof Params>, 'cursor'> & { readonly cursor: Cursor | null };

export function parseStoriesQuestion(params: URLSearchParams): Result<StoriesQuestion, string> {
  const parsed = Params.safeParse(Object.fromEntries(params));
  if (!parsed.success) return err(`The value of "${parsed.error.issues[0]?.path.join('.')}" is invalid.`);
  const { cursor: written, ...question } = parsed.data;
  if (question.view === 'search' && !question.q?.trim())
    return err('The view "search" needs words to look for in "q".');
  if (question.q?.trim() && foldWords(question.q).length === 0) return err('There is no word to look for in "q".');
  if (question.view === 'local' && question.country === undefined) return err('The view "local" needs a "country".');
  const cursor = written === undefined ? null : readCursor(written);
  if (written !== undefined && cursor?.v !== question.view)
    return err('The value of "cursor" is not one of this view.');
  return ok({ ...question, cursor });
}

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function readCursor(text: string): Cursor | null {
  return Cursor.safeParse(parseJson(Buffer.from(text, 'base64url').toString())).data ?? null;
}

export type ContextQuestion = { readonly languages: readonly string[]; readonly utcOffsetMinutes: number };

const Context = z.object({
  /** The reader's languages, most preferred first, separated by commas. */
  languages: z._default(z.string().check(z.maxLength(60)), ''),
  utcOffset: z._default(wholeNumber(-OFFSET_MAX_MINUTES, OFFSET_MAX_MINUTES), 0),
});

export function parseContextQuestion(params: URLSearchParams): Result<ContextQuestion, string> {
  const parsed = Context.safeParse(Object.fromEntries(params));
  if (!parsed.success) return err(`The value of "${parsed.error.issues[0]?.path.join('.')}" is invalid.`);
  const named = parsed.data.languages === '' ? [] : parsed.data.languages.toLowerCase().split(',');
  const languages = z.array(Language).check(z.maxLength(LANGUAGES_MAX)).safeParse(named);
  if (!languages.success) return err('The value of "languages" is invalid; it should be like en,de,fr');
  const utcOffsetMinutes = Math.round(parsed.data.utcOffset / OFFSET_STEP_MINUTES) * OFFSET_STEP_MINUTES;
  return ok({ languages: languages.data, utcOffsetMinutes });
}
