// The eleven invented stories of the sample newsroom, in no order.
import type { SampleStory } from './sample-story.ts';
import { bridgeStory } from './stories/bridge.ts';
import { columnStory } from './stories/column.ts';
import { cometStory } from './stories/comet.ts';
import { cupStory } from './stories/cup.ts';
import { electionStory } from './stories/election.ts';
import { libraryStory } from './stories/library.ts';
import { otherBridgeStory } from './stories/other-bridge.ts';
import { railStory } from './stories/rail.ts';
import { schoolBoardStory } from './stories/school-board.ts';
import { stormStory } from './stories/storm.ts';
import { unionStory } from './stories/union.ts';

export const SAMPLE_STORIES: readonly SampleStory[] = [
  bridgeStory,
  otherBridgeStory,
  unionStory,
  electionStory,
  stormStory,
  schoolBoardStory,
  railStory,
  cupStory,
  cometStory,
  libraryStory,
  columnStory,
];
