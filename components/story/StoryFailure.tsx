// Why a story could not be fetched and what helps.
import { Button } from '../Button.tsx';
import { Failure } from '../Failure.tsx';
import { toNextStep } from '../failure-texts.ts';
import { canChangeServer, isServerFailure } from '../source/server-failures.ts';
import type { LockedChoice } from '../source/source-state.ts';
import { useWords } from '../words/words.ts';
import type { StoryActions } from './Story.tsx';

type StoryFailureProps = {
  reason: string;
  serverHost: string | null;
  serverLocks: readonly LockedChoice[];
  hasCopiedDetails: boolean;
  actions: StoryActions;
};

export function StoryFailure({ actions, ...failure }: StoryFailureProps) {
  const words = useWords();
  const step = toNextStep(failure);
  return (
    <Failure {...failure} onCopyDetails={actions.copyDetails}>
      {step === 'storage-settings' && (
        <Button onClick={() => actions.openSettings('data')} isMain>
          {words.text('openSettings')}
        </Button>
      )}
      {step === 'server-settings' && (
        <Button onClick={() => actions.openSettings('source')} isMain>
          {words.text('openSource')}
        </Button>
      )}
      <Button onClick={actions.reload} isMain={step === 'try-again'}>
        {words.text('tryAgain')}
      </Button>
      {step === 'try-again' && isServerFailure(failure.reason) && canChangeServer(failure.serverLocks) && (
        <Button onClick={() => actions.openSettings('source')}>{words.text('openSource')}</Button>
      )}
    </Failure>
  );
}
