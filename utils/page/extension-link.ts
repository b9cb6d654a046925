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
  return {
    // The browser takes the id away when it invalidates the script's context.
    isAlive: () => runtime.id !== undefined,
    tell(name, input) {
      if (runtime.id === undefined) return;
      try {
        // No answer is waited for; a worker that is just being replaced gives none.
        runtime.sendMessage({ name, input }).catch(() => undefined);
      } catch {
        // The context went away between the two lines above.
      }
    },
  };
}
