// What went wrong and what helps.
import { Button } from '../Button.tsx';
import { Failure } from '../Failure.tsx';
import { toNextStep } from '../failure-texts.ts';
import { canChangeServer, isServerFailure } from '../source/server-failures.ts';
import type { LockedChoice } from '../source/source-state.ts';
import { useWords } from '../words/words.ts';
import type { FailureKind, PopupActions } from './popup-state.ts';

type FailureMessageProps = {
  reason: FailureKind;
  serverHost: string | null;
  serverLocks: readonly LockedChoice[];
  hasCopiedDetails: boolean;
  actions: PopupActions;
};

export function FailureMessage({ actions, ...failure }: FailureMessageProps) {
  const words = useWords();
  const step = toNextStep(failure);
  return (
    <Failure
      {...failure}
      onCopyDetails={actions.copyDetails}
      help={<Button onClick={actions.openHelp}>{words.text('help')}</Button>}
    >
      {step === 'storage-settings' && (
        <Button onClick={actions.openSettings} isMain>
          {words.text('openSettings')}
        </Button>
      )}
      {step === 'server-settings' && (
        <Button onClick={actions.openSource} isMain>
          {words.text('openSource')}
        </Button>
      )}
      {step !== 'storage-settings' && (
        <Button onClick={actions.readAgain} isMain={step === 'try-again'}>
          {words.text('tryAgain')}
        </Button>
      )}
      {step === 'try-again' && isServerFailure(failure.reason) && canChangeServer(failure.serverLocks) && (
        <Button onClick={actions.openSource}>{words.text('openSource')}</Button>
      )}
    </Failure>
  );
}
