// Imports the sample outlets and their raters into the extension, with the same messages as its options page.
import type { Page } from '@playwright/test';
import type { Result } from '../../engine/result.ts';
import { SAMPLE_OUTLETS } from './sample-outlet.ts';
import { sampleOutletPack, sampleRatingPacks } from './sample-packs.ts';

/** Origins that need permission before the sample outlets can be read and polled. */
export const SAMPLE_ORIGINS: readonly string[] = SAMPLE_OUTLETS.map(({ host }) => `*://*.${host}/*`);

/** A page of the extension, in any browser, in which functions can be run. */
export type ControlPage = Pick<Page, 'evaluate'>;

/** A message of the contract; without `input`, an empty object is sent. */
export type WorkerMessage = { readonly name: string; readonly input?: object };

/** Sends a message of the contract from a page of the extension; throws if the worker answers with a failure. */
export async function askWorker(page: ControlPage, { name, input = {} }: WorkerMessage): Promise<unknown> {
  const answer: Result<unknown, unknown> = await page.evaluate((message) => chrome.runtime.sendMessage(message), {
    name,
    input,
  });
  if (!answer?.ok) throw new Error(`${name} failed: ${JSON.stringify(answer?.error)}`);
  return answer.value;
}

/** `page` must be one of the extension's own. */
export async function importNewsroom(page: ControlPage): Promise<void> {
  await importFile(page, { name: 'outlets/import', input: { text: JSON.stringify(sampleOutletPack()) } });
  for (const pack of sampleRatingPacks()) {
    const input = { fileName: `${pack.id}.json`, text: JSON.stringify(pack) };
    await importFile(page, { name: 'ratings/import', input });
  }
}

async function importFile(page: ControlPage, message: WorkerMessage): Promise<void> {
  const outcome = JSON.stringify(await askWorker(page, message));
  if (!outcome.includes('"status":"imported"')) throw new Error(`${message.name}: ${outcome}`);
}
