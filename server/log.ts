// What the server writes about itself: one JSON line an event, with plain facts, and never a reader's address or question.
import { pino } from 'pino';

export type Facts = Readonly<Record<string, string | number | boolean>>;

export const LOG_LEVELS = ['error', 'warn', 'info', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Log = {
  /** `event` is a few words that stay the same, so that they can be counted. */
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  /** `cause` is a bug or a broken machine: its stack is written. */
  error(event: string, cause: unknown, facts?: Facts): void;
};

export function createLog({ level, role }: { readonly level: LogLevel; readonly role: string }): Log {
  // pid and host name are the platform's to add; errors of ours carry no question of a reader in their messages.
  const logger = pino(
    {
      level,
      base: { role },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    openOutput(),
  );
  return {
    info: (event, facts = {}) => logger.info(facts, event),
    warn: (event, facts = {}) => logger.warn(facts, event),
    error: (event, cause, facts = {}) => logger.error({ ...facts, err: cause }, event),
  };
}

const STDOUT = 1;

/** Characters that wait while the output takes none: what comes beyond is left out. */
const WAITING_MAX = 1_000_000;

/**
 * A full disk and a closed terminal are no reason to stop. The lines wait then, and are written when there is room again;
 * an end before that does not wait: the library would try for ever.
 */
function openOutput() {
  const output = pino.destination({ dest: STDOUT, maxLength: WAITING_MAX });
  const { flushSync } = output;
  output.on('error', () => {
    output.flushSync = () => undefined;
  });
  output.on('write', () => {
    output.flushSync = flushSync;
  });
  return output;
}
