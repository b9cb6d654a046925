// An article as evidence: its outlet as a link, with the same bias tag as in the list of reports.
import { useContext } from 'preact/hooks';
import type { Side } from '../../engine/schema.ts';
import type { Source } from '../../engine/schema-story-context.ts';
import { BiasTag } from '../coverage/BiasTag.tsx';
import { NewTabLink } from '../NewTabLink.tsx';
import { type TextKey, useWords } from '../words/words.ts';
import { StoryOutlets } from './story-outlets.ts';

const SIDES: Readonly<Record<Side, TextKey>> = { left: 'tabLeft', center: 'tabCenter', right: 'tabRight' };

export function SourceLink({ source }: { source: Source }) {
  const outlet = useContext(StoryOutlets)[source.outletId];
  return (
    <span class="source">
      <NewTabLink href={source.link} title={source.title}>
        <bdi>{source.outletName}</bdi>
      </NewTabLink>
      {outlet ? <BiasTag outlet={outlet} /> : <SideTag side={source.side} />}
    </span>
  );
}

/** For outlets whose report is not listed in a very large story, only the side is known. */
function SideTag({ side }: { side: Side | null }) {
  const words = useWords();
  return side && <span class={`tag ${side}`}>{words.text(SIDES[side])}</span>;
}

/** `all`: their number, if more are known of than are given. */
export function SourceLinks({ sources, all = sources.length }: { sources: readonly Source[]; all?: number }) {
  const words = useWords();
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.articleId}>
          <SourceLink source={source} />
        </li>
      ))}
      {all > sources.length && <li class="muted">{words.count('sourcesMore', all - sources.length)}</li>}
    </ul>
  );
}
