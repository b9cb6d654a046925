// Pins the engine's results for a fixed stream, so that no change goes unnoticed or without a new engine version.
//
// For an intended change: raise ENGINE_VERSION, run with UPDATE_GOLDEN=1, and read the diff of clustering.json.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createStoryClusterer } from '../../engine/cluster/story-clusterer.ts';
import type { ArticleId } from '../../engine/ids.ts';
import type { Placement } from '../../engine/ports.ts';
import { ENGINE_VERSION } from '../../engine/version.ts';
import { GOLDEN_ARTICLES } from './clustering-articles.ts';

const file = path.join(import.meta.dirname, 'clustering.json');

function group() {
  const clusterer = createStoryClusterer();
  const places = new Map<ArticleId, Placement>();
  for (const article of GOLDEN_ARTICLES) places.set(article.id, clusterer.add(article));
  for (const { articleId, ...place } of clusterer.maintain().moves) places.set(articleId, place);
  return {
    engineVersion: ENGINE_VERSION,
    places: Object.fromEntries([...places].map(([id, { storyId, familyId }]) => [id, `${storyId} ${familyId}`])),
  };
}

it('groups the fixed stream as this engine version always did', () => {
  const made = group();
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
  expect(made).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
