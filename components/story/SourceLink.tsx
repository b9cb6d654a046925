// An article as evidence: its outlet as a link, with the side it is rated on.
import type { Side } from '../../engine/schema.ts';
import type { Source } from '../../engine/schema-story-context.ts';
import { type TextKey, useWords } from '../words/words.ts';

const SIDES: Readonly<Record<Side, TextKey>> = { left: 'tabLeft', center: 'tabCenter', right: 'tabRight' };

export function SourceLink({ source }: { source: Source }) {
  const words = useWords();
  return (
    <span class="source">
      <a href={source.link} target="_blank" rel="noopener noreferrer" title={source.title}>
        <bdi>{source.outletName}</bdi>
      </a>
      {source.side !== null && <span class={`tag ${source.side}`}>{words.text(SIDES[source.side])}</span>}
    </span>
  );
}

export function SourceLinks({ sources }: { sources: readonly Source[] }) {
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.articleId}>
          <SourceLink source={source} />
        </li>
      ))}
    </ul>
  );
}
