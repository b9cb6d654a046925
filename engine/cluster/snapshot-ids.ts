// Ids as a snapshot has them: its bytes may be damaged, so that each is parsed like any other text from outside.
import { DamagedBytes } from './byte-reader.ts';

export function checkId<Id extends string>(isId: (text: string) => text is Id, text: string): Id {
  if (!isId(text)) throw new DamagedBytes('not an id');
  return text;
}
