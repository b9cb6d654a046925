// Reads a file's articles as stories, clustered by the engine or by the file's labels, with leads as long as in feeds.
import * as z from 'zod/mini';
import type { StoryMember } from '../../engine/coverage/story-member.ts';
import { FamilyId, StoryId } from '../../engine/ids.ts';
import type { ClusterArticle } from '../../engine/ports.ts';
import { clusterArticles } from '../cluster/cluster-articles.ts';
import { readArticles } from '../cluster/read-articles.ts';
import { toFeedItem } from '../cluster/to-feed-item.ts';
import { readJsonLines } from '../setup/read-input.ts';
import { unusable } from '../setup/unusable.ts';

export type LoadedStory = { readonly id: StoryId; readonly members: readonly StoryMember[] };

type Reading = { readonly leadMax: number; readonly areLabelled: boolean };

export async function readStories(file: string, { leadMax, areLabelled }: Reading): Promise<readonly LoadedStory[]> {
  const articles: ClusterArticle[] = [];
  for await (const article of readArticles(file)) articles.push(article);
  if (articles.length === 0) throw unusable('it contains no articles', { place: file });
  const { places } = clusterArticles(articles);
  const labels = areLabelled ? readLabels(file) : null;
  const stories = new Map<string, StoryMember[]>();
  for (const article of articles) {
    const place = places.get(article.id);
    const storyId = labels?.get(article.id) ?? place?.storyId ?? article.id;
    const member = toMember(article, { leadMax, familyId: place?.familyId ?? FamilyId.parse(article.id) });
    const members = stories.get(storyId);
    if (members === undefined) stories.set(storyId, [member]);
    else members.push(member);
  }
  return [...stories].map(([id, members]) => ({ id: StoryId.parse(id), members }));
}

function toMember(
  article: ClusterArticle,
  { leadMax, familyId }: { readonly leadMax: number; readonly familyId: FamilyId },
): StoryMember {
  const url = article.url || `https://${toHost(article)}/`; // determines the outlet (compute-contexts.ts)
  return { ...toFeedItem(article, leadMax), url, link: url, familyId };
}

/** If the file names no outlet, each article counts as from its own. */
function toHost({ outletId, id }: Pick<ClusterArticle, 'outletId' | 'id'>): string {
  return outletId === 'host:unknown' ? `${id.replace(/[^\w-]/g, '-')}.test` : outletId.replace(/^host:/, '');
}

const LabelledLine = z.object({ id: z.string(), story: z.optional(z.string()) });

function readLabels(file: string): ReadonlyMap<string, string> {
  return new Map(
    readJsonLines(file, LabelledLine).flatMap(({ value: { id, story } }) => (story === undefined ? [] : [[id, story]])),
  );
}
