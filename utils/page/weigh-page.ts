// Weighs the evidence for and against a page being one article, as log-odds. Each weight has its reason, so that a
// verdict can be explained.
//
// Declarations are evidence, not truth: a front page that claims og:type=article still has a front page's address and
// text. No single weight outweighs several others. A sum above zero is an article.
//
// The weights were first set by hand and then fitted by `npm run fit-pages` to the tuning part of the pages in
// docs/reading.md, in steps of a quarter. Evidence whose weight came out near zero was dropped. A change of one weight
// by a quarter changes the verdict on a page or two in a thousand.
import type { PageEvidence, PageFacts } from './page-facts.ts';
import type { PageMarks } from './page-marks.ts';
import { addEvidence, type Evidence, type Weighing } from './scale.ts';
import { FEW_LINKS, weighDeclarations, weighHeadline } from './weigh-declarations.ts';
import { MANUAL, weighSigns } from './weigh-signs.ts';

/** The log-odds before any evidence: most pages are not articles. Fitted like the weights. */
export const PRIOR = -1.65;

/** Weighs all evidence but that of a closer look, which is costly. */
export function weighPage(page: PageEvidence): Weighing {
  const kinds = [weighDeclarations, weighText, weighAddress, weighHeadline, weighSigns];
  return addEvidence(
    { score: PRIOR, reasons: [] },
    kinds.flatMap((weigh) => weigh(page)),
  );
}

function weighText(facts: PageFacts): Evidence[] {
  const { structure, targets, articles } = facts;
  const { bodyWeight, otherWeight, headings, links } = structure;
  const paragraphs = countParagraphs(facts);
  return [
    [bodyWeight > 400, 1.25, 'running text'],
    [bodyWeight < 250, -1, 'hardly any running text'],
    [bodyWeight > 600 && otherWeight < bodyWeight / 5, 0.5, 'text in one place'],
    [otherWeight > bodyWeight * 1.5, -1, 'scattered text'],
    [bodyWeight / (links + 1) < 15 && links >= FEW_LINKS, -0.5, 'many links'],
    [bodyWeight > 400 && links < FEW_LINKS, 1.25, 'leads nowhere else'],
    [articles === 1, 0.75, 'one article element'],
    [headings.length === 1, 0.5, 'one heading'],
    [headings.length > 5, -1.5, 'many main headings'],
    [targets.below >= INDEX_LINKS, -1.5, 'leads to pages below it'],
    [targets.sharing >= 2, 1.5, 'to be shared'],
    [articles > 8 && articles > paragraphs / 2, -1.25, 'many articles'],
  ];
}

/** Articles have a few pages below their address (comments, pictures, other versions), sections and catalogs dozens. */
const INDEX_LINKS = 12;

/** A generous average for a paragraph of news, in Latin-like characters. */
const PARAGRAPH_WEIGHT = 400;

/** Estimates the number from the text's length too, because paragraphs separated by line breaks may be one block. */
function countParagraphs({ structure: { body, bodyWeight } }: PageFacts): number {
  return Math.max(body.length, Math.round(bodyWeight / PARAGRAPH_WEIGHT));
}

function weighAddress(facts: PageFacts): Evidence[] {
  const { shape, structure } = facts;
  const { kind, isOwn } = shape.hint ?? {};
  const announcesOthers = countAnnouncements(facts) > structure.body.length;
  // The folder counts for less if the page's own name is a headline.
  const share = isOwn ? 1 : shape.ownWords >= 4 ? 0.4 : 0.8;
  return [
    [shape.isRoot, -4.5, 'front address'],
    [shape.date !== '', 1.25, 'dated address'],
    [shape.slugWords >= 6, 1, 'headline address'],
    [shape.isFolder && (announcesOthers || structure.bodyWeight < 1_200), -0.75, 'folder address'],
    [kind === 'article' && !(shape.isFolder && announcesOthers), 1.75, 'article address'],
    [kind === 'section', -2 * share, 'section address'],
    [kind === 'search', -3, 'search address'],
    [kind === 'product', -2 * share, 'product address'],
    [kind === 'forum', isOwn || shape.ownWords < 4 ? -4 : -3, 'forum address'],
    [kind === 'stub', -3 * share, 'account address'],
    [kind === 'legal', isOwn ? -6 : -3 * share, 'service address'],
  ];
}

/**
 * Whether the evidence so far leaves a doubt that a closer look can settle. It adds 1.75 at most. It can take away
 * several points, but on the tuning pages it refused none with more than 2.5.
 */
export function isInDoubt({ score }: Weighing): boolean {
  return score > -2 && score < 6;
}

export type CloserLook = {
  readonly page: PageEvidence;
  readonly marks: PageMarks;
  readonly daysSeen: number;
  readonly hasByline: boolean;
};

export function weighCloserLook(first: Weighing, { page, marks, daysSeen, hasByline }: CloserLook): Weighing {
  const paragraphs = countParagraphs(page);
  return addEvidence(first, [
    [daysSeen >= 1 && daysSeen <= 4, 0.5, 'a date at the headline'],
    [hasByline, 1.25, 'byline'],
    [marks.cards >= 16 && marks.cards > paragraphs * 2, -0.5, 'mostly cards'],
    [marks.hasListControls && page.main === null, -1.5, 'ways to sort or page'],
    [marks.hasPosts, -2.5, 'posts of a board'],
    [marks.hasManual && !first.reasons.includes(`${MANUAL} a manual`), MANUAL, 'a manual'],
    [marks.hasCart, -1.25, 'shop buttons'],
    [marks.prices >= 8 && page.main === null, -1.5, 'many prices'],
    [marks.hasPassword, -1, 'login'],
  ]);
}

/** The number of announcements of other pages: the highest of three counts. */
function countAnnouncements({ structure }: PageFacts): number {
  return Math.max(structure.linkedHeadings, structure.teasers, structure.headlineLinks / 2);
}
