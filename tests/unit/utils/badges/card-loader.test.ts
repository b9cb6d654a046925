// Requests for a card: to the device when its badge is pointed at, to a server only when the card opens.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorkerLine } from '../../../../utils/badges/ask-worker.ts';
import type { CardAnswer, CardStory } from '../../../../utils/badges/badge-schema.ts';
import { createCardLoader } from '../../../../utils/badges/overlay/card-loader.ts';
import type { StoryLink } from '../../../../utils/links/story-link.ts';
import { badgeStoryOf } from '../../../support/badge-story.ts';
import { coverageOf } from '../../../support/coverage-fixtures.ts';
import { until } from '../../../support/until.ts';

const badge = { link: { address: 'https://two.test/bridge' } as StoryLink, story: badgeStoryOf('s-1') };
const card: CardStory = {
  story: coverageOf({ outlets: ['one.test', 'two.test'] }).story,
  headlines: [],
  outlet: null,
  offlineAsOf: null,
  canOpenStory: true,
};

let asked: string[];
let now: number;

beforeEach(() => {
  [asked, now] = [[], 0];
  vi.stubGlobal('location', { href: 'https://front.test/' });
  return () => vi.unstubAllGlobals();
});

type Answer = CardAnswer | null;
const shown: CardAnswer = { status: 'shown', card };
const gone: CardAnswer = { status: 'gone' };

/** With a worker that gives one answer while a badge is pointed at, and another when its card opens. */
function setUp(answers: { readonly pointedAt: Answer; readonly opened: Answer }) {
  const line = {
    isAlive: () => true,
    onChanged: () => () => undefined,
    ask: async (_: string, { isOpened }: { isOpened: boolean }) => {
      asked.push(isOpened ? 'opened' : 'pointed at');
      return isOpened ? answers.opened : answers.pointedAt;
    },
  } as unknown as WorkerLine;
  return createCardLoader(line, () => now);
}

describe('a story that the device knows', () => {
  const known = { pointedAt: shown, opened: shown };

  it('is read when its badge is pointed at, and not again when the card opens', async () => {
    const loader = setUp(known);
    loader.prepare(badge);
    expect(await loader.load(badge)).toEqual({ status: 'shown', card });
    loader.prepare(badge);
    expect(asked).toEqual(['pointed at']);
  });

  it('is read again after a minute', async () => {
    const loader = setUp(known);
    loader.prepare(badge);
    now = 60_000;
    await loader.load(badge);
    expect(asked).toEqual(['pointed at', 'opened']);
  });
});

describe('a story that only a server knows', () => {
  const ofServer = { pointedAt: gone, opened: shown };

  it('is not asked for while badges are only pointed at', async () => {
    const loader = setUp(ofServer);
    loader.prepare(badge);
    await until(() => expect(asked).toEqual(['pointed at']));
  });

  it('is asked for when the card opens, once', async () => {
    const loader = setUp(ofServer);
    loader.prepare(badge);
    const both = await Promise.all([loader.load(badge), loader.load(badge)]);
    expect(both.map(({ status }) => status)).toEqual(['shown', 'shown']);
    loader.prepare(badge);
    expect((await loader.load(badge)).status).toBe('shown');
    expect(asked).toEqual(['pointed at', 'opened']);
  });

  it('that has expired is reported as gone, and not requested again', async () => {
    const loader = setUp({ pointedAt: gone, opened: gone });
    expect((await loader.load(badge)).status).toBe('gone');
    expect((await loader.load(badge)).status).toBe('gone');
    expect(asked).toEqual(['opened']);
  });
});

it('a failed request is repeated', async () => {
  const failed: CardAnswer = { status: 'failed', reason: 'server-busy' };
  const loader = setUp({ pointedAt: null, opened: failed });
  loader.prepare(badge);
  expect(await loader.load(badge)).toEqual(failed);
  expect(await loader.load(badge)).toEqual(failed);
  expect(asked).toEqual(['pointed at', 'opened', 'opened']);
});

it('a worker that does not answer is not a reason to show', async () => {
  expect(await setUp({ pointedAt: null, opened: null }).load(badge)).toEqual({
    status: 'failed',
    reason: 'unexpected',
  });
});

it('each source is asked for its own story, though both have the same id', async () => {
  const ask = vi.fn(async () => shown);
  const loader = createCardLoader(
    { ask, isAlive: () => true, onChanged: () => () => undefined } as unknown as WorkerLine,
    () => now,
  );
  for (const by of ['device', 'server'] as const) {
    await loader.load({ ...badge, story: { ...badge.story, by } });
    expect(ask).toHaveBeenLastCalledWith('links/story', expect.objectContaining({ storyId: badge.story.storyId, by }));
  }
});
