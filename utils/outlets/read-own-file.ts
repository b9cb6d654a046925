// Reads a file of ratings as the user's own; the page decides which to use, and keeps existing ones.
import { problemAt, why } from '../../engine/outlet/import-problem.ts';
import { readOwnPlaces } from '../../engine/outlet/own-places.ts';
import { parseRatingPack } from '../../engine/outlet/parse-rating-pack.ts';
import type { MessageInput, MessageOutput } from '../messages.ts';
import type { OutletCatalogue } from './outlet-catalogue.ts';

type OwnFile = MessageOutput<'ratings/read-own'>;

export function readOwnFile(
  { directory }: Pick<OutletCatalogue, 'directory'>,
  file: MessageInput<'ratings/read-own'>,
): OwnFile {
  const parsed = parseRatingPack(file);
  if (!parsed.ok) return { status: 'rejected', problems: parsed.error };
  const { pack, problems, skipped } = parsed.value;
  const places = readOwnPlaces(pack, directory);
  if (places.length === 0) return { status: 'rejected', problems: [problemAt(1, why('no-usable-rating'))] };
  return { status: 'read', places, skipped, problems };
}
