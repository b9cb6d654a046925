// What only the left, only the right or only foreign outlets mention, each with its sources.
import type { DifferenceGroup, Differences, GroupDifferences } from '../../engine/schema-story-context.ts';
import { writtenIn } from '../coverage/direction.ts';
import { Parts } from '../words/Parts.tsx';
import { type TextKey, useWords, type Words } from '../words/words.ts';
import { SourceLinks } from './SourceLink.tsx';

const HEADINGS: Readonly<Record<DifferenceGroup, TextKey>> = {
  left: 'onlyLeft',
  right: 'onlyRight',
  foreign: 'onlyForeign',
};

export function DifferencesSection({ differences }: { differences: Differences }) {
  const words = useWords();
  const { groups, lang } = differences;
  const isEmpty = ({ items }: GroupDifferences) => items.length === 0;
  return (
    <section class="differences">
      <h2>{words.text('differencesTitle')}</h2>
      {groups.length === 0 ? (
        <p class="muted">{words.text('differencesNone')}</p>
      ) : (
        <>
          {!groups.every(isEmpty) && (
            <div class="difference-groups">
              {groups.map((group) => !isEmpty(group) && <Group key={group.group} group={group} lang={lang} />)}
            </div>
          )}
          {groups.map((group) => isEmpty(group) && <EmptyGroup key={group.group} group={group} />)}
          {lang !== 'und' && <p class="xs muted">{words.text('differencesNote', words.language(lang))}</p>}
        </>
      )}
    </section>
  );
}

function Group({ group, lang }: { group: GroupDifferences; lang: string }) {
  const words = useWords();
  return (
    <div class={`difference-group only-${group.group}`}>
      <h3>{words.text(HEADINGS[group.group])}</h3>
      <p class="xs muted">
        <Parts>{describeBasis(group, words)}</Parts>
      </p>
      <ul>
        {group.items.map(({ text, sources, articles = sources.length }) => (
          <li key={text}>
            <details class="reposts">
              <summary>
                <span>
                  <b {...writtenIn(lang)}>{text}</b>{' '}
                  <span class="amount">{words.count('mentionSources', articles)}</span>
                </span>
              </summary>
              <SourceLinks sources={sources} all={articles} />
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A line of text instead of an empty frame. */
function EmptyGroup({ group }: { group: GroupDifferences }) {
  const words = useWords();
  return (
    <p class="difference-none small muted">
      <b>{words.text(HEADINGS[group.group])}</b>
      <Parts>{[words.text('onlyNothing'), ...describeBasis(group, words)]}</Parts>
    </p>
  );
}

function describeBasis({ outlets, others, homeCountry }: GroupDifferences, words: Words): string[] {
  const compared = words.text('onlyCompared', words.number(outlets), words.number(outlets + others));
  return homeCountry === null ? [compared] : [compared, words.text('onlyForeignBasis', words.country(homeCountry))];
}
