// Turns the sample stories into what is published at a given time: every article with its address, times and full text.
import type { ArticleKind } from '../../engine/schema.ts';
import { SAMPLE_OUTLETS, type SampleOutlet } from './sample-outlet.ts';
import { SAMPLE_STORIES } from './sample-stories.ts';
import { paragraphsOf, type SampleArticle, type SampleStory, type WrittenArticle } from './sample-story.ts';

export type PublishedArticle = {
  readonly storyId: string;
  /** Slug of the article with the original text, which copies share. */
  readonly familyId: string;
  readonly slug: string;
  readonly outlet: SampleOutlet;
  readonly section: string;
  readonly path: string;
  readonly url: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly kind: ArticleKind;
  readonly byline: string;
  readonly credit: string | null;
  readonly publishedAt: number;
  readonly modifiedAt: number;
};

const HOUR_MS = 3_600_000;

export type IssueOptions = { readonly now: number; readonly isUpdated: boolean };

/** All articles, newest first. */
export function publishIssue(options: IssueOptions): PublishedArticle[] {
  return SAMPLE_STORIES.flatMap((story) =>
    story.articles.map((article) => publish(article, { story, ...options })),
  ).sort((a, b) => b.publishedAt - a.publishedAt);
}

function publish(
  article: SampleArticle,
  { story, now, isUpdated }: IssueOptions & { readonly story: SampleStory },
): PublishedArticle {
  const outlet = findOutlet(article.outlet);
  const source = 'copyOf' in article ? findSource(story, article.copyOf) : article;
  const text = 'copyOf' in article ? copyText(source, article) : ownText(article, { isUpdated });
  const publishedAt = now - article.hoursAgo * HOUR_MS;
  const hasUpdate = isUpdated && !('copyOf' in article) && article.update !== undefined;
  const section = outlet.sections[story.section] ?? 'news';
  const path = addressOf({ outlet, section, slug: article.slug, publishedAt });
  const credit = 'copyOf' in article ? findOutlet(source.outlet).name : null;
  return {
    storyId: story.id,
    familyId: source.slug,
    slug: article.slug,
    outlet,
    section,
    path,
    url: `https://${outlet.host}${path}`,
    ...text,
    kind: source.kind ?? 'report',
    byline: credit ?? source.byline ?? `${outlet.name} staff`,
    credit,
    publishedAt,
    modifiedAt: hasUpdate ? now : publishedAt,
  };
}

function ownText(article: WrittenArticle, { isUpdated }: Pick<IssueOptions, 'isUpdated'>) {
  const { title, body } = isUpdated ? (article.update ?? article) : article;
  return { title, paragraphs: paragraphsOf(body) };
}

function copyText(source: WrittenArticle, copy: Extract<SampleArticle, { copyOf: string }>) {
  const edit = (text: string) => (copy.edits ?? []).reduce((edited, [from, to]) => edited.replace(from, to), text);
  const paragraphs = paragraphsOf(source.body).map(edit);
  return {
    title: copy.title ?? source.title,
    paragraphs: paragraphs.slice(0, paragraphs.length - (copy.dropLastParagraphs ?? 0)),
  };
}

type Addressed = {
  readonly outlet: SampleOutlet;
  readonly section: string;
  readonly slug: string;
  readonly publishedAt: number;
};

function addressOf({ outlet, section, slug, publishedAt }: Addressed): string {
  const day = new Date(publishedAt).toISOString().slice(0, 10);
  switch (outlet.address) {
    case 'dated':
      return `/${day.replaceAll('-', '/')}/${slug}/`;
    case 'numbered':
      return `/${section}/${slug}-${numberOf(slug)}`;
    case 'html':
      return `/${section}/${slug}-a${numberOf(slug)}.html`;
    case 'section':
      return `/${section}/${day}/${slug}`;
  }
}

/** A number as content management systems put into addresses; always the same for a slug. */
function numberOf(slug: string): number {
  let hash = 0;
  for (const character of slug) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9_000_000;
  return 1_000_000 + hash;
}

function findOutlet(id: string): SampleOutlet {
  const outlet = SAMPLE_OUTLETS.find((candidate) => candidate.id === id);
  if (outlet === undefined) throw new Error(`No sample outlet ${id}`);
  return outlet;
}

function findSource(story: SampleStory, slug: string): WrittenArticle {
  const source = story.articles.find((candidate) => candidate.slug === slug);
  if (source === undefined || 'copyOf' in source) throw new Error(`No written article ${slug} in story ${story.id}`);
  return source;
}
