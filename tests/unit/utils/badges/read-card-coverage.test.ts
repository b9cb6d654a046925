// Whose story a card shows where device and server have the same id for different extents of a story.
import { expect, it, vi } from 'vitest';
import { StoryId } from '../../../../engine/ids.ts';
import type { CoverageError } from '../../../../engine/ports.ts';
import { err, ok, type Result } from '../../../../engine/result.ts';
import type { Coverage } from '../../../../engine/schema.ts';
import { type CardSources, readCardCoverage } from '../../../../utils/badges/read-card-coverage.ts';
import { coverageOf } from '../../../support/coverage-fixtures.ts';

const atServer = coverageOf({ outlets: ['one.test', 'two.test', 'three.test', 'four.test'] });
const onDevice = coverageOf({ outlets: ['one.test', 'two.test'] });
const question = { id: StoryId.parse('s-1'), by: 'device', isPrivate: true, isOpened: false } as const;

function setUp(changes: Partial<CardSources> = {}) {
  const ask = vi.fn(async (): Promise<Result<Coverage | null, CoverageError>> => ok(atServer));
  const askDevice = vi.fn(async (): Promise<Result<Coverage | null, CoverageError>> => ok(onDevice));
  return { ask, askDevice, hasOwnIndex: async () => true, ...changes };
}

it('the card of a server’s badge shows the server’s story, though the device has one of that id', async () => {
  const sources = setUp();
  expect(await readCardCoverage({ ...question, by: 'server', isOpened: true }, sources)).toEqual(ok(atServer));
  expect(sources.ask).toHaveBeenCalledWith({ id: question.id, isPrivate: true });
  expect(sources.askDevice).not.toHaveBeenCalled();
});

it('a server’s badge that is only pointed at is answered by nobody', async () => {
  const sources = setUp();
  expect(await readCardCoverage({ ...question, by: 'server' }, sources)).toEqual(ok(null));
  expect(sources.ask).not.toHaveBeenCalled();
  expect(sources.askDevice).not.toHaveBeenCalled();
});

it.each([true, false])(
  'the card of the device’s badge shows the device’s story, opened (%s) or not',
  async (isOpened) => {
    const sources = setUp();
    expect(await readCardCoverage({ ...question, isOpened }, sources)).toEqual(ok(onDevice));
    expect(sources.ask).not.toHaveBeenCalled();
  },
);

it.each<[string, Partial<CardSources>]>([
  ['no longer knows the story', { askDevice: async () => ok(null) }],
  ['cannot read it', { askDevice: async () => err({ reason: 'aborted' }) }],
  ['has no index of its own', { hasOwnIndex: async () => false }],
])('the chosen source answers for the device, which %s, once the card opens', async (_, changes) => {
  const sources = setUp(changes);
  expect(await readCardCoverage(question, sources)).toEqual(ok(null));
  expect(sources.ask).not.toHaveBeenCalled();
  expect(await readCardCoverage({ ...question, isOpened: true }, sources)).toEqual(ok(atServer));
});
