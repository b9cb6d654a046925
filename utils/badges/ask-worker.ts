// How scripts in a page call the worker. Uses native messaging only: the polyfill and the validator would add 30 kB.
//
// Answers come from this extension's own worker, which validates their contents, so they are not parsed again.
import type { MessageInput, MessageName, MessageOutput } from '../messages.ts';
import { watchReturn } from '../page/watch-return.ts';

type LinkMessage = Extract<MessageName, `links/${string}`>;

type Listener = (message: unknown) => void;

type Runtime = {
  readonly id?: string;
  sendMessage(message: { name: string; input: unknown }): Promise<unknown>;
  readonly onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
};

type Api = {
  readonly runtime?: Runtime;
  readonly i18n?: { getMessage(key: string, values?: string[]): string; getUILanguage(): string };
};

export type WorkerLine = {
  /** False after the extension was updated or removed. */
  isAlive(): boolean;
  /** Null when the worker does not answer, or answers with a failure. */
  ask<Name extends LinkMessage>(name: Name, input: MessageInput<Name>): Promise<MessageOutput<Name> | null>;
  /** Calls back when the worker reports that badges may have changed; returns a function that stops it. */
  onChanged(listener: (change: BadgeChange) => void): () => void;
};

/**
 * Sent by the worker to the scripts of a page: the page's own article is covered, something else about it has changed, or
 * anything may have changed.
 */
export type BadgeChange = (typeof CHANGES)[number];
const CHANGES = ['badges/covered', 'badges/page', 'badges/all'] as const;

/** If the worker was stopped while handling a message, the next message starts it again. */
const ASK_AGAIN_AFTER_MS = 300;

export function openWorkerLine(): WorkerLine | null {
  const runtime = extensionApi()?.runtime;
  if (runtime === undefined) return null;
  const isAlive = () => runtime.id !== undefined;

  /** Firefox drops an answer that arrives while the page is in the back/forward cache, so such calls would never end. */
  const unanswered = new Set<() => void>();
  watchReturn(() => {
    for (const giveUp of unanswered) giveUp();
  }, new AbortController().signal);
  const send = (message: { name: string; input: unknown }) =>
    new Promise<unknown>((resolve) => {
      const giveUp = () => resolve(undefined);
      unanswered.add(giveUp);
      runtime
        .sendMessage(message)
        .then(resolve, giveUp)
        .finally(() => unanswered.delete(giveUp));
    });

  async function ask<Name extends LinkMessage>(name: Name, input: MessageInput<Name>) {
    for (let attempt = 0; attempt < 2 && isAlive(); attempt += 1) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_AFTER_MS));
      const answer = await send({ name, input });
      if (isAnswer(answer)) return answer.ok ? (answer.value as MessageOutput<Name>) : null;
    }
    return null;
  }

  return {
    isAlive,
    ask,
    onChanged(listener) {
      const onMessage: Listener = (message) => {
        const change = CHANGES.find((known) => known === message);
        if (change !== undefined) listener(change);
      };
      runtime.onMessage.addListener(onMessage);
      return () => {
        if (isAlive()) runtime.onMessage.removeListener(onMessage);
      };
    },
  };
}

export function extensionApi(): Api | undefined {
  return Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
}

function isAnswer(answer: unknown): answer is { ok: true; value: unknown } | { ok: false } {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
