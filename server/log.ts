// The server's log: one JSON line per event, with plain facts and never a reader's address or question.
import { pino } from 'pino';

export type Facts = Readonly<Record<string, string | number | boolean>>;

export const LOG_LEVELS = ['error', 'warn', 'info', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** `cause` is a bug or a failing machine; its stack is logged. */
export type Failure = { readonly cause: unknown; readonly facts?: Facts };

export type Log = {
  /** `event` is a short constant phrase, so that events can be counted. */
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, failure: Failure): void;
};

export function createLog({ level, role }: { readonly level: LogLevel; readonly role: string }): Log {
  // pid and host name are left to the platform; our error messages contain nothing from a reader's request.
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
    error: (event, { cause, facts = {} }) => logger.error({ ...facts, err: cause }, event),
  };
}

const STDOUT = 1;

/** Characters buffered while the output accepts none; anything beyond is dropped. */
const WAITING_MAX = 1_000_000;

/**
 * A full disk or a closed terminal must not stop the server. Lines are buffered then, and written once there is room again. When
 * the process ends before that, they are dropped: pino's flushSync would retry for ever.
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
