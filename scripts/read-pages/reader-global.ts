// What is put into a page to be measured: gate and reader exactly as the content script runs them, and a clock.
import { gatePage } from '../../utils/page/gate.ts';
import type { PageReport } from '../../utils/page/page-report.ts';
import { readPageInSteps } from '../../utils/page/read-page.ts';

export type Measured = {
  readonly report: PageReport;
  readonly gateMs: number;
  readonly ms: number;
  /** The longest step between two chances for the page to go on. */
  readonly longestStepMs: number;
};

/** @public Called by its name, in the page. */
export function measure(pageUrl: string): Measured {
  const url = new URL(pageUrl);
  const start = performance.now();
  const verdict = gatePage(document, url);
  const gateMs = performance.now() - start;
  if (!verdict.pass) {
    const report: PageReport = { type: 'not-article', pageUrl, kind: verdict.kind ?? 'other' };
    return { report, gateMs, ms: gateMs, longestStepMs: gateMs };
  }
  const steps = readPageInSteps(document, url, Date.now());
  let longestStepMs = gateMs;
  for (;;) {
    const stepStart = performance.now();
    const step = steps.next();
    const end = performance.now();
    longestStepMs = Math.max(longestStepMs, end - stepStart);
    if (step.done) return { report: step.value, gateMs, ms: end - start, longestStepMs };
  }
}
