// The shipped outlet data for tests: every file parsed by its schema.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OutletPack, RatingPack } from '../../engine/schema.ts';

export const dataFolder = path.resolve(import.meta.dirname, '../../public/data');
export const ratingFiles = readdirSync(path.join(dataFolder, 'ratings')).sort();

export function readDataText(file: string): string {
  return readFileSync(path.join(dataFolder, file), 'utf8');
}

export function readOutlets(): OutletPack {
  return OutletPack.parse(JSON.parse(readDataText('outlets.json')));
}

export function readRatings(): RatingPack[] {
  return ratingFiles.map((file) => RatingPack.parse(JSON.parse(readDataText(`ratings/${file}`))));
}
