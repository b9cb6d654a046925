// Weighs what a page declares about itself: types, times, sections and authors, and whether its heading is a headline.

import { metaOf } from './meta.ts';
import type { PageFacts } from './page-facts.ts';
import { textWeight } from './plain-text.ts';
import type { Scale } from './scale.ts';
import type { Thing } from './thing.ts';
import { titlesAmong } from './titles-among.ts';

/** Sections and services lead to other pages. A page with fewer links is read for its own text. */
export const FEW_LINKS = 15;

export function weighDeclarations(scale: Scale, { meta, things }: PageFacts, thing: Thing | null): void {
  const ogType = metaOf(meta, 'og:type').toLowerCase();
  const types = new Set(things.filter(({ isTop }) => isTop).flatMap((entry) => entry.types));
  const hasType = (...names: string[]) => names.some((name) => types.has(name));
  scale.say(thing !== null, 1, 'declares an article');
  scale.say(thing !== null && thing.datePublished !== '', 1.25, 'the article has a date');
  const isPublished = meta.has('article:published_time');
  scale.say(isPublished, 0.5, 'published time');
  // WordPress declares its static pages ("About") as articles too, but gives a published time to posts alone.
  const isStandingPage = !isPublished && thing === null && meta.has('article:modified_time');
  scale.say(isStandingPage, -1, 'modified, never published');
  scale.say(/product/.test(ogType) || hasType('product', 'productgroup', 'offer', 'car'), -1.5, 'declares a product');
  const products = things.filter(({ types }) => types.includes('product')).length;
  scale.say(products >= 3 && thing === null, -1, 'many products');
  scale.say(/website/.test(ogType), -1, 'og:type website');
  scale.say(
    hasType('collectionpage', 'itemlist', 'searchresultspage', 'offercatalog') && thing === null,
    -1,
    'declares a list',
  );
  scale.say(hasType('discussionforumposting', 'qapage', 'jobposting'), -3.5, 'declares another kind');
  scale.say(
    hasType('softwareapplication', 'webapplication', 'service', 'localbusiness', 'softwaresourcecode') &&
      thing === null,
    -1.25,
    'declares a service',
  );
}

/** Headlines are as long as sentences. Sections, shops and services have headings of a word or two. */
export function weighHeadline(scale: Scale, { structure, meta }: PageFacts): void {
  const own = titlesAmong(structure.headings);
  const titles = structure.headings.length > 0 ? own.map(({ text }) => text) : [metaOf(meta, 'og:title')];
  const longest = Math.max(0, ...titles.map(textWeight));
  scale.say(longest >= HEADLINE_WEIGHT, 1, 'a headline');
  scale.say(
    HEADLINE_NAMES.some((name) => meta.has(name)),
    1,
    'filed like an article',
  );
  scale.say(
    AUTHOR_NAMES.some((name) => meta.has(name)),
    0.75,
    'an author',
  );
}

/** In Latin-like characters: four of five headlines are longer, and four of five other headings shorter. */
const HEADLINE_WEIGHT = 40;
const HEADLINE_NAMES = ['article:section', 'article:tag', 'news_keywords'];
const AUTHOR_NAMES = ['author', 'article:author', 'parsely-author', 'dc.creator'];
