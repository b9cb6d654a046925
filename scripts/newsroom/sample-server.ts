// What a server needs to poll the sample newsroom: its outlets and ratings as a data folder, and a route to its hosts.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Newsroom } from './newsroom.ts';
import { sampleOutletPack, sampleRatingPacks } from './sample-packs.ts';

/** In the layout of public/data. Processes of several roles share the folder, so each file is replaced as a whole. */
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

/** Hosts under `.test` exist nowhere else, so that no real outlet is affected. */
export function findSampleHost({ httpPort, httpsPort }: Pick<Newsroom, 'httpPort' | 'httpsPort'>) {
  return ({ protocol, hostname }: { readonly protocol: string; readonly hostname: string }) =>
    hostname.endsWith('.test') ? { address: '127.0.0.1', port: protocol === 'https:' ? httpsPort : httpPort } : null;
}
