// What the popup takes from the worker's answer: the state that is stored when the answer arrives.
import { expect, it, vi } from 'vitest';
import { askOutlet, askWorker, readChosenFacts } from '../../../../entrypoints/popup/popup-facts.ts';
import type { PopupFacts } from '../../../../entrypoints/popup/to-popup-state.ts';
import { browser } from '../../../../utils/browser.ts';
import type { TabState } from '../../../../utils/tab-state.ts';
import { writeTabState } from '../../../../utils/tabs/tab-states.ts';
import { INVENTED_OUTLETS } from '../../../support/ui/invented-outlets.ts';

const PAGE = 'https://gull.test/wall';
const reading: TabState = { pageUrl: PAGE, page: { status: 'reading', since: 1 }, separated: null };
const ended: TabState = {
  pageUrl: PAGE,
  page: { status: 'not-article', kind: 'front', outletStories: [] },
  separated: null,
};

async function ask(answer: () => Promise<unknown>): Promise<Partial<PopupFacts>> {
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(answer);
  const told: Partial<PopupFacts>[] = [];
  await askWorker(7, (facts) => told.push(facts));
  return Object.assign({}, ...told);
}

it('shows the current state if the answer is outdated when it arrives', async () => {
  await writeTabState(7, reading);
  const facts = await ask(async () => {
    await writeTabState(7, ended);
    return { ok: true, value: reading };
  });
  expect(facts).toEqual({ hasAsked: true, askFailure: null, tab: ended });
});

it.each([
  ['its own menu', '*://www.gull.test/*', true],
  ['a feed of the same host', 'https://www.gull.test/*', false],
  ['nothing', null, false],
])('knows a site that the browser allows by %s', async (_, granted, isHostAllowed) => {
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async ({ origins = [] }) => origins[0] === granted);
  expect(await readChosenFacts('https://www.gull.test/wall')).toMatchObject({ isHostAllowed, badges: null });
});

it('asks for the outlet of an address, and gives null if the worker does not answer', async () => {
  const rated = INVENTED_OUTLETS.herald;
  const send = vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue({ ok: true, value: rated });
  expect(await askOutlet(PAGE)).toEqual({ url: PAGE, rated });
  expect(send.mock.calls[0]?.[0]).toMatchObject({ name: 'outlets/of-page', input: { url: PAGE } });
  send.mockResolvedValue({ ok: false, error: { reason: 'failed', detail: 'no registry' } });
  expect(await askOutlet(PAGE)).toEqual({ url: PAGE, rated: null });
});

it('leaves the state as it is when the worker fails, and says why', async () => {
  const facts = await ask(async () => ({ ok: false, error: { reason: 'failed', detail: 'no store' } }));
  expect(facts).toEqual({ hasAsked: true, askFailure: 'failed: no store' });
});
