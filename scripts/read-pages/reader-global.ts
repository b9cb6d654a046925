// Injected into a page to measure it: gate and reader exactly as in the content script, and a clock.
import { gatePage } from '../../utils/page/gate.ts';
import type { PageArticle, PageReport } from '../../utils/page/page-report.ts';
import { readPage, readPageInSteps } from '../../utils/page/read-page.ts';
import { weighFully } from './weigh-fully.ts';

export type Measured = {
  readonly report: PageReport;
  /** What the reader extracts when the user says that the page is an article; null if it then finds none. */
  readonly asArticle: PageArticle | null;
  /** Time of the gate, which every page pays, including compilation. */
  readonly gateMs: number;
  /** Gate and reader with compiled code, as other readers are measured. */
  readonly ms: number;
  /** The same in a fresh process, including compilation. */
  readonly firstMs: number;
  /** The longest step of the first reading between two yields to the page. */
  readonly longestStepMs: number;
};

/** @public Called by its name, in the page. */
export function measure(pageUrl: string): Measured {
  const first = readOnce(pageUrl);
  const { ms } = readOnce(pageUrl);
  const asArticle = first.report.type === 'article' ? first.report.article : readAsArticle(pageUrl);
  return { ...first, asArticle, ms, firstMs: first.ms };
}

function readAsArticle(pageUrl: string): PageArticle | null {
  const url = new URL(pageUrl);
  const verdict = gatePage(document, url);
  if (!verdict.pass && verdict.kind === null) return null;
  const report = readPage(document, { url, now: Date.now(), isSaidArticle: true });
  return report.type === 'article' ? report.article : null;
}

function readOnce(pageUrl: string): Omit<Measured, 'firstMs' | 'asArticle'> {
  const url = new URL(pageUrl);
  const start = performance.now();
  const verdict = gatePage(document, url);
  const gateMs = performance.now() - start;
  if (!verdict.pass) {
    const report: PageReport = { type: 'not-article', pageUrl, kind: verdict.kind ?? 'other' };
    return { report, gateMs, ms: gateMs, longestStepMs: gateMs };
  }
  const steps = readPageInSteps(document, { url, now: Date.now(), isSaidArticle: false });
  let longestStepMs = gateMs;
  for (;;) {
    const stepStart = performance.now();
    const step = steps.next();
    const end = performance.now();
    longestStepMs = Math.max(longestStepMs, end - stepStart);
    if (step.done) return { report: step.value, gateMs, ms: end - start, longestStepMs };
  }
}

/** @public The evidence on a page; null if the gate refuses it. */
export function weigh(pageUrl: string): readonly string[] | null {
  const url = new URL(pageUrl);
  return gatePage(document, url).pass ? weighFully(document, { url, now: Date.now() }) : null;
}
