// What a card shows: the story of its badge's link, or why there is none.
import type { CoverageArticle, RatedOutlet, Side, StorySummary } from '../../engine/schema.ts';
import type { FailureKind } from '../popup/popup-state.ts';

export type CardHeadline = {
  readonly side: Side | 'unrated';
  readonly article: CoverageArticle;
  readonly outlet: RatedOutlet;
};

export type CardContent = {
  readonly story: StorySummary;
  /** At most one for each side. */
  readonly headlines: readonly CardHeadline[];
  /** The outlet that the link leads to, when somebody rates it. */
  readonly outlet: RatedOutlet | null;
  /** Time of the last successful poll, if the device is offline now. */
  readonly offlineAsOf: number | null;
  readonly canOpenStory: boolean;
};

export type CardState =
  | { readonly status: 'loading' }
  | { readonly status: 'shown'; readonly card: CardContent }
  | { readonly status: 'gone' }
  | { readonly status: 'failed'; readonly reason: FailureKind };

export type CardActions = {
  readonly close: () => void;
  readonly openStory: (event: Event) => void;
  readonly tryAgain: (event: Event) => void;
};
