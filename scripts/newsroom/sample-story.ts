// How the newsroom's invented stories are written: texts of several outlets about one event, and copies of them.
import type { ArticleKind } from '../../engine/schema.ts';

type Placed = {
  readonly outlet: string;
  readonly slug: string;
  /** Age of the article in hours when the newsroom opens. */
  readonly hoursAgo: number;
};

export type WrittenArticle = Placed & {
  readonly title: string;
  /** Paragraphs, separated by an empty line. */
  readonly body: string;
  readonly kind?: ArticleKind;
  readonly byline?: string;
  /** What replaces the article's text when the newsroom publishes its updates. */
  readonly update?: { readonly title: string; readonly body: string };
};

/** Another outlet's text with its credit, as newspapers print agency reports. */
export type CopiedArticle = Placed & {
  readonly copyOf: string;
  readonly title?: string;
  /** Small edits: in each pair, the first text is replaced by the second. */
  readonly edits?: readonly (readonly [string, string])[];
  readonly dropLastParagraphs?: number;
};

export type SampleArticle = WrittenArticle | CopiedArticle;

export type SampleStory = {
  readonly id: string;
  /** Index into each outlet's own list of sections. */
  readonly section: 0 | 1 | 2;
  readonly articles: readonly SampleArticle[];
};

export function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
