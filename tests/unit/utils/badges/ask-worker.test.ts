// How scripts in a page ask the worker, and what happens if no answer comes.
// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { openWorkerLine } from '../../../../utils/badges/ask-worker.ts';
import { preparePageRewrite } from '../../../support/page-rewrite.ts';

const never = new Promise<never>(() => undefined);

const openLine = (sendMessage: () => Promise<unknown>) => {
  vi.stubGlobal('browser', { runtime: { id: 'parallax', sendMessage, onMessage: {} } });
  const line = openWorkerLine();
  if (line === null) throw new Error('no line to the worker');
  return line;
};

const showPage = (persisted: boolean) => {
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
};

afterEach(() => vi.unstubAllGlobals());

it('repeats a request when the page returns from the back/forward cache, in which its answer was lost', async () => {
  const sendMessage = vi.fn<() => Promise<unknown>>().mockReturnValueOnce(never);
  sendMessage.mockResolvedValue({ ok: true, value: {} });
  const asked = openLine(sendMessage).ask('links/script', { part: 'card' });
  showPage(false);
  expect(sendMessage).toHaveBeenCalledTimes(1);
  showPage(true);
  expect(await asked).toEqual({});
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

it('repeats it after a script has written another document, too', async () => {
  const rewritePage = preparePageRewrite();
  const sendMessage = vi.fn<() => Promise<unknown>>().mockReturnValueOnce(never);
  sendMessage.mockResolvedValue({ ok: true, value: {} });
  const asked = openLine(sendMessage).ask('links/script', { part: 'card' });
  rewritePage();
  await Promise.resolve();
  showPage(true);
  expect(await asked).toEqual({});
});

it('does not repeat an answered request on return', async () => {
  const sendMessage = vi.fn(async () => ({ ok: true, value: {} }));
  const line = openLine(sendMessage);
  expect(await line.ask('links/script', { part: 'card' })).toEqual({});
  showPage(true);
  expect(sendMessage).toHaveBeenCalledTimes(1);
});
