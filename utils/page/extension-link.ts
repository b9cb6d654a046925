// The content script's line to the worker: native messaging only, silent once this script has outlived its extension.
import type { MessageInput, MessageName } from '../messages.ts';

type ContentMessage = Extract<MessageName, `page/${string}`>;

type Runtime = {
  readonly id?: string;
  sendMessage(message: { name: string; input: unknown }): Promise<unknown>;
};

export type ExtensionLink = {
  /** False after an update or removal: a content script goes on living in open pages and must do nothing there. */
  isAlive(): boolean;
  tell<Name extends ContentMessage>(name: Name, input: MessageInput<Name>): void;
};

export function openExtensionLink(): ExtensionLink | null {
  const api: { runtime?: Runtime } | undefined =
    Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const runtime = api?.runtime;
  if (runtime === undefined) return null;
  /** What is told last under a name makes what was told before it old. */
  const latest = new Map<string, unknown>();
  return {
    // The browser takes the id away when it invalidates the script's context.
    isAlive: () => runtime.id !== undefined,
    tell(name, input) {
      latest.set(name, input);
      void deliver(name, input, RETRY_AFTER_MS);
    },
  };

  /** A worker that is stopped before it has answered rejects the message; told again, the browser starts it anew. */
  async function deliver(name: string, input: unknown, [wait, ...later]: readonly number[]): Promise<void> {
    if (runtime?.id === undefined || latest.get(name) !== input) return;
    try {
      await runtime.sendMessage({ name, input });
    } catch {
      if (wait !== undefined) setTimeout(() => void deliver(name, input, later), wait);
    }
  }
}

/** Three tries within ten seconds; then the popup asks for a new reading by itself. */
const RETRY_AFTER_MS = [1_000, 5_000];
