// Why a story could not be fetched and what helps.
import { Failure, type FailureProps } from '../Failure.tsx';
import type { StoryActions } from './Story.tsx';

type StoryFailureProps = Omit<FailureProps, 'onStep' | 'onCopyDetails' | 'onHelp'> & { actions: StoryActions };

export function StoryFailure({ actions, ...failure }: StoryFailureProps) {
  return (
    <Failure
      {...failure}
      onStep={{
        'storage-settings': () => actions.openSettings('data'),
        'server-settings': () => actions.openSettings('source'),
        'try-again': actions.reload,
      }}
      onCopyDetails={actions.copyDetails}
    />
  );
}
