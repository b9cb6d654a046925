// Converts a rating file to own ratings: places by outlet id, with the date where the file has one.
import type { RatingPack } from '../schema.ts';
import type { OutletDirectory } from './outlet-directory.ts';
import { readPackEntries } from './pack-entries.ts';
import { readRating } from './read-rating.ts';
import type { OwnPlace } from './write-rating-csv.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readOwnPlaces(pack: RatingPack, directory: OutletDirectory): Omit<OwnPlace, 'name'>[] {
  const values = Object.entries(pack.values);
  const hosts = Object.fromEntries(values.filter(([key]) => !isId(key)));
  const entries = new Map([...readPackEntries({ values: hosts }, directory), ...values.filter(([key]) => isId(key))]);
  return [...entries].flatMap(([id, entry]) => {
    const bias = readRating(pack, entry)?.bias ?? null;
    const date = typeof entry === 'object' ? (entry.date ?? '') : '';
    return bias === null ? [] : [{ id, bias, date: DAY.test(date) ? date : null }];
  });
}

/** Whether a key is an id. The outlet may be unknown yet: users may import their outlets after the ratings. */
const isId = (key: string) => !key.includes('.') || /[/:]/.test(key);
