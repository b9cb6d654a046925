// How many of the chosen feeds may be read, and the one button that asks the browser for the rest or starts reading.
import { Button } from '../Button.tsx';
import { useWords } from '../words/words.ts';

type FeedAccessProps = {
  chosen: number;
  allowed: number;
  missingOrigins: readonly string[];
  /** The user has agreed to the choice of feeds. */
  isStarted: boolean;
  /** Null while feeds rest: nothing has to be allowed or started then. */
  onAllow: (() => void) | null;
};

export function FeedAccess({ chosen, allowed, missingOrigins, isStarted, onAllow }: FeedAccessProps) {
  const words = useWords();
  if (chosen === 0) return <p class="feed-access">{words.text('feedsNone')}</p>;
  const isComplete = missingOrigins.length === 0;
  return (
    <div class="feed-access">
      <p class={onAllow === null ? 'muted' : undefined}>
        {words.count('feedsIntro', chosen)} {isComplete && words.text('allHostsAllowed')}
        {!isComplete &&
          (allowed === 0 ? words.text('feedsNotAllowed') : words.text('feedsAllowed', words.number(allowed)))}
      </p>
      {onAllow && isComplete && !isStarted && (
        <div class="actions">
          <Button onClick={onAllow} isMain>
            {words.text('startFeeds')}
          </Button>
          <span class="muted small">{words.text('startFeedsText')}</span>
        </div>
      )}
      {onAllow && !isComplete && (
        <div class="actions">
          <Button onClick={onAllow} isMain>
            {words.count('allowHosts', missingOrigins.length)}
          </Button>
          <span class="muted small">{words.text('allowHostsText')}</span>
        </div>
      )}
    </div>
  );
}
