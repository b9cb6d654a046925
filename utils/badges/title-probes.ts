// Makes probes for matching from link texts: what a page says about an article that it links to.
import type { IdentifyLanguage } from '../../engine/article/article-text.ts';
import { toProbe } from '../../engine/article/from-page.ts';
import type { EpochMs } from '../../engine/ids.ts';
import type { OutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import { resolveOutletId } from '../../engine/outlet/resolve-outlet-id.ts';
import type { ArticleProbe } from '../../engine/ports.ts';
import type { AskedLink } from './badge-schema.ts';

export type TitleProbeParts = {
  readonly directory: OutletDirectory;
  readonly identifyLanguage: IdentifyLanguage;
  readonly now: EpochMs;
};

export function toTitleProbes(links: readonly AskedLink[], { directory, ...parts }: TitleProbeParts): ArticleProbe[] {
  return links.flatMap(({ url, text }) => {
    const outletId = resolveOutletId(directory, url);
    if (outletId === null || text === '') return [];
    // The outlet's language, if it has only one: a headline alone is often too short to identify it.
    const [lang = '', another] = directory.get(outletId)?.languages ?? [];
    const article = { ...BARE, url, title: text, lang: another === undefined ? lang : '' };
    return [toProbe({ article, outletId, ...parts })];
  });
}

/** Fields that a link does not provide. */
const BARE = {
  lead: '',
  author: null,
  siteName: null,
  kind: 'report',
  publishedAt: null,
  credit: null,
} as const;
