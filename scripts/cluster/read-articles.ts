// Reads articles from a JSON Lines file, plain or gzipped, and says at which line something is wrong.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import * as z from 'zod/mini';
import type { IdentifyLanguage } from '../../engine/article/article-text.ts';
import { ArticleId, OutletId } from '../../engine/ids.ts';
import { LEAD_MAX, TITLE_MAX } from '../../engine/limits.ts';
import type { ClusterArticle } from '../../engine/ports.ts';
import { loadLanguageIdentifier } from '../../engine/text/identify-language.ts';
import { parseJsonLine } from '../setup/read-input.ts';
import { explainFile, unusable } from '../setup/unusable.ts';

const InputArticle = z.object({
  id: ArticleId,
  url: z.optional(z.string()),
  outlet: z.optional(z.string()),
  title: z.string(),
  lead: z.optional(z.string()),
  body: z.optional(z.string()),
  publishedAt: z.optional(z.nullable(z.string())),
  lang: z.optional(z.string()),
  credit: z.optional(z.nullable(z.string())),
});

/** The corpora cut bodies there; nothing further down changes a result. */
const BODY_MAX = 6000;

export async function* readArticles(file: string): AsyncGenerator<ClusterArticle> {
  const identifyLanguage = await loadLanguageIdentifier();
  let number = 0;
  for await (const line of readLines(file)) {
    number++;
    if (line.trim() !== '') yield parseLine({ line, place: `${file}, line ${number}`, identifyLanguage });
  }
}

async function* readLines(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const stream = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => stream.destroy(error));
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (cause) {
    throw explainFile(file, 'read', cause);
  }
}

type Line = { readonly line: string; readonly place: string; readonly identifyLanguage: IdentifyLanguage };

function parseLine({ line, place, identifyLanguage }: Line): ClusterArticle {
  const parsed = parseJsonLine(line, place, InputArticle);
  const { id, url, outlet, title, lead, body, publishedAt, lang, credit } = parsed;
  const at = publishedAt ? Date.parse(publishedAt) : null;
  if (Number.isNaN(at)) throw unusable(place, '"publishedAt" is no date');
  const declared = lang?.toLowerCase().match(/^[a-z]{2,3}/)?.[0];
  const isKnown = declared !== undefined && declared !== 'und';
  return {
    id,
    url: url ?? '',
    outletId: OutletId.parse(`host:${outlet || 'unknown'}`),
    title: title.slice(0, TITLE_MAX),
    lead: (lead ?? '').slice(0, LEAD_MAX),
    lang: isKnown ? declared : identifyLanguage(`${title} ${(lead || body || '').slice(0, 400)}`).lang,
    kind: 'report',
    publishedAt: at,
    firstSeenAt: at ?? 0,
    credit: credit ?? null,
    ...(body ? { body: body.slice(0, BODY_MAX) } : {}),
  };
}
