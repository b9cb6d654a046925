// Names the kind of a page. The weighed evidence decides whether it is an article; what other kind it is comes from its
// address, declarations and marks.

import { guessKind } from '../../engine/article/guess-kind.ts';
import type { ArticleKind } from '../../engine/schema.ts';
import { readLabelAbove, toLabel } from './kickers.ts';
import { metaOf, SECTION_NAMES } from './meta.ts';
import type { PageEvidence, PageFacts } from './page-facts.ts';
import type { PageMarks } from './page-marks.ts';
import type { PageKind } from './page-report.ts';
import { comparable } from './plain-text.ts';
import type { Weighing } from './scale.ts';
import type { Heading } from './structure.ts';
import { isTrail } from './thing.ts';
import { titlesAmong } from './titles-among.ts';

export type OtherKind = Exclude<PageKind, ArticleKind>;

export function isOneArticle({ score }: Weighing): boolean {
  return score > 0;
}

/** `marks` is null if they were not looked for. */
export function nameOtherKind({ shape, structure, things }: PageFacts, marks: PageMarks | null): OtherKind {
  const hint = shape.hint?.kind;
  const declares = (type: string) => things.some(({ isTop, types }) => isTop && types.includes(type));
  if (shape.isRoot) return 'front';
  if (hint === 'search' || declares('searchresultspage')) return 'search';
  if (hint === 'forum' || declares('discussionforumposting') || declares('qapage') || marks?.hasPosts) return 'forum';
  if (hint === 'product' || declares('product') || marks?.hasCart) return 'product';
  if (hint === 'docs' || marks?.hasManual) return 'docs';
  if (hint === 'stub' || marks?.hasPassword) return 'stub';
  if (ERROR_TITLE.test(structure.headings[0]?.text ?? '')) return 'error';
  if (hint === 'section' || structure.linkedHeadings > 8 || structure.headlineLinks > 20) return 'section';
  return 'other';
}

const ERROR_TITLE =
  /^(?:error\s*)?(?:40[34]|410|50[0234])\b|page (?:was )?not found|seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada|pagina non trovata|access denied/i;

export function nameArticleKind(page: PageEvidence, ownTitle: string): ArticleKind {
  const { meta, things, main, url, structure, documentTitle } = page;
  const described = things.filter(({ isTop, headline }) => isTop && headline !== '' && headline === main?.headline);
  const types = [main ?? [], described].flat().flatMap((one) => one.types);
  if (types.includes('advertisercontentarticle')) return 'press-release';
  if (types.includes('liveblogposting')) return 'live';
  if (types.some((type) => OPINION_TYPE.test(type))) return 'opinion';
  if (structure.body.slice(-FOOT_PARAGRAPHS).some(({ text }) => PRESS_FOOT.test(text))) return 'press-release';
  const shown = titlesAmong(structure.headings);
  // If there are several, the others belong to articles appended to this one.
  const own = shown.length > 1 ? shown.filter(({ text }) => comparable(text).includes(comparable(ownTitle))) : shown;
  const filed = SECTION_NAMES.flatMap((name) => meta.get(name) ?? []);
  const kickers = own.map(({ kicker }) => toLabel(kicker));
  const trails = things.filter(isTrail).flatMap(({ labels }) => labels);
  const categories = [...(main?.labels ?? []), ...filed, ...trails, ...kickers];
  const titles = [main?.headline ?? '', documentTitle, metaOf(meta, 'og:title'), ...own.map(({ text }) => text)];
  const guesses = titles.map((title) => guessKind({ url: url.href, title, categories }));
  const guess = guesses.find((kind) => kind !== 'report') ?? 'report';
  // A report with a video above it is often filed under videos.
  if (guess === 'media') return structure.bodyWeight < MEDIA_TEXT_MAX ? 'media' : 'report';
  if (guess !== 'report') return guess;
  return own.map(guessByLabel).find((kind) => LABELLED.has(kind)) ?? (isVideo(page) ? 'media' : guess);
}

/** Kinds for which a label above the headline is trusted. "Live" and "Video" may be entries of a menu. */
const LABELLED = new Set<ArticleKind>(['opinion', 'press-release']);

function guessByLabel({ element }: Heading): ArticleKind {
  return guessKind({ url: '', title: '', categories: [readLabelAbove(element)] });
}

const OPINION_TYPE = /^(?:opinion|analysis|review)news|^satirical/;

/** Last paragraphs of press releases, as distributors and the outlets that print them write them. */
const PRESS_FOOT = /^(?:original-content von|pressekontakt|press contact|media contact|view original content)\b/i;
const FOOT_PARAGRAPHS = 3;

/** In Latin-like characters: a page with more text is a report, since its text can be read without the recording. */
const MEDIA_TEXT_MAX = 1_500;

function isVideo({ meta, structure }: PageFacts): boolean {
  return /^(?:video|music|audio)/.test(metaOf(meta, 'og:type')) && structure.bodyWeight < MEDIA_TEXT_MAX;
}
