// Reads the story of a badge's card from the source that the badge is of, so that both tell the same.
import type { StoryId } from '../../engine/ids.ts';
import type { CoverageError } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import type { Coverage } from '../../engine/schema.ts';
import type { StorySource } from './badge-schema.ts';

export type CardQuestion = {
  readonly id: StoryId;
  /** Who answered for the badge. */
  readonly by: StorySource;
  readonly isPrivate: boolean;
  /** The card opens; before that no server must be asked. */
  readonly isOpened: boolean;
};

type Answer = Promise<Result<Coverage | null, CoverageError>>;

export type CardSources = {
  readonly hasOwnIndex: () => Promise<boolean>;
  readonly askDevice: (id: StoryId) => Answer;
  /** Asks the chosen source. */
  readonly ask: (question: Pick<CardQuestion, 'id' | 'isPrivate'>) => Answer;
};

export async function readCardCoverage({ id, by, isPrivate, isOpened }: CardQuestion, sources: CardSources): Answer {
  const known = by === 'device' && (await sources.hasOwnIndex()) ? await sources.askDevice(id) : null;
  if (known?.ok && known.value !== null) return known;
  return isOpened ? sources.ask({ id, isPrivate }) : ok(null);
}
