// Sends messages of the contract; in the worker, answers them after checking the sender and parsing the input.
import { err, ok, type Result } from '../engine/result.ts';
import { browser, type Runtime } from './browser.ts';
import { MESSAGES, type MessageInput, type MessageName, type MessageOutput } from './messages.ts';
import { reportFailure } from './report-failure.ts';

export type MessageFailure =
  | { readonly reason: 'no-answer' }
  | { readonly reason: 'not-allowed' }
  | { readonly reason: 'bad-input' }
  | { readonly reason: 'bad-output' }
  | { readonly reason: 'failed'; readonly detail: string };

type Envelope = { readonly name: MessageName; readonly input: unknown };

export type MessageSender = Runtime.MessageSender;
export type MessageHandlers = {
  readonly [Name in MessageName]: (input: MessageInput<Name>, sender: MessageSender) => Promise<MessageOutput<Name>>;
};

/** Milliseconds. A worker that is stopped during a message does not answer; handlers tolerate repeats, so it is sent again. */
const ASK_AGAIN_AFTER_MS = [200, 1_000];

/** Sends a message to the worker, which the browser starts if necessary. */
export async function sendMessage<Name extends MessageName>(
  name: Name,
  input: MessageInput<Name>,
): Promise<Result<MessageOutput<Name>, MessageFailure>> {
  const envelope: Envelope = { name, input };
  let answer = await ask(envelope);
  for (const wait of ASK_AGAIN_AFTER_MS) {
    if (answer !== undefined) break;
    await new Promise((resolve) => setTimeout(resolve, wait));
    answer = await ask(envelope);
  }
  if (answer === undefined) return err({ reason: 'no-answer' });
  if (!answer.ok) return answer;
  const parsed = MESSAGES[name].output.safeParse(answer.value);
  return parsed.success ? ok(parsed.data as MessageOutput<Name>) : err({ reason: 'bad-output' });
}

async function ask(envelope: Envelope): Promise<Result<unknown, MessageFailure> | undefined> {
  try {
    return await browser.runtime.sendMessage(envelope);
  } catch {
    return undefined;
  }
}

/** Registers the handlers; must be called in the worker's first synchronous turn. */
export function serveMessages(handlers: MessageHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) => {
    const envelope = parseEnvelope(message);
    return envelope === null ? undefined : answer(handlers, { ...envelope, sender });
  });
}

function parseEnvelope(message: unknown): Envelope | null {
  if (typeof message !== 'object' || message === null || !('name' in message) || !('input' in message)) return null;
  const { name, input } = message;
  return typeof name === 'string' && Object.hasOwn(MESSAGES, name) ? { name: name as MessageName, input } : null;
}

async function answer(
  handlers: MessageHandlers,
  { name, input, sender }: Envelope & { readonly sender: MessageSender },
): Promise<Result<unknown, MessageFailure>> {
  if (!isAllowed(name, sender)) return err({ reason: 'not-allowed' });
  const parsed = MESSAGES[name].input.safeParse(input);
  if (!parsed.success) return err({ reason: 'bad-input' });
  const handle = handlers[name] as (input: unknown, sender: MessageSender) => Promise<unknown>;
  try {
    return ok(await handle(parsed.data, sender));
  } catch (cause) {
    reportFailure(name, cause);
    return err({ reason: 'failed', detail: cause instanceof Error ? cause.message : String(cause) });
  }
}

/** Content scripts may only speak for the top frame of their tab; all other messages must come from an extension page. */
function isAllowed(name: MessageName, sender: MessageSender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  if (MESSAGES[name].from === 'content') return sender.tab?.id !== undefined && sender.frameId === 0;
  return sender.url?.startsWith(browser.runtime.getURL('')) ?? false;
}
