// Reads a page: what kind it is and, if it is one article, what it says of itself.
import { once } from '../once.ts';
import { readBylines } from './bylines.ts';
import { decidePage, type PageReading } from './decide-page.ts';
import { createElementNames } from './element-names.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';
import { readPageMarks } from './page-marks.ts';
import type { PageReport } from './page-report.ts';
import { createRegionFinder } from './region.ts';
import { readVisibleDates } from './visible-dates.ts';

/** In one go: for tests and measurements. */
export function readPage(document: Document, url: URL, reading: PageReading): PageReport {
  const steps = readPageInSteps(document, url, reading);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Yields between steps of a few milliseconds at most. `heed` is given the facts and says which of them count. */
export function* readPageInSteps(
  document: Document,
  url: URL,
  reading: PageReading,
  heed: (facts: PageFacts) => PageFacts = (facts) => facts,
): Generator<void, PageReport> {
  const regionOf = createRegionFinder(document);
  const facts = heed(yield* readPageFacts(document, url, regionOf));
  const { structure, things } = facts;
  const names = createElementNames(document);
  const looks = {
    marks: () => readPageMarks(document, { structure, things, regionOf, names }),
    dates: once(() => readVisibleDates(document, structure, regionOf)),
    bylines: once(() => readBylines(document, regionOf, names)),
  };
  const { report } = yield* decidePage(facts, looks, reading);
  return report;
}
