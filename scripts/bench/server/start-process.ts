// Starts the benchmark's processes, communicates with them, and measures their memory and processor time.
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import type { Load, LoadReport } from './load.ts';
import { LEAN, startRole } from './start-role.ts';

export type RunningServer = {
  readonly port: number;
  /** Current resident memory. */
  readonly memoryMb: () => number;
  /** Processor time since its start, over all its threads. */
  readonly cpuMs: () => number;
  readonly stop: () => void;
};

const Ready = z.object({ port: z.number() });
const START_TIMEOUT_MS = 120_000;

/** The server itself, in its API role. */
export async function startApi(databaseUrl: string): Promise<RunningServer> {
  const { port, pid, stop } = startRole('api', databaseUrl);
  return toRunning({ port: await port, pid, stop });
}

/** Answers a constant of this many bytes. */
export async function startBare(bytes: number): Promise<RunningServer> {
  const child = startProcess('bare-process.ts', [String(bytes)]);
  const { port } = Ready.parse(await nextMessage(child, START_TIMEOUT_MS));
  return toRunning({ port, pid: child.pid ?? 0, stop: () => void child.kill() });
}

type Started = { readonly port: number; readonly pid: number; readonly stop: () => void };

function toRunning({ port, pid, stop }: Started): RunningServer {
  return { port, memoryMb: () => readMemoryMb(pid), cpuMs: () => readCpuMs(pid), stop };
}

export async function measureLoad(load: Load): Promise<LoadReport> {
  const child = startProcess('load-process.ts', []);
  child.send(load);
  const report = (await nextMessage(child, load.durationMs + START_TIMEOUT_MS)) as LoadReport; // from load-process.ts
  child.kill();
  return report;
}

function startProcess(file: string, args: readonly string[]): ChildProcess {
  return fork(path.join(import.meta.dirname, file), [...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...LEAN }, // runs the bare handler with the server's settings
  });
}

function nextMessage(child: ChildProcess, timeoutMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a process of the bench does not answer')), timeoutMs);
    const settle = (end: () => void) => {
      clearTimeout(timer);
      child.removeAllListeners();
      end();
    };
    child.once('message', (message) => settle(() => resolve(message)));
    child.once('exit', (code) => settle(() => reject(new Error(`a process of the bench ended with ${code}`))));
  });
}

const TICK_MS = 10; // Linux reports processor times in hundredths of a second

function readCpuMs(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  return (user + system) * TICK_MS;
}

function readMemoryMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
