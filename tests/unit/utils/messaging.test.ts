// Which senders may send which messages to the worker, and what happens to messages that do not parse.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { URL_MAX } from '../../../engine/limits.ts';
import { MESSAGES, type MessageName } from '../../../utils/messages.ts';
import { type MessageHandlers, type MessageSender, sendMessage, serveMessages } from '../../../utils/messaging.ts';

type Listener = (message: unknown, sender: MessageSender) => Promise<unknown> | undefined;

const OWN_PAGE = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html') };
const CONTENT = { id: fakeBrowser.runtime.id, url: 'https://one.test/', frameId: 0, tab: { id: 3 } } as MessageSender;
const READING = { name: 'page/reading', input: { pageUrl: 'https://one.test/' } };

function serve(handler: () => Promise<unknown> = async () => ({})) {
  const handle = vi.fn(handler);
  const handlers = Object.fromEntries(Object.keys(MESSAGES).map((name) => [name, handle]));
  const listen = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation(() => undefined);
  serveMessages(handlers as unknown as MessageHandlers);
  const listener = listen.mock.calls[0]?.[0] as unknown as Listener;
  return { handle, tell: (message: unknown, sender: MessageSender) => listener(message, sender) };
}

beforeEach(() => fakeBrowser.reset());

describe('senders', () => {
  test.each([
    ['the content script of a tab', READING, CONTENT, true],
    ['a frame inside the page', READING, { ...CONTENT, frameId: 4 }, false],
    ['another extension', READING, { ...CONTENT, id: 'another' }, false],
    ['an extension page', { name: 'sync/state', input: {} }, OWN_PAGE, true],
    ['a content script asking for what only pages may', { name: 'data/clear', input: {} }, CONTENT, false],
    ['a web page', { name: 'sync/state', input: {} }, { id: OWN_PAGE.id, url: 'https://one.test/' }, false],
    ['who names no page', { name: 'sync/state', input: {} }, { id: OWN_PAGE.id }, false],
  ])('%s', async (_, message, sender, isAllowed) => {
    const { handle, tell } = serve();
    const answer = await tell(message, sender as MessageSender);
    expect(handle).toHaveBeenCalledTimes(isAllowed ? 1 : 0);
    expect(answer).toEqual(isAllowed ? { ok: true, value: {} } : { ok: false, error: { reason: 'not-allowed' } });
  });
});

describe('words', () => {
  test.each([
    ['no object', 'hello'],
    ['nothing', null],
    ['an unknown name', { name: 'page/erase', input: {} }],
    ['a name of Object.prototype', { name: 'constructor', input: {} }],
  ])('%s is left to other listeners', (_, message) => {
    expect(serve().tell(message, OWN_PAGE)).toBeUndefined();
  });

  test.each([
    ['no address', { pageUrl: 'javascript:alert(1)' }],
    ['too long an address', { pageUrl: `https://one.test/${'a'.repeat(17_000)}` }],
    ['a missing field', {}],
  ])('%s is refused', async (_, input) => {
    const { handle, tell } = serve();
    expect(await tell({ name: 'page/reading', input }, CONTENT)).toEqual({ ok: false, error: { reason: 'bad-input' } });
    expect(handle).not.toHaveBeenCalled();
  });

  test('a card is asked for wherever badges are: beside the headline of a page whose address is long, too', async () => {
    const { handle, tell } = serve();
    const url = `https://one.test/?campaign=${'a'.repeat(16_000)}`;
    await tell({ name: 'links/orders', input: { pageUrl: url } }, CONTENT);
    const asked = { pageUrl: url, storyId: 's-1', by: 'device', url, isOpened: true };
    await tell({ name: 'links/story', input: asked }, CONTENT);
    expect(handle).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['links/scout', (url: string) => ({ urls: [url] })],
    ['links/lookup', (url: string) => ({ links: [{ url, text: '' }], needsOverlay: false })],
  ])('%s asks also for the links of a page on which one was written wrongly', async (name, toInput) => {
    const ask = (url: string) => tell({ name, input: { pageUrl: 'https://one.test/', ...toInput(url) } }, CONTENT);
    const { handle, tell } = serve();
    for (const url of ['http: //two.test/', 'https:', 'httpx://two.test/']) await ask(url);
    expect(handle).toHaveBeenCalledTimes(3);
    for (const url of ['javascript:alert(1)', `https://two.test/${'a'.repeat(URL_MAX)}`]) await ask(url);
    expect(handle).toHaveBeenCalledTimes(3);
  });
});

test('a handler that throws answers with what went wrong', async () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { tell } = serve(() => Promise.reject(new Error('the disk is gone')));
  const answer = await tell({ name: 'sync/state' satisfies MessageName, input: {} }, OWN_PAGE);
  expect(answer).toEqual({ ok: false, error: { reason: 'failed', detail: 'the disk is gone' } });
  expect(complain).toHaveBeenCalledOnce();
});

describe('asking', () => {
  const died = new Error('The message port closed before a response was received.');
  const answered = { ok: true, value: {} };

  async function askWith(...outcomes: (object | Error)[]) {
    vi.useFakeTimers();
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    for (const outcome of outcomes) {
      if (outcome instanceof Error) send.mockRejectedValueOnce(outcome);
      else send.mockImplementationOnce(async () => outcome);
    }
    const asked = sendMessage('sync/now', {});
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    return { answer: await asked, times: send.mock.calls.length };
  }

  test.each([
    ['an answer is taken at once', [answered], answered, 1],
    ['a worker that died is asked again', [died, answered], answered, 2],
    ['twice', [died, died, answered], answered, 3],
    ['then it is said that there is no answer', [died, died, died], { ok: false, error: { reason: 'no-answer' } }, 3],
    [
      'a refusal is an answer',
      [{ ok: false, error: { reason: 'bad-input' } }],
      { ok: false, error: { reason: 'bad-input' } },
      1,
    ],
  ] satisfies [string, (object | Error)[], object, number][])('%s', async (_, outcomes, answer, times) => {
    expect(await askWith(...outcomes)).toEqual({ answer, times });
  });
});
