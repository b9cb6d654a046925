// Ids as a snapshot has them: its bytes may be damaged, so that each is parsed like any other text from outside.
import type * as z from 'zod/mini';
import { DamagedBytes } from './bytes.ts';

export function checkId<Id extends z.ZodMiniType>(schema: Id, text: string): z.infer<Id> {
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new DamagedBytes('not an id');
  return parsed.data;
}
