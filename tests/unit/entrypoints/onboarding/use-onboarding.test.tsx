// What onboarding says about polling rounds, and about packs that are imported meanwhile.
// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { toRound, useOnboarding } from '../../../../entrypoints/onboarding/use-onboarding.ts';
import { browser } from '../../../../utils/browser.ts';
import type { EditionInfo } from '../../../../utils/messages.ts';
import { markPacksChanged } from '../../../../utils/outlets/ratings-key.ts';
import { writeSetting } from '../../../../utils/settings.ts';
import type { SyncState } from '../../../../utils/sync-state.ts';
import { isWelcomeDue, noteWelcome } from '../../../../utils/welcome.ts';
import { until } from '../../../support/until.ts';
import { draw, findButton, textOf } from '../../components/draw.tsx';

const BEFORE: SyncState = {
  feedsAllowed: 15,
  feedsChosen: 15,
  running: null,
  isFirst: true,
  lastSuccessAt: null,
  offlineSince: null,
  articles: 0,
  stories: 0,
  failing: 0,
  pausedUntil: null,
  storageFull: false,
  unreadable: null,
};
const ENDED: SyncState = { ...BEFORE, isFirst: false, lastSuccessAt: 1 };

it.each<[string, SyncState, string]>([
  ['before the first', BEFORE, 'waiting'],
  ['while one runs', { ...BEFORE, running: { done: 1, total: 15, startedAt: 1 } }, 'running'],
  ['after one', ENDED, 'ended'],
  ['after one that was offline later', { ...ENDED, offlineSince: 2 }, 'ended'],
  ['after one that no feed answered', { ...ENDED, lastSuccessAt: null, failing: 15 }, 'unanswered'],
  ['after one without a network', { ...BEFORE, offlineSince: 1 }, 'unanswered'],
  ['after one that could not be stored', { ...ENDED, lastSuccessAt: null, storageFull: true }, 'ended'],
  ['without a feed that is allowed', { ...ENDED, feedsAllowed: 0, lastSuccessAt: null }, 'waiting'],
])('%s', (_, sync, status) => expect(toRound(sync).status).toBe(status));

let editions: EditionInfo[] = [];
let origins: string[] = [];

beforeEach(() => {
  editions = [];
  origins = [];
  const onEvent = { addListener: () => {}, removeListener: () => {} };
  Object.assign(browser.permissions, { onAdded: onEvent, onRemoved: onEvent });
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(false);
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { name } = message as { name: string };
    if (name === 'editions/list') return { ok: true, value: editions };
    if (name === 'feeds/origins') return { ok: true, value: origins };
    return { ok: false, error: { reason: 'no-answer' } };
  });
});

function Offered() {
  const { state } = useOnboarding();
  if (state.editions === null || state.missingOrigins === null) return <p>loading</p>;
  return <p>{[...state.editions.map(({ id }) => id), ...state.missingOrigins].join(' ')}</p>;
}

it('editions and feeds of a pack that is imported in another tab are offered', async () => {
  const root = draw(<Offered />);
  await until(() => expect(textOf(root)).toBe(''));
  editions = [{ id: 'nz', country: 'NZ', languages: ['en'], outlets: 6, feeds: 6 }];
  origins = ['https://valley.test/*'];
  await markPacksChanged();
  await until(() => expect(textOf(root)).toBe('nz https://valley.test/*'));
});

it('an open onboarding page counts as the welcome, so no later start opens it again', async () => {
  await noteWelcome();
  draw(<Offered />);
  await until(async () => expect(await isWelcomeDue()).toBe(false));
});

function Reading() {
  const { state, actions } = useOnboarding();
  return (
    <>
      <p>{String(state.refused)}</p>
      <button type="button" onClick={actions.allowReading}>
        allow
      </button>
      <button type="button" onClick={() => actions.setReadingMode('on-click')}>
        less
      </button>
    </>
  );
}

it('a refusal disappears with the next choice, and so does an error thrown by the browser', async () => {
  vi.spyOn(browser.permissions, 'request').mockRejectedValue(new Error('blocked by your administrator'));
  const root = draw(<Reading />);
  const refused = () => textOf(root.querySelector('p'));
  findButton(root, 'allow').click();
  await until(() => expect(refused()).toBe('reading'));
  findButton(root, 'less').click();
  await until(() => expect(refused()).toBe('null'));
});

function Asked() {
  const { state } = useOnboarding();
  return <p>{state.isServerAsked ? 'server' : 'device'}</p>;
}

it('knows of a server that answers, also when the organisation says so later', async () => {
  const root = draw(<Asked />);
  await until(() => expect(textOf(root)).toBe('device'));
  await writeSetting('sourceMode', 'server');
  await until(() => expect(textOf(root)).toBe('server'));
  await writeSetting('sourceMode', 'on-device');
  await until(() => expect(textOf(root)).toBe('device'));
  await browser.storage.local.set({ policy: { sourceMode: 'server', serverAddress: 'https://library.test' } });
  await until(() => expect(textOf(root)).toBe('server'));
});
