// What a server needs to poll the sample newsroom: its outlets and ratings as a data folder, and the way to its hosts.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Newsroom } from './newsroom.ts';
import { sampleOutletPack, sampleRatingPacks } from './sample-packs.ts';

/** In the form of public/data. Processes of several roles share the folder: each finds whole files, whoever wrote them. */
export function writeSampleData(folder: string): void {
  mkdirSync(path.join(folder, 'ratings'), { recursive: true });
  writeWhole(path.join(folder, 'outlets.json'), sampleOutletPack());
  for (const pack of sampleRatingPacks()) writeWhole(path.join(folder, 'ratings', `${pack.id}.json`), pack);
}

function writeWhole(file: string, content: unknown): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(content));
  renameSync(unfinished, file);
}

/** Hosts under `.test` exist nowhere, so that no outlet of the world can be meant. */
export function findSampleHost({ httpPort, httpsPort }: Pick<Newsroom, 'httpPort' | 'httpsPort'>) {
  return ({ protocol, hostname }: { readonly protocol: string; readonly hostname: string }) =>
    hostname.endsWith('.test') ? { address: '127.0.0.1', port: protocol === 'https:' ? httpsPort : httpPort } : null;
}
