// Weighs the evidence for and against a page being one article: log-odds by hand, each with its reason, so that a verdict can be explained.
//
// Declarations are evidence, not truth: a front page that claims og:type=article still has a front page's address and
// text. No single weight decides against several others; the sum over zero is an article. The weights were set on the
// tuning half of the pages of docs/reading.md, in steps of a half; moving one by a half changes a few pages in a thousand.
import { metaOf } from './meta.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageMarks } from './page-marks.ts';
import { textWeight } from './plain-text.ts';
import type { Thing } from './thing.ts';

export type Weighing = { readonly score: number; readonly reasons: readonly string[] };

/** Most pages are no articles. */
const PRIOR = -3;

type Scale = { say(applies: boolean, weight: number, reason: string): void; total(): Weighing };

function createScale(start: Weighing): Scale {
  const reasons = [...start.reasons];
  let score = start.score;
  return {
    say(applies, weight, reason) {
      if (!applies) return;
      score += weight;
      reasons.push(`${weight > 0 ? '+' : ''}${weight} ${reason}`);
    },
    total: () => ({ score, reasons }),
  };
}

/** Everything but the marks of other kinds, which are costly to look for. */
export function weighPage(facts: PageFacts, thing: Thing | null): Weighing {
  const scale = createScale({ score: PRIOR, reasons: [] });
  weighDeclarations(scale, facts, thing);
  weighText(scale, facts);
  weighAddress(scale, facts);
  weighHeadline(scale, facts);
  weighSigns(scale, facts, thing);
  return scale.total();
}

function weighDeclarations(scale: Scale, { meta, things }: PageFacts, thing: Thing | null): void {
  const ogType = metaOf(meta, 'og:type').toLowerCase();
  const types = new Set(things.filter(({ isTop }) => isTop).flatMap((entry) => entry.types));
  const hasType = (...names: string[]) => names.some((name) => types.has(name));
  scale.say(thing !== null, 2, 'declares an article');
  scale.say(thing !== null && thing.datePublished !== '', 1, 'the article has a date');
  scale.say(/article|blog|story|news/.test(ogType), 1.5, 'og:type article');
  const isPublished = meta.has('article:published_time');
  scale.say(isPublished, 1, 'published time');
  // WordPress calls its standing pages articles too, and gives a time of publication to posts alone.
  const isStandingPage = !isPublished && thing === null && meta.has('article:modified_time');
  scale.say(isStandingPage, -2, 'modified, never published');
  scale.say(/product/.test(ogType) || hasType('product', 'productgroup', 'offer', 'car'), -2.5, 'declares a product');
  const products = things.filter(({ types }) => types.includes('product')).length;
  scale.say(products >= 3 && thing === null, -1.5, 'many products');
  scale.say(/website/.test(ogType), -0.5, 'og:type website');
  scale.say(
    hasType('collectionpage', 'itemlist', 'searchresultspage', 'offercatalog') && thing === null,
    -1.5,
    'declares a list',
  );
  scale.say(hasType('discussionforumposting', 'qapage'), -4, 'declares a discussion');
  scale.say(
    hasType('softwareapplication', 'webapplication', 'service', 'localbusiness', 'softwaresourcecode') &&
      thing === null,
    -1,
    'declares a service',
  );
}

function weighText(scale: Scale, facts: PageFacts): void {
  const { structure, timeCount, articles } = facts;
  const { body, bodyWeight, otherWeight, headings, links } = structure;
  // Texts parted by line breaks are one block; what they say weighs as much.
  const paragraphs = Math.max(body.length, Math.round(bodyWeight / PARAGRAPH_WEIGHT));
  const announcements = countAnnouncements(facts);
  scale.say(bodyWeight > 400, 0.5, 'running text');
  scale.say(bodyWeight > 1_200, 1, 'much running text');
  scale.say(bodyWeight > 3_000, 1, 'very much running text');
  scale.say(bodyWeight < 250, -1.5, 'hardly any running text');
  scale.say(paragraphs >= 5 && bodyWeight / paragraphs > 120, 0.5, 'real paragraphs');
  scale.say(bodyWeight > 600 && otherWeight < bodyWeight / 5, 0.5, 'text in one place');
  scale.say(otherWeight > bodyWeight * 1.5, -1, 'scattered text');
  const textPerLink = bodyWeight / (links + 1);
  scale.say(bodyWeight > 400 && textPerLink > 60, 1, 'more text than links');
  scale.say(bodyWeight > 400 && textPerLink > 120, 0.5, 'hardly any links');
  scale.say(textPerLink < 15 && links >= FEW_LINKS, -0.5, 'many links');
  scale.say(textPerLink < 5 && links >= FEW_LINKS, -0.5, 'links, not text');
  scale.say(bodyWeight > 400 && links < FEW_LINKS, 1, 'leads nowhere else');
  scale.say(articles === 1, 0.5, 'one article element');
  scale.say(headings.length === 1, 0.5, 'one heading');
  scale.say(headings.length > 5, -1, 'many main headings');
  scale.say(timeCount > 0 && timeCount <= 4, 0.5, 'a time');
  const isCertain = isNamed(facts);
  scale.say(announcements > 6 && announcements > paragraphs, isCertain ? -1 : -1.5, 'announcements');
  scale.say(announcements > 20 && announcements > paragraphs * 2, isCertain ? -0.5 : -1, 'mostly announcements');
  scale.say(articles > 8 && articles > paragraphs / 2, -0.5, 'many articles');
}

/** Of an average paragraph of news, in Latin-like characters, generously. */
const PARAGRAPH_WEIGHT = 400;

function weighAddress(scale: Scale, facts: PageFacts): void {
  const { shape, structure } = facts;
  const { hint } = shape;
  const announcements = countAnnouncements(facts);
  scale.say(shape.isRoot, -5, 'front address');
  scale.say(shape.date !== '', 1.5, 'dated address');
  scale.say(shape.slugWords >= 4, 1, 'headline address');
  scale.say(shape.slugWords >= 6, 0.5, 'long headline address');
  scale.say(shape.hasNumber, 0.5, 'numbered address');
  scale.say(
    shape.isFolder && (announcements > structure.body.length || structure.bodyWeight < 1_200),
    -1.5,
    'folder address',
  );
  if (hint !== null) {
    const { kind, isOwn } = hint;
    // A headline as the page's own name outweighs the folder that it lies in.
    const share = isOwn ? 1 : shape.ownWords >= 4 ? 0.4 : 0.8;
    scale.say(kind === 'article', 1, 'article address');
    scale.say(kind === 'section', -2.5 * share, 'section address');
    scale.say(kind === 'search', -3, 'search address');
    scale.say(kind === 'product', -2 * share, 'product address');
    scale.say(kind === 'forum', isOwn || shape.ownWords < 4 ? -4 : -3, 'forum address');
    scale.say(kind === 'stub', -3 * share, 'account address');
    scale.say(kind === 'legal', isOwn ? -6 : -2.5 * share, 'service address');
  }
}

/** Headlines are sentences; sections, shops and services head their pages with a word or two. */
function weighHeadline(scale: Scale, { structure, meta }: PageFacts): void {
  const own = structure.headings.filter(({ isTitle }) => isTitle);
  const titles = structure.headings.length > 0 ? own.map(({ text }) => text) : [metaOf(meta, 'og:title')];
  const longest = Math.max(0, ...titles.map(textWeight));
  scale.say(longest >= HEADLINE_WEIGHT, 1, 'a headline');
  scale.say(own.length > 0 && longest < LABEL_WEIGHT && structure.links > FEW_LINKS, -1.5, 'a label for a heading');
  scale.say(
    HEADLINE_NAMES.some((name) => meta.has(name)),
    0.5,
    'filed like an article',
  );
  scale.say(
    AUTHOR_NAMES.some((name) => meta.has(name)),
    0.5,
    'an author',
  );
}

/** In Latin-like characters: four of five headlines are longer, four of five other headings shorter. */
const HEADLINE_WEIGHT = 40;
/** A fifth of the other pages head themselves with less, one article in twenty-five. */
const LABEL_WEIGHT = 20;
/** Sections and services lead somewhere; a page with fewer links than this is read for itself. */
const FEW_LINKS = 15;
const HEADLINE_NAMES = ['article:section', 'article:tag', 'news_keywords'];
const AUTHOR_NAMES = ['author', 'article:author', 'parsely-author', 'dc.creator'];

/** What tells manuals, services and notices, whose text is built like an article's. */
function weighSigns(scale: Scale, facts: PageFacts, thing: Thing | null): void {
  const { meta, shape, structure, things, timeCount, url } = facts;
  const { bodyWeight, body, salesCalls, links } = structure;
  const hint = shape.hint?.kind;
  const isManual = hint === 'docs' || MANUAL_GENERATOR.test(metaOf(meta, 'generator').toLowerCase());
  scale.say(isManual, MANUAL, 'a manual');
  scale.say(hint === 'docs' && things.some(({ types }) => types.includes('techarticle')), -1, 'technical');
  const isDated = thing !== null && thing.datePublished !== '' && !thing.types.includes('techarticle');
  scale.say(isManual && isDated, 2.5, 'but a dated article');
  scale.say(isLegalTitle(facts), -5, 'a legal notice');
  scale.say(thing === null && salesCalls >= 2, -1, 'calls to buy');
  scale.say(thing === null && SERVICE_SLUG.test(url.pathname), -3, 'service name');
  const hasSign =
    thing !== null ||
    meta.has('article:published_time') ||
    /article/i.test(metaOf(meta, 'og:type')) ||
    isNamed(facts) ||
    hint === 'article';
  if (hasSign) return;
  scale.say(timeCount === 0, -0.5, 'no sign but text');
  scale.say(shape.isFolder, bodyWeight / (links + 1) < 60 ? -1 : -0.5, 'no sign, a folder');
  scale.say(bodyWeight > 3_000 && bodyWeight / body.length > 300, 0.5, 'long paragraphs');
}

const MANUAL = -4.5;

/** Whether the evidence so far leaves a doubt that a closer look can settle. */
export function isInDoubt({ score }: Weighing): boolean {
  return score > -2 && score < 8;
}

export type CloserLook = { readonly marks: PageMarks; readonly daysSeen: number; readonly hasByline: boolean };

export function weighCloserLook(weighed: Weighing, facts: PageFacts, thing: Thing | null, look: CloserLook): Weighing {
  const { marks, daysSeen, hasByline } = look;
  const scale = createScale(weighed);
  const { body, bodyWeight } = facts.structure;
  const paragraphs = Math.max(body.length, Math.round(bodyWeight / PARAGRAPH_WEIGHT));
  const half = isNamed(facts) ? 0.5 : 1;
  scale.say(daysSeen === 0, -0.5, 'no date to be seen');
  scale.say(daysSeen >= 1 && daysSeen <= 4, 1, 'a date at the headline');
  scale.say(daysSeen > 4, -0.5, 'many dates');
  scale.say(hasByline, 0.5, 'byline');
  scale.say(marks.cards >= 8 && marks.cards > paragraphs, -1 * half, 'a list of cards');
  scale.say(marks.cards >= 16 && marks.cards > paragraphs * 2, -1 * half, 'mostly cards');
  scale.say(marks.hasListControls && thing === null, -1, 'ways to sort or page');
  scale.say(marks.hasPosts, -2.5, 'posts of a board');
  scale.say(marks.hasManual && !weighed.reasons.includes(`${MANUAL} a manual`), MANUAL, 'a manual');
  scale.say(marks.hasCart, -2, 'shop buttons');
  scale.say(marks.prices >= 8 && thing === null, -1, 'many prices');
  scale.say(marks.hasPassword, -1, 'login');
  return scale.total();
}

/** Announcements of other pages: the strongest of three ways to count them. */
function countAnnouncements({ structure }: PageFacts): number {
  return Math.max(structure.linkedHeadings, structure.teasers, structure.headlineLinks / 2);
}

/** The address is that of one article: it holds its headline or its day. */
function isNamed({ shape }: PageFacts): boolean {
  return shape.slugWords >= 4 || shape.date !== '';
}

const MANUAL_GENERATOR =
  /bookdown|docusaurus|mkdocs|sphinx|gitbook|mdbook|vuepress|vitepress|docfx|asciidoctor|doxygen|javadoc|dokuwiki|mediawiki/;

const SERVICE_SLUG =
  /[-/](?:services?|solutions?|packages?|pricing|products?|software|platform|consulting|agency)\/?$/i;

/** Notices that every site has, by their usual names. */
/** The first words of the titles below: the pattern is compiled for those alone. */
const LEGAL_STARTS = [
  ...['impressum', 'imprint', 'datenschutz', 'privacy', 'cookie', 'terms', 'agb', 'nutzungsbedingungen', 'allgemeine'],
  ...['mentions', 'politique', 'aviso', 'política', 'legal', 'disclaimer', 'about', 'über', 'contact', 'kontakt'],
];
const LEGAL_TITLE =
  /^(?:impressum|imprint|datenschutz\S*|privacy(?: policy| notice| statement)?|cookie\S*(?: policy)?|terms (?:of|and|&)[\w &]+|terms|agb|nutzungsbedingungen|allgemeine geschäftsbedingungen|mentions légales|politique de confidentialité|aviso legal|política de privacidad|legal notice|disclaimer|about(?: us)?|über uns|contact(?: us)?|kontakt)(?=$|\s*[|–—:-]|\s(?:der|von|of|for|bei|auf)\s)/i;

function isLegalTitle({ documentTitle, structure }: PageFacts): boolean {
  const start = documentTitle.trimStart().slice(0, 24).toLowerCase();
  return (
    LEGAL_STARTS.some((word) => start.startsWith(word)) &&
    LEGAL_TITLE.test(documentTitle) &&
    (structure.headings.length === 0 || structure.headings.some(({ text }) => LEGAL_TITLE.test(text)))
  );
}
