// Reads a page: what kind it is and, if it is one article, what it says of itself.
import { decideFromFacts } from './decide-page.ts';
import { readPageFacts } from './page-facts.ts';
import type { PageReport } from './page-report.ts';

/** In one go: for tests and measurements. */
export function readPage(document: Document, url: URL, now: number): PageReport {
  const steps = readPageInSteps(document, url, now);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Yields between steps of a few milliseconds at most. */
export function* readPageInSteps(document: Document, url: URL, now: number): Generator<void, PageReport> {
  const facts = yield* readPageFacts(document, url);
  yield;
  return decideFromFacts(facts, now).report;
}
