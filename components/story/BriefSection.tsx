// The brief: sentences word for word from different outlets, who bears each out, and the numbers that outlets give differently.
import type { Brief, NumberConflict, UnknownBriefReason } from '../../engine/schema-story-context.ts';
import { writtenIn } from '../coverage/direction.ts';
import { type TextKey, useWords } from '../words/words.ts';
import type { ContextState } from './context-state.ts';
import { NumberConflicts } from './NumberConflicts.tsx';
import { SourceLink, SourceLinks } from './SourceLink.tsx';

const REASONS: Readonly<Record<UnknownBriefReason, TextKey>> = {
  'one-report': 'briefUnknownOneReport',
  'little-text': 'briefUnknownLittleText',
  'little-agreement': 'briefUnknownLittleAgreement',
};

/** Keeps its place while the reports are compared; what comes late stays folded in it, so that the list below does not jump. */
export function BriefSection({ state }: { state: ContextState }) {
  const words = useWords();
  return (
    <section class="brief" aria-busy={state.status === 'loading'}>
      <h2>{words.text('briefTitle')}</h2>
      {state.status === 'loading' && <p class="brief-line muted">{words.text('contextLoading')}</p>}
      {state.status === 'failed' && <p class="brief-line muted">{words.text('contextFailed')}</p>}
      {state.status === 'shown' && (state.isLate ? <LateBrief {...state.context} /> : <BriefBody {...state.context} />)}
    </section>
  );
}

type BriefProps = { brief: Brief; conflicts: readonly NumberConflict[] };

function LateBrief({ brief, conflicts }: BriefProps) {
  const words = useWords();
  const isWritten = brief.status === 'written';
  if (!isWritten && conflicts.length === 0) return <BriefBody brief={brief} conflicts={conflicts} />;
  return (
    <details>
      <summary>{isWritten ? words.count('showBrief', brief.sentences.length) : words.text('numbersTitle')}</summary>
      <BriefBody brief={brief} conflicts={conflicts} />
    </details>
  );
}

function BriefBody({ brief, conflicts }: BriefProps) {
  const words = useWords();
  return (
    <>
      {brief.status === 'unknown' ? (
        <p class="brief-line muted">{words.text(REASONS[brief.reason])}</p>
      ) : (
        <>
          <ol>
            {brief.sentences.map(({ text, source, support }) => (
              <li key={source.articleId + text}>
                <p class="brief-sentence" {...writtenIn(brief.lang)}>
                  {text}
                </p>
                <div class="brief-source">
                  <SourceLink source={source} />
                  <details class="reposts">
                    <summary>{words.count('briefSupport', support.length)}</summary>
                    <SourceLinks sources={support} />
                  </details>
                </div>
              </li>
            ))}
          </ol>
          <p class="xs muted">{words.count('briefNote', brief.reports)}</p>
        </>
      )}
      {conflicts.length > 0 && <NumberConflicts conflicts={conflicts} />}
    </>
  );
}
