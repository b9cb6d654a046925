// The overlay's script comes with the first lookup that finds something, or is requested separately, but never both.
import { afterEach, expect, it, vi } from 'vitest';
import type { WorkerLine } from '../../../../utils/badges/ask-worker.ts';
import type { LinksAnswer } from '../../../../utils/badges/badge-schema.ts';
import { type BadgeOverlay, offerPart } from '../../../../utils/badges/overlay/overlay-port.ts';
import { createOverlayLoader } from '../../../../utils/badges/overlay-loader.ts';
import { badgeStoryOf } from '../../../support/badge-story.ts';

const QUESTION = { pageUrl: 'https://front.test/', links: [] };
const FOUND: LinksAnswer = { found: [{ index: 0, story: badgeStoryOf('s-1') }], isWhole: true };
const NOTHING: LinksAnswer = { found: [], isWhole: true };

afterEach(() => {
  for (const name of Object.keys(globalThis))
    if (name.startsWith('__parallax')) Reflect.deleteProperty(globalThis, name);
});

function setUp(answers: readonly (LinksAnswer | null)[], isComing = false) {
  const asked: string[] = [];
  const left = [...answers];
  const line = {
    isAlive: () => true,
    onChanged: () => () => undefined,
    ask: async (name: string, input: { needsOverlay?: boolean }) => {
      asked.push(input.needsOverlay === true ? `${name} with the overlay` : name);
      return name === 'links/lookup' ? (left.shift() ?? null) : {};
    },
  } as WorkerLine;
  return { loader: createOverlayLoader(line, { isComing }), asked };
}

function runScript() {
  const overlay: BadgeOverlay = { show: vi.fn(), remove: vi.fn(), close: vi.fn() };
  const create = vi.fn(() => overlay);
  offerPart('__parallaxOverlay', create);
  return { overlay, create };
}

it('comes with the first answer that has something to show, and is not requested again', async () => {
  const { loader, asked } = setUp([NOTHING, FOUND, FOUND]);
  for (let question = 0; question < 3; question += 1) await loader.lookUp(QUESTION);
  const opened = loader.open('all');
  const { overlay } = runScript();
  expect(await opened).toBe(overlay);
  expect(asked).toEqual(['links/lookup with the overlay', 'links/lookup with the overlay', 'links/lookup']);
});

it('is brought by one of two simultaneous requests', async () => {
  const { loader, asked } = setUp([FOUND, FOUND]);
  await Promise.all([loader.lookUp(QUESTION), loader.lookUp(QUESTION)]);
  expect(asked).toEqual(['links/lookup with the overlay', 'links/lookup']);
});

it('that comes with the finder, because the scout has found a covered link, is not requested again', async () => {
  const { loader, asked } = setUp([FOUND], true);
  await loader.lookUp(QUESTION);
  const opened = loader.open('all');
  const { overlay } = runScript();
  expect(await opened).toBe(overlay);
  expect(asked).toEqual(['links/lookup']);
});

it('is requested separately for the open article’s own badge', async () => {
  const { loader, asked } = setUp([]);
  const opened = loader.open('all');
  const { overlay } = runScript();
  expect(await opened).toBe(overlay);
  expect(asked).toEqual(['links/script']);
});

it('that did not come is brought again when everything is looked up again, and one that came is not', async () => {
  const { loader, asked } = setUp([FOUND, FOUND, FOUND, FOUND]);
  await loader.lookUp(QUESTION);
  const opened = loader.open('all');
  await loader.lookUp(QUESTION);
  loader.renew();
  await loader.lookUp(QUESTION);
  const { overlay } = runScript();
  expect(await opened).toBe(overlay);
  loader.renew();
  await loader.lookUp(QUESTION);
  expect(asked).toEqual([
    'links/lookup with the overlay',
    'links/lookup',
    'links/lookup with the overlay',
    'links/lookup',
  ]);
});

it('that is injected twice opens one overlay', async () => {
  const { loader } = setUp([FOUND]);
  await loader.lookUp(QUESTION);
  const opened = loader.open('all');
  const first = runScript();
  const second = runScript();
  await opened;
  expect(first.create.mock.calls.length + second.create.mock.calls.length).toBe(1);
});

it('that is in the page already is opened without a request', async () => {
  const { overlay } = runScript();
  const { loader, asked } = setUp([]);
  expect(await loader.open('all')).toBe(overlay);
  expect(asked).toEqual([]);
});
