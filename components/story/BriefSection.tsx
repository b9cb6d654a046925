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

/** One line until there is a brief, and where there is none; what comes late stays folded in it, so that the list below does not jump. */
export function BriefSection({ state }: { state: ContextState }) {
  return (
    <section class="brief" aria-busy={state.status === 'loading'}>
      <BriefContent state={state} />
    </section>
  );
}

function BriefContent({ state }: { state: ContextState }) {
  const words = useWords();
  if (state.status === 'loading') return <p class="brief-line muted">{words.text('contextLoading')}</p>;
  if (state.status === 'failed') return <p class="brief-line muted">{words.text('contextFailed')}</p>;
  const { brief, conflicts } = state.context;
  if (brief.status === 'unknown' && conflicts.length === 0) return <NoBrief reason={brief.reason} />;
  const title = words.text('briefTitle');
  if (!state.isLate) {
    return (
      <>
        <h2>{title}</h2>
        <BriefBody brief={brief} conflicts={conflicts} />
      </>
    );
  }
  const within =
    brief.status === 'written' ? words.count('briefSentences', brief.sentences.length) : words.text('numbersTitle');
  return (
    <details>
      <summary>
        <h2>{words.text('labeled', title, within)}</h2>
      </summary>
      <BriefBody brief={brief} conflicts={conflicts} />
    </details>
  );
}

function NoBrief({ reason }: { reason: UnknownBriefReason }) {
  const words = useWords();
  return <p class="brief-line muted">{words.text(REASONS[reason])}</p>;
}

type BriefProps = { brief: Brief; conflicts: readonly NumberConflict[] };

function BriefBody({ brief, conflicts }: BriefProps) {
  const words = useWords();
  return (
    <>
      {brief.status === 'unknown' ? (
        <NoBrief reason={brief.reason} />
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
