// Reads an article from one line of GDELT's article list: {"date", "url", "title", "desc", "lang", "outletName", …}.
import * as z from 'zod/mini';
import type { IdentifyLanguage } from '../../../engine/article/article-text.ts';
import { toArticle } from '../../../engine/article/from-feed-item.ts';
import { toItemUrl, toLang, toSummary, toTitle } from '../../../engine/feed/item-fields.ts';
import { parseDate } from '../../../engine/feed/parse-date.ts';
import type { OutletDirectory } from '../../../engine/outlet/outlet-directory.ts';
import { resolveOutletId } from '../../../engine/outlet/resolve-outlet-id.ts';
import type { Article } from '../../../engine/schema.ts';
import { parseJson } from '../../parse-json.ts';

/** A field that is not text counts as missing; other fields of the line are ignored. */
const text = z.catch(z.string(), '');
const ArticleLine = z.object({
  url: z.string(),
  title: z.string(),
  date: text,
  desc: text,
  lang: text,
  outletName: text,
  author: text,
});

export type LineReading = {
  readonly directory: OutletDirectory;
  readonly identifyLanguage: IdentifyLanguage;
  readonly now: number;
};

/** Null for a bad line: no JSON, no title, no address, or an address that is not an article's. */
export function readArticleLine(line: string, { directory, identifyLanguage, now }: LineReading): Article | null {
  const parsed = ArticleLine.safeParse(parseJson(line));
  if (!parsed.success) return null;
  const { title, date, desc, lang, outletName, author } = parsed.data;
  const url = toItemUrl(parsed.data.url, parsed.data.url);
  const outletId = url === null ? null : resolveOutletId(directory, url);
  if (url === null || outletId === null) return null;
  const declared = toLang(lang);
  return toArticle({
    item: {
      url,
      title: toTitle(title, 'html'),
      summary: toSummary(desc, 'html'),
      publishedAt: parseDate(date, declared),
      updatedAt: null,
      lang: declared,
      author: author === '' ? null : author.slice(0, 200),
      categories: [],
    },
    feed: { title: outletName.slice(0, 200), lang: null, homepage: null },
    outletId,
    feedLang: null,
    now,
    identifyLanguage,
  });
}
