// A clusterer with rules that are obvious in a test: articles whose titles begin with the same word are one story.
//
// "bridge+harbour link" merges the stories of both words at the next maintenance. Copies have the same title.
import { ArticleId, FamilyId, StoryId } from '../../engine/ids.ts';
import type {
  ArticleProbe,
  ClusterArticle,
  ClustererSnapshot,
  Maintenance,
  Placement,
  Separation,
  StoryClusterer,
} from '../../engine/ports.ts';
import type { Mark } from '../../engine/schema.ts';
import type { Clustering } from '../../utils/coverage/on-device-deps.ts';

type Member = { readonly article: ClusterArticle; placement: Placement };

export function createTopicClustering({ prefix = 's', engineVersion = 1, confidence = 0.9 } = {}): Clustering {
  const options = { prefix, engineVersion, confidence };
  return {
    createStoryClusterer: () => createTopicClusterer({ ...options, saved: [] }),
    openStoryClusterer: (snapshot) =>
      snapshot.engineVersion === engineVersion ? createTopicClusterer({ ...options, saved: decode(snapshot) }) : null,
  };
}

function decode({ data }: ClustererSnapshot): readonly Member[] {
  return JSON.parse(new TextDecoder().decode(data));
}

const topicOf = (title: string) => (title.split(/[\s+]/)[0] ?? '').toLowerCase();

function createTopicClusterer({
  prefix,
  engineVersion,
  confidence,
  saved,
}: {
  prefix: string;
  engineVersion: number;
  confidence: number;
  saved: readonly Member[];
}): StoryClusterer {
  const members = new Map<string, Member>(saved.map((member) => [member.article.id, member]));
  const barred = new Set<string>();
  const isBarred = (articleId: string, storyId: string) => barred.has(`${articleId} ${storyId}`);

  function findStory(title: string, articleId: string): StoryId | null {
    const alike = [...members.values()].find(
      ({ article, placement }) =>
        article.id !== articleId &&
        topicOf(article.title) === topicOf(title) &&
        !isBarred(articleId, placement.storyId),
    );
    return alike?.placement.storyId ?? null;
  }
  function nameStory(articleId: string): StoryId {
    let name = `${prefix}-${articleId}`;
    const isTaken = () =>
      isBarred(articleId, name) || [...members.values()].some(({ placement }) => placement.storyId === name);
    while (isTaken()) name += '-too';
    return StoryId.parse(name);
  }
  function place(article: ClusterArticle): Placement {
    const storyId = findStory(article.title, article.id) ?? nameStory(article.id);
    const copy = [...members.values()].find(
      (member) => member.article.title === article.title && member.placement.storyId === storyId,
    );
    return { storyId, familyId: copy?.placement.familyId ?? FamilyId.parse(article.id) };
  }

  return {
    add(article) {
      members.delete(article.id);
      const placement = place(article);
      members.set(article.id, { article, placement });
      return placement;
    },
    putBack(article, storyId) {
      members.delete(article.id);
      const placement = { ...place(article), ...(storyId === null ? {} : { storyId }) };
      members.set(article.id, { article, placement });
      return placement;
    },
    restore: (article, { storyId, familyId }) => {
      members.set(article.id, { article, placement: { storyId, familyId } });
    },
    settle: () => undefined,
    remove: (id) => {
      members.delete(id);
    },
    maintain: () => mergeLinked([...members.values()]),
    match(probe: ArticleProbe) {
      const storyId = findStory(probe.title, '');
      if (storyId === null) return null;
      return { storyId, confidence, reasons: [{ kind: 'words', words: [topicOf(probe.title)] }] };
    },
    explain: ({ id }) => {
      const member = members.get(id);
      return member === undefined ? [] : [{ kind: 'words', words: [topicOf(member.article.title)] }];
    },
    separate: ({ articleId, storyId }: Separation) => {
      barred.add(`${articleId} ${storyId}`);
    },
    unseparate: ({ articleId, storyId }: Separation) => {
      barred.delete(`${articleId} ${storyId}`);
    },
    memory: () => ({ marks: [...barred].map(toMark), partings: [] }),
    snapshot: () => ({ engineVersion, data: new TextEncoder().encode(JSON.stringify([...members.values()])) }),
  };
}

function toMark(pair: string): Mark {
  const [articleId = '', storyId = ''] = pair.split(' ');
  return { articleId: ArticleId.parse(articleId), storyId: StoryId.parse(storyId), named: StoryId.parse(storyId) };
}

function mergeLinked(members: readonly Member[]): Maintenance {
  const moves: Maintenance['moves'][number][] = [];
  const redirects: Maintenance['redirects'][number][] = [];
  for (const { article, placement } of members) {
    const linked = /^\w+\+(\w+)/.exec(article.title)?.[1]?.toLowerCase();
    const from = members.find(({ article: other }) => topicOf(other.title) === linked)?.placement.storyId;
    const to = placement.storyId;
    if (from === undefined || from === to) continue;
    for (const member of members.filter((one) => one.placement.storyId === from)) {
      member.placement = { ...member.placement, storyId: to };
      moves.push({ articleId: member.article.id, ...member.placement });
    }
    redirects.push({ from, to });
  }
  return { moves, redirects };
}
