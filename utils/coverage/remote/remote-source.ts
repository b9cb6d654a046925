// The coverage source that asks a server: by a hash prefix that hides the page, and with its words only where the user allows that.
//
//   lookup ─▶ meta (how many bits) ─▶ the articles that share the prefix ─▶ the one that is meant, found here
//   match  ─▶ lookup, of the page and of the article that it names as its source ─ known ─▶ no words are sent
//                    └ unknown ─▶ may words be sent? ─ no ─▶ null
//                                                    └ yes ─▶ headline, lead, time, language, kind
//
// An answer is given again for as long as the server allows (cached-questions.ts). A source is made for one question of a tab or
// page: its trail is what the reader is told about it afterwards.
import type { MatchQuestion } from '../../../engine/api.ts';
import { type BlindspotThresholds, keepBlindspots } from '../../../engine/coverage/blindspot.ts';
import type { ArticleId, StoryId } from '../../../engine/ids.ts';
import { LEAD_MAX, TITLE_MAX } from '../../../engine/limits.ts';
import {
  type ArticleProbe,
  type CoverageError,
  type CoverageSource,
  NAMED_SOURCE_CONFIDENCE,
} from '../../../engine/ports.ts';
import { err, ok, type Result } from '../../../engine/result.ts';
import type { Coverage, Match, StorySummary } from '../../../engine/schema.ts';
import type { StoryContext } from '../../../engine/schema-story-context.ts';
import { toUrlArticleId } from '../article-id-of-url.ts';
import type { StoryContextQuestion } from '../read-story-context.ts';
import { untilAborted } from '../until-aborted.ts';
import { type ApiQuestion, askMatch, askStory, askStoryContext } from './api-question.ts';
import type { CachedQuestions } from './cached-questions.ts';
import { readStories } from './list-remote.ts';
import { lookupRemote } from './lookup-remote.ts';
import { noteAnswer, type Trail } from './trail.ts';

export type RemoteSourceDeps = {
  readonly questions: CachedQuestions;
  readonly trail: Trail;
  /** The user's switch "send headline text". */
  readonly maySendHeadline: boolean;
  /** The user's own ratings over the server's. */
  readonly rerate: (coverage: Coverage) => Promise<Coverage>;
  /** The user's own thresholds, which the server's blindspots must pass. */
  readonly readThresholds: () => Promise<BlindspotThresholds>;
  /** Stories that the user separated the article from. */
  readonly findSeparated: (id: ArticleId) => Promise<readonly StoryId[]>;
};

export interface RemoteSource extends CoverageSource {
  storyContext(
    question: StoryContextQuestion,
    signal: AbortSignal,
  ): Promise<Result<StoryContext | null, CoverageError>>;
}

export function createRemoteSource(deps: RemoteSourceDeps): RemoteSource {
  const { questions, trail } = deps;
  return {
    lookup: (urls, signal) =>
      untilAborted(signal, async () => {
        const found = await lookupUnseparated({ ...deps, signal }, urls);
        if (!found.ok) return found;
        const thresholds = await deps.readThresholds();
        return ok(new Map([...found.value].map(([url, story]) => [url, keepBlindspots(story, thresholds)])));
      }),
    match: (probe, signal) => untilAborted(signal, () => matchRemote({ ...deps, signal }, probe)),
    story: (id, signal) =>
      untilAborted(signal, async () => {
        trail.hasNamedStory = true;
        const asked = await askFor({ ...deps, signal }, askStory(id));
        if (!asked.ok || asked.value === null) return asked;
        const [rerated, thresholds] = await Promise.all([deps.rerate(asked.value), deps.readThresholds()]);
        return ok({ ...rerated, story: keepBlindspots(rerated.story, thresholds) });
      }),
    storyContext: (question, signal) =>
      untilAborted(signal, () => askFor({ ...deps, signal }, askStoryContext(question))),
    stories: (query, signal) =>
      untilAborted(signal, async () => {
        const listed = await readStories({ questions, trail, signal }, query);
        if (!listed.ok) return listed;
        const thresholds = await deps.readThresholds();
        return ok(listed.value.map((story) => keepBlindspots(story, thresholds)));
      }),
  };
}

type Asking = RemoteSourceDeps & { readonly signal: AbortSignal };

async function lookupUnseparated(
  asking: Asking,
  urls: readonly string[],
): Promise<Result<ReadonlyMap<string, StorySummary>, CoverageError>> {
  const known = await lookupRemote(asking, urls);
  if (!known.ok) return known;
  const kept = await Promise.all(
    [...known.value].map(async ([url, story]) => {
      const id = toUrlArticleId(url);
      return id !== null && (await asking.findSeparated(id)).includes(story.id) ? [] : [[url, story] as const];
    }),
  );
  return ok(new Map(kept.flat()));
}

async function matchRemote(asking: Asking, probe: ArticleProbe): Promise<Result<Match | null, CoverageError>> {
  const { trail, maySendHeadline, findSeparated } = asking;
  const known = await lookupRemote(asking, [probe.url]);
  if (!known.ok) return known;
  const id = toUrlArticleId(probe.url);
  const separated = id === null ? [] : await findSeparated(id);
  const story = known.value.get(probe.url);
  if (story !== undefined) {
    return ok(
      separated.includes(story.id) ? null : { storyId: story.id, confidence: 1, reasons: [{ kind: 'same-url' }] },
    );
  }
  const { sourceUrl } = probe;
  if (sourceUrl) {
    const sources = await lookupUnseparated(asking, [sourceUrl]);
    if (!sources.ok) return sources;
    const source = sources.value.get(sourceUrl);
    if (source !== undefined && !separated.includes(source.id)) {
      const reasons = [{ kind: 'source-url' as const, host: new URL(sourceUrl).hostname }];
      return ok({ storyId: source.id, confidence: NAMED_SOURCE_CONFIDENCE, reasons });
    }
  }
  if (!maySendHeadline || probe.title === '') return ok(null);
  trail.hasSentHeadline = true;
  const asked = await askFor(asking, askMatch(toQuestion(probe)));
  if (!asked.ok) return asked;
  const match = asked.value?.match ?? null;
  return ok(match !== null && separated.includes(match.storyId) ? null : match);
}

/** Never the address, the outlet or what the text credits. */
function toQuestion({ title, lead, lang, kind, publishedAt }: ArticleProbe): MatchQuestion {
  return { title: title.slice(0, TITLE_MAX), lead: lead.slice(0, LEAD_MAX), lang, kind, publishedAt };
}

async function askFor<Answer>(
  { questions, trail, signal }: Asking,
  question: ApiQuestion<Answer>,
): Promise<Result<Answer | null, CoverageError>> {
  const asked = await questions.ask(question, signal);
  if (!asked.ok) return err(asked.error.error);
  noteAnswer(trail, asked.value);
  return ok(asked.value.answer);
}
