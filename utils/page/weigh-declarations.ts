// Weighs what a page declares about itself: types, times, sections and authors, and whether its heading is a headline.

import { metaOf } from './meta.ts';
import type { PageEvidence, PageFacts } from './page-facts.ts';
import { textWeight } from './plain-text.ts';
import type { Evidence } from './scale.ts';
import { titlesAmong } from './titles-among.ts';

/** Sections and services lead to other pages. A page with fewer links is read for its own text. */
export const FEW_LINKS = 15;

export function weighDeclarations({ meta, things, main }: PageEvidence): Evidence[] {
  const ogType = metaOf(meta, 'og:type').toLowerCase();
  const declared = new Set(things.filter(({ isTop }) => isTop).flatMap(({ types }) => types));
  const hasType = (...names: string[]) => names.some((name) => declared.has(name));
  const isPublished = meta.has('article:published_time');
  // WordPress declares its static pages ("About") as articles too, but gives a published time to posts alone.
  const isStandingPage = !isPublished && main === null && meta.has('article:modified_time');
  const products = things.filter(({ types }) => types.includes('product')).length;
  const isList = hasType('collectionpage', 'itemlist', 'searchresultspage', 'offercatalog');
  const isService = hasType('softwareapplication', 'webapplication', 'service', 'localbusiness', 'softwaresourcecode');
  return [
    [main !== null, 1, 'declares an article'],
    [main !== null && main.datePublished !== '', 1.25, 'the article has a date'],
    [isPublished, 0.5, 'published time'],
    [isStandingPage, -1, 'modified, never published'],
    [/product/.test(ogType) || hasType('product', 'productgroup', 'offer', 'car'), -1.5, 'declares a product'],
    [products >= 3 && main === null, -1, 'many products'],
    [/website/.test(ogType), -1, 'og:type website'],
    [isList && main === null, -1, 'declares a list'],
    [hasType('discussionforumposting', 'qapage', 'jobposting'), -3.5, 'declares another kind'],
    [isService && main === null, -1.25, 'declares a service'],
  ];
}

/** Headlines are as long as sentences. Sections, shops and services have headings of a word or two. */
export function weighHeadline({ structure, meta }: PageFacts): Evidence[] {
  const own = titlesAmong(structure.headings);
  const titles = structure.headings.length > 0 ? own.map(({ text }) => text) : [metaOf(meta, 'og:title')];
  const longest = Math.max(0, ...titles.map(textWeight));
  return [
    [longest >= HEADLINE_WEIGHT, 1, 'a headline'],
    [HEADLINE_NAMES.some((name) => meta.has(name)), 1, 'filed like an article'],
    [AUTHOR_NAMES.some((name) => meta.has(name)), 0.75, 'an author'],
  ];
}

/** In Latin-like characters: four of five headlines are longer, and four of five other headings shorter. */
const HEADLINE_WEIGHT = 40;
const HEADLINE_NAMES = ['article:section', 'article:tag', 'news_keywords'];
const AUTHOR_NAMES = ['author', 'article:author', 'parsely-author', 'dc.creator'];
