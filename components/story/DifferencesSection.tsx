// What only the left, only the right or only foreign outlets mention, each with its sources.
import type { DifferenceGroup, Differences, GroupDifferences } from '../../engine/schema-story-context.ts';
import { writtenIn } from '../coverage/direction.ts';
import { Parts } from '../words/Parts.tsx';
import { type TextKey, useWords } from '../words/words.ts';
import { SourceLinks } from './SourceLink.tsx';

const HEADINGS: Readonly<Record<DifferenceGroup, TextKey>> = {
  left: 'onlyLeft',
  right: 'onlyRight',
  foreign: 'onlyForeign',
};

export function DifferencesSection({ differences }: { differences: Differences }) {
  const words = useWords();
  return (
    <section class="differences">
      <h2>{words.text('differencesTitle')}</h2>
      {differences.groups.length === 0 ? (
        <p class="muted">{words.text('differencesNone')}</p>
      ) : (
        <>
          <div class="difference-groups">
            {differences.groups.map((group) => (
              <Group key={group.group} group={group} lang={differences.lang} />
            ))}
          </div>
          <p class="xs muted">{words.text('differencesNote', words.language(differences.lang))}</p>
        </>
      )}
    </section>
  );
}

function Group({ group, lang }: { group: GroupDifferences; lang: string }) {
  const words = useWords();
  const { outlets, others, homeCountry, items } = group;
  return (
    <div class={`difference-group only-${group.group}`}>
      <h3>{words.text(HEADINGS[group.group])}</h3>
      <p class="xs muted">
        <Parts>
          {words.text('onlyCompared', words.number(outlets), words.number(outlets + others))}
          {homeCountry !== null && words.text('onlyForeignBasis', words.country(homeCountry))}
        </Parts>
      </p>
      {items.length === 0 ? (
        <p class="small muted">{words.text('onlyNothing')}</p>
      ) : (
        <ul>
          {items.map(({ text, sources }) => (
            <li key={text}>
              <details class="reposts">
                <summary>
                  <span>
                    <b {...writtenIn(lang)}>{text}</b>{' '}
                    <span class="amount">{words.count('mentionSources', sources.length)}</span>
                  </span>
                </summary>
                <SourceLinks sources={sources} />
              </details>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
