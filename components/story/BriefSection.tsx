// The brief: sentences quoted from different outlets, who supports each, and numbers that outlets disagree on. Without a brief:
// what each side says in its own words.
import type { ComponentChildren } from 'preact';
import type { Brief, NumberConflict, SideSentence, UnknownBriefReason } from '../../engine/schema-story-context.ts';
import { writtenIn } from '../coverage/direction.ts';
import { type TextKey, useWords, type Words } from '../words/words.ts';
import type { ContextState } from './context-state.ts';
import { NumberConflicts } from './NumberConflicts.tsx';
import { SourceLink, SourceLinks } from './SourceLink.tsx';

const REASONS: Readonly<Record<UnknownBriefReason, TextKey>> = {
  'one-report': 'briefUnknownOneReport',
  'little-text': 'briefUnknownLittleText',
  'little-agreement': 'briefUnknownLittleAgreement',
};

/** A single line until there is a brief, and if there is none. A late brief stays folded in that line, so that the list below does not jump. */
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
  const isWritten = brief.status === 'written';
  const sentences = isWritten ? brief.sentences.length : brief.sideSentences.length;
  if (!isWritten && sentences === 0 && conflicts.length === 0) return <NoBrief brief={brief} />;
  const title = words.text(!isWritten && sentences > 0 ? 'ownWordsTitle' : 'briefTitle');
  if (!state.isLate) {
    return (
      <>
        <h2>{title}</h2>
        <BriefBody brief={brief} conflicts={conflicts} />
      </>
    );
  }
  const within = sentences > 0 ? words.count('briefSentences', sentences) : words.text('numbersTitle');
  return (
    <details>
      <summary>
        <h2>{words.text('labeled', title, within)}</h2>
      </summary>
      <BriefBody brief={brief} conflicts={conflicts} />
    </details>
  );
}

type UnknownBrief = Extract<Brief, { status: 'unknown' }>;

function NoBrief({ brief }: { brief: UnknownBrief }) {
  const words = useWords();
  return <p class="brief-line muted">{explainNoBrief(brief, words)}</p>;
}

function explainNoBrief({ reason, notCompared }: UnknownBrief, words: Words): string {
  if (notCompared === null) return words.text(REASONS[reason]);
  if (notCompared === 'und') return words.text('briefUnknownNoLanguage');
  return words.text('briefUnknownLanguage', words.language(notCompared));
}

function BriefBody({ brief, conflicts }: { brief: Brief; conflicts: readonly NumberConflict[] }) {
  return (
    <>
      {brief.status === 'written' ? (
        <WrittenBrief brief={brief} />
      ) : brief.sideSentences.length > 0 ? (
        <OwnWords sentences={brief.sideSentences} />
      ) : (
        <NoBrief brief={brief} />
      )}
      {conflicts.length > 0 && <NumberConflicts conflicts={conflicts} />}
    </>
  );
}

function WrittenBrief({ brief }: { brief: Extract<Brief, { status: 'written' }> }) {
  const words = useWords();
  return (
    <>
      <ol class="brief-sentences">
        {brief.sentences.map(({ text, source, support }) => (
          <Quoted key={source.articleId + text} text={text} lang={brief.lang} source={source}>
            <details class="reposts">
              <summary>{words.count('briefSupport', support.length)}</summary>
              <SourceLinks sources={support} />
            </details>
          </Quoted>
        ))}
      </ol>
      <p class="xs muted">{words.count('briefNote', brief.reports)}</p>
    </>
  );
}

/** The tag after each outlet shows its side. */
function OwnWords({ sentences }: { sentences: readonly SideSentence[] }) {
  const words = useWords();
  return (
    <>
      <ul class="brief-sentences">
        {sentences.map((sentence) => (
          <Quoted key={sentence.source.articleId} {...sentence} />
        ))}
      </ul>
      <p class="xs muted">{words.text('ownWordsNote')}</p>
    </>
  );
}

/** A quoted sentence with its outlet and more about it. */
function Quoted({ text, lang, source, children }: SideSentence & { children?: ComponentChildren }) {
  return (
    <li>
      <p class="brief-sentence" {...writtenIn(lang)}>
        {text}
      </p>
      <div class="brief-source">
        <SourceLink source={source} />
        {children}
      </div>
    </li>
  );
}
