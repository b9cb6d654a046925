// Finds dates that readers see: <time> elements, and lines near the headline that are short and look like a date.
import { attributeOf, closestOf, findAll, parentOf, tagOf, textOf } from './dom.ts';
import { collapse } from './plain-text.ts';
import type { Structure } from './structure.ts';

export type VisibleDates = {
  /** Of <time> elements near the headline or in the body, in document order. */
  readonly times: readonly string[];
  /** All <time> elements. */
  readonly timeCount: number;
  /** Short texts around the headline, nearest first. */
  readonly lines: readonly string[];
};

const TIMES_MAX = 20;
const LINE_MAX = 160;

export function readVisibleDates(document: Document, structure: Structure): VisibleDates {
  const found = findAll(document, 'time,abbr.published,[class~="dt-published"]');
  const times: string[] = [];
  for (let i = 0; i < Math.min(found.length, TIMES_MAX); i++) {
    const element = found[i];
    if (
      element === undefined ||
      closestOf(element, 'aside,nav,footer,[class*="comment" i],[class*="related" i]') !== null
    )
      continue;
    times.push(attributeOf(element, 'datetime') || attributeOf(element, 'title') || lineOf(element));
  }
  return { times, timeCount: found.length, lines: readLines(structure) };
}

function lineOf(element: Element): string {
  return collapse((textOf(element) ?? '').slice(0, LINE_MAX * 2)).slice(0, LINE_MAX);
}

const NAMED =
  '[class*="date" i],[class*="publish" i],[class*="time" i],[class*="meta" i],[class*="byline" i],[id*="date" i],[class*="datum" i],[class*="fecha" i],[class*="posted" i]';

function readLines(structure: Structure): string[] {
  const lines: string[] = [];
  const add = (element: Element) => {
    const tag = tagOf(element);
    if (tag === 'script' || tag === 'style' || tag === 'body' || tag === 'html') return;
    const raw = textOf(element) ?? '';
    if (raw.length > 600) return;
    const line = collapse(raw).slice(0, LINE_MAX);
    if (/\d/.test(line) && !lines.includes(line)) lines.push(line);
  };
  const headline = structure.headings[0]?.element;
  let at: Element | null = headline ?? null;
  for (let level = 0; at !== null && level < 5 && lines.length < 20; level++) {
    const parent: Element | null = parentOf(at);
    if (parent === null || tagOf(parent) === 'body') break;
    if (tagOf(parent) !== 'a') {
      const near = findAll(parent, NAMED);
      for (let i = 0; i < Math.min(near.length, 12); i++) {
        const element = near[i];
        if (
          element !== undefined &&
          closestOf(element, 'aside,nav,footer,[class*="comment" i],[class*="related" i]') === null
        )
          add(element);
      }
    }
    at = parent;
  }
  return lines;
}
