// What went wrong in the popup and what helps.
import { Failure, type FailureProps } from '../Failure.tsx';
import { toSteps } from '../failure-texts.ts';
import type { FailureKind, PopupActions } from './popup-state.ts';

type FailureMessageProps = Pick<FailureProps, 'serverHost' | 'serverLocks' | 'hasCopiedDetails'> & {
  reason: FailureKind;
  actions: PopupActions;
};

export function FailureMessage({ actions, ...failure }: FailureMessageProps) {
  const [first] = toSteps(failure);
  return (
    <Failure
      {...failure}
      onStep={{
        'storage-settings': actions.openData,
        'server-settings': actions.openSource,
        'try-again': first === 'storage-settings' ? null : actions.readAgain, // opening the popup was a try already
      }}
      onCopyDetails={actions.copyDetails}
      onHelp={actions.openHelp}
    />
  );
}
