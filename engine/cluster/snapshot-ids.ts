// Checks the ids in a snapshot, whose bytes may be damaged.
import { DamagedBytes } from './byte-reader.ts';

export function checkId<Id extends string>(isId: (text: string) => text is Id, text: string): Id {
  if (!isId(text)) throw new DamagedBytes('not an id');
  return text;
}
