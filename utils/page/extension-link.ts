// The content script's connection to the worker. Uses the browser's own messaging API, and falls silent when the script
// has outlived its extension.
import type { MessageInput, MessageName } from '../messages.ts';

type ContentMessage = Extract<MessageName, `page/${string}`>;

type Message = { readonly name: string; readonly input: unknown };

type Runtime = {
  readonly id?: string;
  sendMessage(message: Message): Promise<unknown>;
};

export type ExtensionLink = {
  /**
   * False after the extension was updated or removed: its scripts keep running in open pages and must do nothing there.
   */
  isAlive(): boolean;
  tell<Name extends ContentMessage>(name: Name, input: MessageInput<Name>): void;
};

export function openExtensionLink(): ExtensionLink | null {
  const api: { runtime?: Runtime } | undefined =
    Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const runtime = api?.runtime;
  if (runtime === undefined) return null;
  /** The last message of each name. A newer one replaces an older one that is still being retried. */
  const latest = new Map<string, unknown>();
  return {
    // The browser removes the id when it invalidates the script's context.
    isAlive: () => runtime.id !== undefined,
    tell(name, input) {
      latest.set(name, input);
      void deliver({ name, input }, RETRY_AFTER_MS);
    },
  };

  /**
   * A worker that is stopped before it answers rejects the message. Sending it again makes the browser restart the
   * worker.
   */
  async function deliver(message: Message, [wait, ...later]: readonly number[]): Promise<void> {
    if (runtime?.id === undefined || latest.get(message.name) !== message.input) return;
    try {
      await runtime.sendMessage(message);
    } catch {
      if (wait !== undefined) setTimeout(() => void deliver(message, later), wait);
    }
  }
}

/**
 * Waits between three tries, within ten seconds in all. After that the popup asks for a new reading when it is opened.
 */
const RETRY_AFTER_MS = [1_000, 5_000];
