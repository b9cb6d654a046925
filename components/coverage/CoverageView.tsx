// A story's whole coverage: header, bar, sentence, blindspots, reports by side, and what the outlets are like.
import type { ComponentChildren } from 'preact';
import type { Coverage } from '../../engine/schema.ts';
import { useWords } from '../words/words.ts';
import { BiasBar } from './BiasBar.tsx';
import { BlindspotChip } from './BlindspotChip.tsx';
import { CoverageTabs } from './CoverageTabs.tsx';
import { Facets } from './Facets.tsx';
import { SpreadSentence } from './SpreadSentence.tsx';
import { StoryHead } from './StoryHead.tsx';

type CoverageViewProps = {
  coverage: Coverage;
  /** Address of the open page, whose report is marked and comes first. */
  openUrl: string | null;
  /** `short` leaves more reports to "Show all", so that what follows the list stays in reach. */
  length: 'short' | 'whole';
  /** Level of the story's title. */
  heading?: 'h1' | 'h2';
  /** Opens the settings of ratings: the next step if no outlet has one. */
  onOpenRatings: () => void;
  /** Shown between the spread and the list of reports. */
  children?: ComponentChildren;
};

const LENGTHS = {
  short: { reports: 6, facetValues: 2, hasTitle: false }, // a popup is at most 600 px high
  whole: { reports: 20, facetValues: 12, hasTitle: true }, // about two windows of a page
} as const;

export function CoverageView({
  coverage,
  openUrl,
  length,
  heading = 'h1',
  onOpenRatings,
  children,
}: CoverageViewProps) {
  const words = useWords();
  const { spread, blindspots, id } = coverage.story;
  const { reports, facetValues, hasTitle } = LENGTHS[length];
  return (
    <article class="coverage">
      <StoryHead story={coverage.story} heading={heading} />
      <BiasBar spread={spread} />
      <SpreadSentence spread={spread} />
      {spread.rated === 0 && (
        <button type="button" class="link-button" onClick={onOpenRatings}>
          {words.text('addRatings')}
        </button>
      )}
      {blindspots.map((blindspot) => (
        <BlindspotChip key={blindspot.side} blindspot={blindspot} />
      ))}
      {children}
      <CoverageTabs key={id} coverage={coverage} openUrl={openUrl} mostShown={reports} hasTitle={hasTitle} />
      <Facets coverage={coverage} most={facetValues} />
    </article>
  );
}
