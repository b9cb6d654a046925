// A story's context from the on-device source: computed from stored rows, without the clusterer.
import { beforeEach, describe, expect, it } from 'vitest';
import { StoryId } from '../../../../engine/ids.ts';
import {
  fetchedFeed,
  neverAborted,
  startFreshProfile,
  startWorker,
  succeed,
  urlOf,
} from '../../../support/on-device-fixtures.ts';

beforeEach(startFreshProfile);

const READER = { languages: ['en'], utcOffsetMs: 0 };
const TITLE = 'Karstova bridge closed after inspectors find cracks';

async function indexBridge() {
  const { source } = startWorker();
  for (const host of ['morning.test', 'valley.test']) {
    const headline = {
      title: TITLE,
      summary: 'Engineers closed the Karstova bridge on Monday after inspectors found cracks in its cable.',
    };
    await succeed(source.ingest(fetchedFeed(host, [headline])));
  }
  await succeed(source.ingest(fetchedFeed('north.test', [{ title: 'Dairy subsidy law passes Vennholm parliament' }])));
  const url = urlOf('morning.test', TITLE);
  const story = (await succeed(source.lookup([url], neverAborted()))).get(url);
  if (story === undefined) throw new Error('no story of the bridge');
  return story.id;
}

describe('storyContext', () => {
  it('answers from stored rows: clustering is not loaded for it', async () => {
    const id = await indexBridge();
    const { source } = startWorker({
      loadClustering: async () => {
        throw new Error('the engine must not be loaded for this');
      },
    });
    const context = await succeed(source.storyContext({ id, ...READER }, neverAborted()));
    expect(context?.timeline.spans.reduce((sum, span) => sum + span.unrated, 0)).toBe(2);
    expect(context?.brief.status).toBe('unknown');
  });

  it('is null for a story that is not known', async () => {
    const { source } = startWorker();
    expect(await succeed(source.storyContext({ id: StoryId.parse('s-none'), ...READER }, neverAborted()))).toBeNull();
  });
});
