// Reads articles from a JSON Lines file, plain or gzipped, and reports the line of any error.
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import * as z from 'zod/mini';
import type { IdentifyLanguage } from '../../engine/article/article-text.ts';
import { ArticleId, OutletId, UNKNOWN_OUTLET } from '../../engine/ids.ts';
import { LEAD_MAX, TITLE_MAX } from '../../engine/limits.ts';
import type { ClusterArticle } from '../../engine/ports.ts';
import { loadLanguageIdentifier } from '../../engine/text/identify-language.ts';
import { parseJsonLine } from '../setup/read-input.ts';
import { explainFile, Unusable, unusable } from '../setup/unusable.ts';

const TEXT = z.catch(z.string(), '');

const InputArticle = z.object({
  id: ArticleId,
  url: TEXT,
  outlet: TEXT,
  title: z.catch(z.nullable(z.string()), null),
  lead: TEXT,
  body: TEXT,
  publishedAt: z.optional(z.unknown()),
  lang: TEXT,
  credit: z.catch(z.nullable(z.string()), null),
});

/** The corpora cut bodies at this length, in characters; later text does not change a result. */
const BODY_MAX = 6000;

/** In characters; no host name is longer. */
const OUTLET_MAX = 250;

/** Called for a line without an article, and for an article with an invalid headline or date. */
type Complain = (complaint: Unusable) => void;

const stopAtOnce: Complain = (complaint) => {
  throw complaint;
};

/** If `complain` does not throw, lines without an article are skipped, and invalid headlines and dates count as missing. */
export async function* readArticles(file: string, complain: Complain = stopAtOnce): AsyncGenerator<ClusterArticle> {
  const identifyLanguage = await loadLanguageIdentifier();
  let number = 0;
  for await (const line of readLines(file)) {
    number++;
    if (line.trim() === '') continue;
    const article = parseLine({ line, place: `${file}, line ${number}`, identifyLanguage, complain });
    if (article !== null) yield article;
  }
}

async function* readLines(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const stream = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => stream.destroy(error));
  const decoder = new TextDecoder();
  let begun = '';
  try {
    for await (const chunk of stream) {
      const lines = (begun + decoder.decode(chunk, { stream: true })).split('\n');
      begun = lines.pop() ?? '';
      yield* lines;
    }
  } catch (cause) {
    throw explainFile(cause, { file, access: 'read' });
  }
  yield begun + decoder.decode();
}

type Line = {
  readonly line: string;
  readonly place: string;
  readonly identifyLanguage: IdentifyLanguage;
  readonly complain: Complain;
};

function parseLine({ line, place, identifyLanguage, complain }: Line): ClusterArticle | null {
  const parsed = parseInput({ line, place, complain });
  if (parsed === null) return null;
  const { id, url, outlet, lead, body, lang, credit } = parsed;
  if (parsed.title === null) complain(unusable('"title" is missing or has the wrong type', { place }));
  const title = parsed.title ?? '';
  const at = readDate(parsed.publishedAt);
  if (at === 'none') complain(unusable('"publishedAt" is not a date', { place }));
  const publishedAt = at === 'none' ? null : at;
  const declared = lang.toLowerCase().match(/^[a-z]{2,3}/)?.[0];
  const isKnown = declared !== undefined && declared !== 'und';
  return {
    id,
    url,
    outletId: outlet === '' ? UNKNOWN_OUTLET : OutletId.parse(`host:${outlet.slice(0, OUTLET_MAX)}`),
    title: title.slice(0, TITLE_MAX),
    lead: lead.slice(0, LEAD_MAX),
    lang: isKnown ? declared : identifyLanguage(`${title} ${(lead || body).slice(0, 400)}`).lang,
    kind: 'report',
    publishedAt,
    firstSeenAt: publishedAt ?? 0,
    credit,
    ...(body === '' ? {} : { body: body.slice(0, BODY_MAX) }),
  };
}

function parseInput({ line, place, complain }: Omit<Line, 'identifyLanguage'>): z.infer<typeof InputArticle> | null {
  try {
    return parseJsonLine(line, { place, schema: InputArticle });
  } catch (cause) {
    if (!(cause instanceof Unusable)) throw cause;
    complain(cause);
    return null;
  }
}

/** Null if there is no date, `none` if it is invalid. */
function readDate(given: unknown): number | null | 'none' {
  if (given === undefined || given === null || given === '') return null;
  const at = typeof given === 'string' ? Date.parse(given) : Number.NaN;
  return Number.isNaN(at) ? 'none' : at;
}
