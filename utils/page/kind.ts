// Decides what kind of page this is, by adding up weighed evidence; each weight is a log-odds of "one article" and has a reason.
import { guessKind } from '../../engine/article/guess-kind.ts';
import type { ArticleKind } from '../../engine/schema.ts';
import { metaOf } from './meta.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageKind } from './page-report.ts';
import type { Thing } from './thing.ts';

const MANUAL_GENERATOR =
  /bookdown|docusaurus|mkdocs|sphinx|gitbook|mdbook|vuepress|vitepress|docfx|asciidoctor|doxygen|javadoc|dokuwiki|mediawiki/;

const SERVICE_SLUG =
  /[-/](?:services?|solutions?|packages?|pricing|products?|software|platform|consulting|agency)\/?$/i;

/** Notices that every site has, by their usual names. */
const LEGAL_TITLE =
  /^(?:impressum|imprint|datenschutz\S*|privacy(?: policy| notice| statement)?|cookie\S*(?: policy)?|terms (?:of|and|&)[\w &]+|terms|agb|nutzungsbedingungen|allgemeine geschäftsbedingungen|mentions légales|politique de confidentialité|aviso legal|política de privacidad|note legali|informativa sulla privacy|colofon|polityka prywatności|legal notice|disclaimer|about(?: us)?|über uns|contact(?: us)?|kontakt)(?=$|\s*[|–—:-]|\s(?:der|von|of|for|bei|auf)\s)/i;

function isLegalTitle({ documentTitle, structure }: PageFacts): boolean {
  return (
    LEGAL_TITLE.test(documentTitle) &&
    (structure.headings.length === 0 || structure.headings.some(({ text }) => LEGAL_TITLE.test(text)))
  );
}

export type KindVerdict = { readonly kind: PageKind; readonly score: number; readonly reasons: readonly string[] };

export function isArticleKind(kind: PageKind): kind is ArticleKind {
  return kind === 'report' || kind === 'opinion' || kind === 'live' || kind === 'media' || kind === 'press-release';
}

export function decideKind(facts: PageFacts, thing: Thing | null): KindVerdict {
  const { shape, structure, meta, marks, things, dates } = facts;
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
  const { body, bodyWeight, otherWeight, teasers, linkedHeadings, headlineLinks, headings } = structure;
  const paragraphs = body.length;
  const { hint } = shape;
  const announcements = Math.max(linkedHeadings, teasers, headlineLinks / 2);

  // What the page declares.
  say(thing !== null, 2, 'declares an article');
  say(thing !== null && thing.datePublished !== '', 1, 'the article has a date');
  say(/article|blog|story|news/.test(ogType), 1.5, 'og:type article');
  say(meta.has('article:published_time'), 0.5, 'published time');
  say(/product/.test(ogType) || hasType('product', 'productgroup', 'offer', 'car'), -2.5, 'declares a product');
  say(/website/.test(ogType), -0.5, 'og:type website');
  say(
    hasType('collectionpage', 'itemlist', 'searchresultspage', 'offercatalog') && thing === null,
    -1.5,
    'declares a list',
  );
  say(hasType('discussionforumposting', 'qapage'), -4, 'declares a discussion');
  say(
    hasType('softwareapplication', 'webapplication', 'service', 'localbusiness', 'softwaresourcecode') &&
      thing === null,
    -1,
    'declares a service',
  );

  // How its text is built.
  say(bodyWeight > 400, 0.5, 'running text');
  say(bodyWeight > 1_200, 1, 'much running text');
  say(bodyWeight > 3_000, 1, 'very much running text');
  say(bodyWeight < 250, -1.5, 'hardly any running text');
  say(paragraphs >= 5 && bodyWeight / paragraphs > 120, 0.5, 'real paragraphs');
  say(bodyWeight > 600 && otherWeight < bodyWeight / 5, 0.5, 'text in one place');
  say(otherWeight > bodyWeight * 1.5, -1, 'text in many places');
  const textPerLink = bodyWeight / (structure.links + 1);
  say(bodyWeight > 400 && textPerLink > 60, 1, 'far more text than links');
  say(bodyWeight > 400 && textPerLink > 120, 0.5, 'hardly any links');
  say(textPerLink < 15, -0.5, 'many links for its text');
  say(textPerLink < 5, -0.5, 'links, not text');
  say(bodyWeight > 400 && structure.links < 8 && marks.articles > 0, 0.5, 'nothing but an article element');
  say(marks.articles === 1, 0.5, 'one article element');
  say(headings.length === 1, 0.5, 'one heading');
  say(headings.length > 5, -1, 'many main headings');
  say(dates.timeCount > 0 && dates.timeCount <= 4, 0.5, 'a time');
  say(marks.hasByline, 0.5, 'byline');
  const isNamed = shape.slugWords >= 4 || shape.date !== '';
  say(announcements > 6 && announcements > paragraphs, isNamed ? -1 : -1.5, 'more announcements than text');
  say(announcements > 20 && announcements > paragraphs * 2, isNamed ? -0.5 : -1, 'mostly announcements');
  say(marks.articles > 8 && marks.articles > paragraphs / 2, -0.5, 'many articles');

  // What its address says.
  say(shape.isRoot, -5, 'front page address');
  say(shape.date !== '', 1.5, 'date in the address');
  say(shape.slugWords >= 4, 1, 'headline in the address');
  say(shape.slugWords >= 6, 0.5, 'long headline in the address');
  say(shape.hasNumber, 0.5, 'number in the address');
  say(shape.isFolder && (announcements > paragraphs || bodyWeight < 1_200), -1.5, 'folder address');
  if (hint !== null) {
    const { kind, isOwn } = hint;
    // A headline as the page's own name outweighs the folder that it lies in.
    const share = isOwn ? 1 : shape.ownWords >= 4 ? 0.4 : 0.8;
    say(kind === 'article', 1, 'article address');
    say(kind === 'section', -2.5 * share, 'section address');
    say(kind === 'search', -3, 'search address');
    say(kind === 'product', -2 * share, 'product address');
    say(kind === 'forum', isOwn || shape.ownWords < 4 ? -4 : -3, 'forum address');
    say(kind === 'stub', -3 * share, 'account address');
    say(kind === 'legal', isOwn ? -6 : -2.5 * share, 'service address');
  }

  // Marks of other kinds.
  say(marks.hasPosts, -2.5, 'posts of a board');
  const isManual = marks.hasManual || hint?.kind === 'docs' || MANUAL_GENERATOR.test(marks.generator);
  say(isManual, -4.5, 'a manual');
  say(types.has('techarticle') && hint?.kind === 'docs', -1, 'a technical article in a manual');
  say(marks.hasCart, -2, 'shop buttons');
  say(marks.prices >= 8 && thing === null, -1, 'many prices');
  say(structure.salesCalls >= 2 && thing === null, -1, 'calls to buy');
  say(isLegalTitle(facts), -5, 'a legal notice');
  say(SERVICE_SLUG.test(facts.url.pathname) && thing === null, -3, 'a service in the address');
  const hasSign =
    meta.has('article:published_time') ||
    thing !== null ||
    /article/.test(ogType) ||
    shape.date !== '' ||
    isNamed ||
    hint?.kind === 'article';
  say(!hasSign && dates.timeCount === 0, -1, 'no sign of an article but text');
  say(!hasSign && shape.isFolder, textPerLink < 60 ? -1 : -0.5, 'no sign of an article in a folder');
  say(!hasSign && bodyWeight > 3_000 && bodyWeight / paragraphs > 300, 0.5, 'long paragraphs');
  say(marks.hasPassword, -1, 'login');

  if (score >= 0) return { kind: articleKind(facts, thing), score, reasons };
  return { kind: otherKind(facts, types), score, reasons };
}

function otherKind({ shape, marks, structure }: PageFacts, types: ReadonlySet<string>): PageKind {
  const hint = shape.hint?.kind;
  if (shape.isRoot) return 'front';
  if (hint === 'search' || types.has('searchresultspage')) return 'search';
  if (hint === 'forum' || marks.hasPosts) return 'forum';
  if (types.has('product') || marks.hasCart || hint === 'product') return 'product';
  if (hint === 'docs' || marks.hasManual) return 'docs';
  if (marks.hasPassword || hint === 'stub') return 'stub';
  if (hint === 'section' || structure.linkedHeadings > 8 || structure.headlineLinks > 20) return 'section';
  return 'other';
}

function articleKind(facts: PageFacts, thing: Thing | null): ArticleKind {
  const { meta, url, structure, documentTitle } = facts;
  const types = thing?.types ?? [];
  if (types.includes('liveblogposting')) return 'live';
  if (types.includes('opinionnewsarticle') || types.includes('analysisnewsarticle')) return 'opinion';
  const categories = [thing?.section ?? '', metaOf(meta, 'article:section', 'parsely-section', 'section')];
  const guess = guessKind({ url: url.href, title: thing?.headline || documentTitle, categories });
  // A report with a video above it often stands in the folder of videos.
  if (guess === 'media') return structure.bodyWeight < MEDIA_TEXT_MAX ? 'media' : 'report';
  return guess === 'report' && isVideo(facts) ? 'media' : guess;
}

/** Longer texts can be read without the recording. */
const MEDIA_TEXT_MAX = 1_500;

function isVideo({ meta, structure }: PageFacts): boolean {
  return /^(?:video|music|audio)/.test(metaOf(meta, 'og:type')) && structure.bodyWeight < MEDIA_TEXT_MAX;
}
