// GET /v1/stories/{id} and …/context: a story's coverage, the context for its own page, and redirects for merged stories.
import { computeStoryContext } from '../../engine/context/compute-story-context.ts';
import { computeCoverage } from '../../engine/coverage/compute-coverage.ts';
import { askEngine } from '../../engine/engine-failure.ts';
import { StoryId } from '../../engine/ids.ts';
import { OTHER_STORIES_MAX } from '../../engine/limits.ts';
import { readStories } from '../store/read-stories.ts';
import { readMembers, readStory } from '../store/read-story.ts';
import { answerFromCache } from './answer-from-cache.ts';
import type { ApiParts } from './api-parts.ts';
import { cacheControlOf } from './cache-rules.ts';
import type { Ask, Handler } from './guard.ts';
import { problemReply } from './problem.ts';
import { parseContextQuestion } from './question-params.ts';
import { OPEN_TO_ALL, type Reply } from './reply.ts';

export function createStory(parts: ApiParts): Handler {
  const { database, catalogue } = parts;
  return (ask) =>
    withLiveStory(parts, {
      ask,
      toPath: (id) => encodeURIComponent(id),
      answer: ({ generation, id }) =>
        answerFromCache(parts, {
          ask,
          rule: 'story',
          key: `${generation} ${id}`,
          async make() {
            const members = await readMembers(database, id);
            return members.length === 0
              ? null
              : askEngine(() => computeCoverage({ storyId: id, members, ...catalogue }));
          },
        }),
    });
}

export function createStoryContext(parts: ApiParts): Handler {
  const { database, catalogue } = parts;
  return (ask) => {
    const question = parseContextQuestion(new URL(ask.req.url).searchParams);
    if (!question.ok) return problemReply('bad-request', { detail: question.error });
    const { languages, utcOffsetMinutes } = question.value;
    return withLiveStory(parts, {
      ask,
      toPath: (id) => `../${encodeURIComponent(id)}/context${new URL(ask.req.url).search}`,
      answer: ({ generation, id }) =>
        answerFromCache(parts, {
          ask,
          rule: 'context',
          key: `${generation} ${id} ${languages.join()} ${utcOffsetMinutes}`,
          async make() {
            const members = await readMembers(database, id);
            if (members.length === 0) return null;
            const { stories: others } = await readStories(database, {
              view: 'latest',
              limit: OTHER_STORIES_MAX,
              after: null,
            });
            const utcOffsetMs = utcOffsetMinutes * 60_000;
            return askEngine(() =>
              computeStoryContext({ storyId: id, members, others, languages, utcOffsetMs, ...catalogue }),
            );
          },
        }),
    });
  };
}

type LiveStory = { readonly generation: number; readonly id: StoryId };

type StoryQuestion = {
  readonly ask: Ask;
  /** Relative to the requested address, so that it works under any path where a proxy mounts the API. */
  readonly toPath: (id: StoryId) => string;
  readonly answer: (story: LiveStory) => Promise<Reply>;
};

async function withLiveStory(
  { database, index, needsToken }: ApiParts,
  { ask, toPath, answer }: StoryQuestion,
): Promise<Reply> {
  const id = StoryId.safeParse(ask.req.param('id'));
  if (!id.success) return problemReply('not-found');
  const served = index.current();
  if (served === null) return problemReply('not-ready', { headers: { 'retry-after': '10' } });
  const { generation } = served;
  const found = await readStory(database, id.data);
  if (found === null) return problemReply('not-found');
  if (found.status === 'withheld') return problemReply('withheld');
  if (found.status === 'live') return await answer({ generation, id: id.data });
  const cacheControl = cacheControlOf('redirect', { isPrivate: needsToken });
  const headers = { ...OPEN_TO_ALL, location: toPath(found.into), 'cache-control': cacheControl };
  return { status: 308, headers, body: null };
}
