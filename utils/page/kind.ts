// Decides what kind of page this is, by adding up weighed evidence; each weight is a log-odds of "one article" and has a reason.
import type { ArticleKind } from '../../engine/schema.ts';
import { metaOf } from './meta.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageKind } from './page-report.ts';
import type { Thing } from './thing.ts';

export type KindVerdict = { readonly kind: PageKind; readonly score: number; readonly reasons: readonly string[] };

export function isArticleKind(kind: PageKind): kind is ArticleKind {
  return kind === 'report' || kind === 'opinion' || kind === 'live' || kind === 'media' || kind === 'press-release';
}

export function decideKind(facts: PageFacts, thing: Thing | null): KindVerdict {
  const { shape, structure, meta, marks, things } = facts;
  const reasons: string[] = [];
  let score = -2.5;
  const say = (applies: boolean, weight: number, reason: string) => {
    if (!applies) return;
    score += weight;
    reasons.push(`${weight > 0 ? '+' : ''}${weight} ${reason}`);
  };
  const ogType = metaOf(meta, 'og:type').toLowerCase();
  const types = new Set(things.filter(({ isTop }) => isTop).flatMap((entry) => entry.types));
  const hasType = (...names: string[]) => names.some((name) => types.has(name));
  const { bodyWeight, teasers, linkedHeadings, headlineLinks } = structure;
  const paragraphs = structure.body.length;

  say(thing !== null, 2, 'declares an article');
  say(thing !== null && thing.datePublished !== '', 1, 'the article has a date');
  say(/article|blog|story|news/.test(ogType), 1.5, 'og:type article');
  say(meta.has('article:published_time'), 1, 'published time');
  say(/product/.test(ogType) || hasType('product', 'offer', 'productgroup'), -2.5, 'product');
  say(/website/.test(ogType), -0.5, 'og:type website');
  say(hasType('collectionpage', 'itemlist', 'searchresultspage', 'offercatalog') && thing === null, -1.5, 'a list');
  say(hasType('discussionforumposting', 'qapage', 'question'), -3, 'a discussion');
  say(bodyWeight > 800, 1, 'running text');
  say(bodyWeight > 2000, 1, 'much running text');
  say(bodyWeight < 300, -1.5, 'hardly any running text');
  say(paragraphs >= 5, 0.5, 'paragraphs');
  say(teasers > 6 && teasers > paragraphs, -1.5, 'mostly teasers');
  say(linkedHeadings > 15 && linkedHeadings > paragraphs, -1, 'many linked headlines');
  say(headlineLinks > 40 && headlineLinks > paragraphs * 3, -1, 'many headline links');
  say(shape.isRoot, -5, 'front page address');
  say(shape.hint === 'section', -2, 'section address');
  say(shape.hint === 'search', -3, 'search address');
  say(shape.hint === 'product', -2, 'product address');
  say(shape.hint === 'forum', -4, 'forum address');
  say(shape.hint === 'docs', -2.5, 'manual address');
  say(shape.hint === 'stub' || shape.hint === 'legal', -2, 'service address');
  say(shape.date !== '', 1.5, 'date in the address');
  say(shape.slugWords >= 4, 1.5, 'headline in the address');
  say(shape.hasNumber, 0.5, 'number in the address');
  say(shape.isFolder, -1.5, 'folder address');
  say(marks.hasByline, 1, 'byline');
  say(marks.hasPosts, -2.5, 'posts of a board');
  say(marks.hasManual, -2, 'a manual');
  say(marks.hasCart, -1.5, 'shop buttons');
  say(marks.hasPassword, -1, 'login');

  if (score > 0) return { kind: articleKind(facts, thing), score, reasons };
  return { kind: otherKind(facts, types), score, reasons };
}

function otherKind({ shape, marks, structure }: PageFacts, types: ReadonlySet<string>): PageKind {
  if (shape.isRoot) return 'front';
  if (shape.hint === 'search' || types.has('searchresultspage')) return 'search';
  if (shape.hint === 'forum' || marks.hasPosts) return 'forum';
  if (types.has('product') || marks.hasCart || shape.hint === 'product') return 'product';
  if (shape.hint === 'docs' || marks.hasManual) return 'docs';
  if (marks.hasPassword || shape.hint === 'stub') return 'stub';
  if (shape.hint === 'section' || structure.linkedHeadings > 8 || structure.headlineLinks > 20) return 'section';
  return 'other';
}

const OPINION =
  /(?:^|[\s/|>-])(?:opinions?|op-?ed|editorials?|commentary|commentisfree|columns?|columnists?|meinung|kommentar(?:e)?|kolumnen?|leitartikel|gastbeitrag|tribunes?|chroniques?|editoriales?|opinión|columna|opinioni|editoriale|commento|opinie|columna|opinia|opinie|ledare|debatt|мнения?|opiniao|opinião|analys[ei]s|analyse|análisis|analisi)(?:$|[\s/|<-])/i;

function articleKind({ shape, meta, url, structure }: PageFacts, thing: Thing | null): ArticleKind {
  const types = thing?.types ?? [];
  if (types.includes('liveblogposting') || shape.hint === 'live') return 'live';
  if (types.includes('opinionnewsarticle') || types.includes('analysisnewsarticle')) return 'opinion';
  const section = `${thing?.section ?? ''} | ${metaOf(meta, 'article:section', 'parsely-section', 'section')}`;
  if (OPINION.test(section) || OPINION.test(url.pathname.toLowerCase())) return 'opinion';
  if (/press-?release|pressemitteilung|communique-de-presse|comunicado/i.test(url.pathname)) return 'press-release';
  if ((shape.hint === 'media' || /video/.test(metaOf(meta, 'og:type'))) && structure.bodyWeight < 1_200) return 'media';
  return 'report';
}
