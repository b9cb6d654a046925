// Weighs the evidence for and against a page being one article: log-odds, each with its reason, so that a verdict can be explained.
//
// Declarations are evidence, not truth: a front page that claims og:type=article still has a front page's address and
// text. No single weight decides against several others; a sum over zero is an article. The weights were thought of by hand
// and then fitted by `npm run fit-pages` to the tuning part of the pages of docs/reading.md, in steps of a quarter; evidence
// that came out at nothing was dropped. Moving one by a quarter changes a page or two in a thousand.
import type { PageFacts } from './page-facts.ts';
import type { PageMarks } from './page-marks.ts';
import { createScale, type Scale, type Weighing } from './scale.ts';
import type { Thing } from './thing.ts';
import { FEW_LINKS, weighDeclarations, weighHeadline } from './weigh-declarations.ts';
import { MANUAL, weighSigns } from './weigh-signs.ts';

/** Most pages are no articles; fitted like the weights. */
export const PRIOR = -1.65;

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

function weighText(scale: Scale, facts: PageFacts): void {
  const { structure, targets, articles } = facts;
  const { bodyWeight, otherWeight, headings, links } = structure;
  const paragraphs = countParagraphs(facts);
  scale.say(bodyWeight > 400, 1.25, 'running text');
  scale.say(bodyWeight < 250, -1, 'hardly any running text');
  scale.say(bodyWeight > 600 && otherWeight < bodyWeight / 5, 0.5, 'text in one place');
  scale.say(otherWeight > bodyWeight * 1.5, -1, 'scattered text');
  scale.say(bodyWeight / (links + 1) < 15 && links >= FEW_LINKS, -0.5, 'many links');
  scale.say(bodyWeight > 400 && links < FEW_LINKS, 1.25, 'leads nowhere else');
  scale.say(articles === 1, 0.75, 'one article element');
  scale.say(headings.length === 1, 0.5, 'one heading');
  scale.say(headings.length > 5, -1.5, 'many main headings');
  scale.say(targets.below >= INDEX_LINKS, -1.5, 'leads to pages below it');
  scale.say(targets.sharing >= 2, 1.5, 'to be shared');
  scale.say(articles > 8 && articles > paragraphs / 2, -1.25, 'many articles');
}

/** Articles have a handful below them (pages of comments, pictures, other forms); sections and catalogues have dozens. */
const INDEX_LINKS = 12;

/** Of an average paragraph of news, in Latin-like characters, generously. */
const PARAGRAPH_WEIGHT = 400;

/** Texts parted by line breaks are one block; what they say weighs as much. */
function countParagraphs({ structure: { body, bodyWeight } }: PageFacts): number {
  return Math.max(body.length, Math.round(bodyWeight / PARAGRAPH_WEIGHT));
}

function weighAddress(scale: Scale, facts: PageFacts): void {
  const { shape, structure } = facts;
  const { hint } = shape;
  const announcements = countAnnouncements(facts);
  scale.say(shape.isRoot, -4.5, 'front address');
  scale.say(shape.date !== '', 1.25, 'dated address');
  scale.say(shape.slugWords >= 6, 1, 'headline address');
  const announcesOthers = announcements > structure.body.length;
  scale.say(shape.isFolder && (announcesOthers || structure.bodyWeight < 1_200), -0.75, 'folder address');
  if (hint !== null) {
    const { kind, isOwn } = hint;
    // A headline as the page's own name outweighs the folder that it lies in.
    const share = isOwn ? 1 : shape.ownWords >= 4 ? 0.4 : 0.8;
    scale.say(kind === 'article' && !(shape.isFolder && announcesOthers), 1.75, 'article address');
    scale.say(kind === 'section', -2 * share, 'section address');
    scale.say(kind === 'search', -3, 'search address');
    scale.say(kind === 'product', -2 * share, 'product address');
    scale.say(kind === 'forum', isOwn || shape.ownWords < 4 ? -4 : -3, 'forum address');
    scale.say(kind === 'stub', -3 * share, 'account address');
    scale.say(kind === 'legal', isOwn ? -6 : -3 * share, 'service address');
  }
}

/**
 * Whether the evidence so far leaves a doubt that a closer look can settle: it adds 1.75 at most, and takes away several,
 * but of the tuning pages none that had more than 2.5.
 */
export function isInDoubt({ score }: Weighing): boolean {
  return score > -2 && score < 6;
}

export type CloserLook = { readonly marks: PageMarks; readonly daysSeen: number; readonly hasByline: boolean };

export function weighCloserLook(weighed: Weighing, facts: PageFacts, thing: Thing | null, look: CloserLook): Weighing {
  const { marks, daysSeen, hasByline } = look;
  const scale = createScale(weighed);
  const paragraphs = countParagraphs(facts);
  scale.say(daysSeen >= 1 && daysSeen <= 4, 0.5, 'a date at the headline');
  scale.say(hasByline, 1.25, 'byline');
  scale.say(marks.cards >= 16 && marks.cards > paragraphs * 2, -0.5, 'mostly cards');
  scale.say(marks.hasListControls && thing === null, -1.5, 'ways to sort or page');
  scale.say(marks.hasPosts, -2.5, 'posts of a board');
  scale.say(marks.hasManual && !weighed.reasons.includes(`${MANUAL} a manual`), MANUAL, 'a manual');
  scale.say(marks.hasCart, -1.25, 'shop buttons');
  scale.say(marks.prices >= 8 && thing === null, -1.5, 'many prices');
  scale.say(marks.hasPassword, -1, 'login');
  return scale.total();
}

/** Announcements of other pages: the strongest of three ways to count them. */
function countAnnouncements({ structure }: PageFacts): number {
  return Math.max(structure.linkedHeadings, structure.teasers, structure.headlineLinks / 2);
}
