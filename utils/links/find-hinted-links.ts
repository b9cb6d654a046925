// Finds article links on a site that has hints about its markup: their text is the headline, however short.
import { findFirst } from '../page/dom.ts';
import { countWords } from './count-words.ts';
import type { LinkRun } from './link-runs.ts';
import { hintedTargetOf } from './link-target.ts';
import { readHeadline } from './read-headline.ts';
import type { SiteHints } from './site-hints.ts';
import type { FoundLink } from './story-link.ts';
import { weighStoryLink } from './weigh-story-link.ts';

const STEP_LINKS = 8;
/** The site lists articles among other pages: only links that certainly lead to none are left out. */
const HINTED_POINTS = 5;
/** With fewer words and no readable address, a link could be anything. */
const WORDS_MIN = 4;

export type HintedSearch = {
  readonly hints: SiteHints;
  readonly pageAddress: string;
  readonly onScanned: (link: Element) => void;
};

export function* findHintedLinks(run: LinkRun, search: HintedSearch): Generator<void, FoundLink[]> {
  const { hints } = search;
  const { links, start, end } = run;
  const found: FoundLink[] = [];
  for (let index = start; index < end; index++) {
    if (index % STEP_LINKS === STEP_LINKS - 1) yield;
    const link = links[index];
    if (!(link instanceof HTMLAnchorElement)) continue;
    search.onScanned(link);
    const address = hintedTargetOf(link, search);
    if (address === null) continue;
    const part = hints.headline === undefined ? null : findFirst(link, hints.headline);
    const { text, anchor } = readHeadline(part ?? link);
    const isStory =
      hints.hidesTargets === true ? countWords(text) >= WORDS_MIN : weighStoryLink(address, text) + HINTED_POINTS > 0;
    if (isStory && found.at(-1)?.address !== address) found.push({ anchor, link, address, text });
  }
  return found;
}
