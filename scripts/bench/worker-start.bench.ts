// How soon a stopped worker answers, compared with that of an extension that does nothing else.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openNewsroomBrowser, stopWorker } from '../newsroom/open-newsroom-browser.ts';
import { buildExtension } from '../setup/build-extension.ts';
import { BUILT_EXTENSION, type ExtensionBrowser } from '../setup/extension-browser.ts';
import { type BenchTable, ms, quantile } from './bench-table.ts';

const ROUNDS = 15;
const PLAIN = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Plain',
    version: '1',
    background: { service_worker: 'background.js' },
  }),
  'background.js': 'chrome.runtime.onMessage.addListener((_message, _sender, answer) => answer({}));',
};

export async function bench(): Promise<BenchTable> {
  await buildExtension('chrome');
  const plainPath = writePlainExtension();
  const browsers = await Promise.all(
    [BUILT_EXTENSION, plainPath].map((extensionPath) => openNewsroomBrowser([], extensionPath)),
  );
  try {
    const rounds: (readonly number[])[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const times: number[] = [];
      for (const { extension } of browsers) times.push(await measureStart(extension));
      rounds.push(times);
    }
    const [ours = [], plain = []] = browsers.map((_, at) => rounds.map((times) => times[at] ?? Number.NaN));
    return {
      title: `Worker: from a message to its answer, ${ROUNDS} times by turns`,
      rows: [
        {
          what: 'worker stopped',
          ours: `median ${ms(quantile(ours, 0.5))}, p95 ${ms(quantile(ours, 0.95))}`,
          beside: `a worker of one line: ${ms(quantile(plain, 0.5))}`,
          ratio: quantile(ours, 0.5) / quantile(plain, 0.5),
        },
      ],
    };
  } finally {
    for (const { close } of browsers) await close();
    rmSync(plainPath, { recursive: true });
  }
}

function writePlainExtension(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parallax-plain-'));
  for (const [name, content] of Object.entries(PLAIN)) writeFileSync(path.join(folder, name), content);
  return folder;
}

async function measureStart(extension: ExtensionBrowser): Promise<number> {
  await stopWorker(extension);
  return extension.control.evaluate(async () => {
    const start = performance.now();
    await chrome.runtime.sendMessage({ name: 'tab/open', input: { tabId: -1 } });
    return performance.now() - start;
  });
}
