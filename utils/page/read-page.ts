// Reads a page: decides its kind and, if it is an article, gathers its details.

import { once } from '../once.ts';
import { readBylines } from './bylines.ts';
import { decidePage, type PageReading } from './decide-page.ts';
import { createElementNames } from './element-names.ts';
import { findShadowRoots } from './find-shadow-roots.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';
import { readPageMarks } from './page-marks.ts';
import type { PageReport } from './page-report.ts';
import { createRegionFinder, type RegionFinder } from './region.ts';
import { unfoldPage } from './unfold-page.ts';
import { readVisibleDates } from './visible-dates.ts';

/** Reads without pauses, for tests and measurements. */
export function readPage(document: Document, reading: PageReading): PageReport {
  const steps = readPageInSteps(document, reading);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

type FilteredReading = PageReading & {
  /** Applied to the facts before anything is decided. */
  readonly filterFacts?: (facts: PageFacts) => PageFacts;
};

/** Yields between steps of a few milliseconds at most. */
export function* readPageInSteps(
  document: Document,
  { url, filterFacts, ...reading }: FilteredReading,
): Generator<void, PageReport> {
  const read = yield* readShown(document, url);
  const { page, regionOf } = read;
  const facts = filterFacts?.(read.facts) ?? read.facts;
  const { structure, things } = facts;
  const names = createElementNames(page);
  const shown = { structure, things, regionOf, names };
  const looks = {
    marks: () => readPageMarks(page, shown),
    dates: once(() => readVisibleDates(page, shown)),
    bylines: once(() => readBylines(page, shown)),
  };
  return yield* decidePage(facts, { looks, ...reading });
}

/** `page` is the document that was read, or a copy with the shadow roots' content (unfold-page.ts). */
type Read = { readonly page: Document; readonly regionOf: RegionFinder; readonly facts: PageFacts };

/** In Latin-like characters: a page with less running text may have it in shadow roots. */
const LITTLE_TEXT = 400;

function* readShown(document: Document, url: URL): Generator<void, Read> {
  const read = yield* readDocument(document, url);
  if (read.facts.structure.bodyWeight >= LITTLE_TEXT) return read;
  const { roots } = yield* findShadowRoots(document);
  return roots.length === 0 ? read : yield* readDocument(yield* unfoldPage(document), url);
}

function* readDocument(page: Document, url: URL): Generator<void, Read> {
  const regionOf = createRegionFinder(page);
  return { page, regionOf, facts: yield* readPageFacts(page, { url, regionOf }) };
}
