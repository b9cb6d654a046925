// Numbers that outlets disagree on: "15 or 18 prisoners, depending on the outlet", and who says which.
import type { NumberConflict } from '../../engine/schema-story-context.ts';
import { writtenIn } from '../coverage/direction.ts';
import { Sentence } from '../words/Sentence.tsx';
import { useWords } from '../words/words.ts';
import { SourceLinks } from './SourceLink.tsx';

export function NumberConflicts({ conflicts }: { conflicts: readonly NumberConflict[] }) {
  const words = useWords();
  return (
    <div class="conflicts">
      <h3>{words.text('numbersTitle')}</h3>
      {conflicts.map((conflict) => (
        <div key={conflict.unit + conflict.lang} class="conflict">
          <p>
            <strong>
              <Sentence
                id="numbersSentence"
                values={[
                  words.either(conflict.values.map(({ written }) => written)),
                  <bdi key="unit" {...writtenIn(conflict.lang)}>
                    {conflict.unit}
                  </bdi>,
                ]}
              />
            </strong>
          </p>
          <dl>
            {conflict.values.map(({ value, written, sources }) => (
              <div key={value}>
                <dt lang={conflict.lang}>{written}</dt>
                <dd>
                  <SourceLinks sources={sources} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}
