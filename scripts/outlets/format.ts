// Writes packs as JSON with one outlet or rating per line, so that diffs show only what changed.
import { OutletPack, RatingPack } from '../../engine/schema.ts';

export function formatOutlets(pack: OutletPack): string {
  const { outlets, ...head } = OutletPack.parse(pack);
  return `${openHead(head)},\n"outlets": [\n${outlets.map((outlet) => JSON.stringify(outlet)).join(',\n')}\n]}\n`;
}

export function formatRatings(pack: RatingPack): string {
  const { values, ...head } = RatingPack.parse(pack);
  const lines = Object.entries(values).map(([id, value]) => `${JSON.stringify(id)}: ${JSON.stringify(value)}`);
  return `${openHead(head)},\n"values": {\n${lines.join(',\n')}\n}}\n`;
}

function openHead(head: object): string {
  return `{\n${Object.entries(head)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n')}`;
}
