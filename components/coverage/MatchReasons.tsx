// Why a page is taken to belong to a story: the reasons, and the confidence.
import type { Match, MatchReason } from '../../engine/schema.ts';
import { useWords, type Words } from '../words/words.ts';

/** `isCertain`: false for a possible match, whose confidence is shown above the story already. */
export function MatchReasons({ match, isCertain }: { match: Match; isCertain: boolean }) {
  const words = useWords();
  const title = words.text(isCertain ? 'whyMatchThis' : 'whyMaybe');
  return (
    <section class="reasons" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {match.reasons.map((reason) => (
          <li key={reason.kind}>{describeReason(reason, words)}</li>
        ))}
        {match.reasons.length === 0 && <li>{words.text('reasonNone')}</li>}
      </ul>
      {isCertain && <p class="muted">{words.text('confidence', formatConfidence(match.confidence, words))}</p>}
    </section>
  );
}

/** Never "100 %": rounding must not turn a probability into certainty. */
export function formatConfidence(confidence: number, words: Words): string {
  const whole = Math.round(confidence * 100);
  if (whole >= 100) return words.text('moreThan', words.percent(99));
  if (whole < 1) return words.text('lessThan', words.percent(1));
  return words.percent(whole);
}

function describeReason(reason: MatchReason, words: Words): string {
  switch (reason.kind) {
    case 'same-url':
      return words.text('reasonSameUrl');
    case 'source-url':
      return words.text('reasonSourceUrl', reason.host);
    case 'copy':
      return words.text('reasonCopy', reason.outletName);
    case 'words':
      return words.text('reasonWords', words.list(reason.words));
    case 'translations':
      return words.text('reasonTranslations', words.list(reason.words));
    case 'names':
      return words.text('reasonNames', words.list(reason.names));
    case 'numbers':
      return words.text('reasonNumbers', words.list(reason.numbers));
    case 'time': {
      const hours = Math.round(reason.hoursApart);
      return hours < 1 ? words.text('reasonTimeNone') : words.count('reasonTime', hours);
    }
  }
}
