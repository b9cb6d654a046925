// Runs the server on the sample newsroom, without touching the network.
import path from 'node:path';
import { createLog } from '../../server/log.ts';
import { runServer } from '../../server/run-server.ts';
import { startNewsroom } from './newsroom.ts';
import { describeUnusedSettings, readSampleConfig, readSampleTime } from './sample-config.ts';
import { findSampleHost, writeSampleData } from './sample-server.ts';

type SampleCommand = { readonly sample: string; readonly settingArgs: readonly string[] };

export async function runSample({ sample, settingArgs }: SampleCommand): Promise<void> {
  const unused = describeUnusedSettings({ env: process.env });
  if (unused !== null) console.error(unused);
  const config = readSampleConfig({ args: settingArgs, env: process.env });
  if (!config.ok) {
    for (const sentence of config.error) console.error(sentence);
    process.exitCode = 2;
    return;
  }
  const now = readSampleTime(sample, Date.now());
  if (!now.ok) {
    console.error(now.error);
    process.exitCode = 2;
    return;
  }
  const settings = config.value;
  const dataFolder = path.join(settings.dataFolder, 'newsroom');
  writeSampleData(dataFolder);
  const newsroom = await startNewsroom({ now: now.value });
  console.error(`The sample newsroom is open (invented content, ${newsroom.issue().length} articles).`);
  const log = createLog({ level: settings.logLevel, role: settings.role });
  process.exitCode = await runServer({ settings, log, dataFolder, findDetour: findSampleHost(newsroom) });
  await newsroom.close();
}
