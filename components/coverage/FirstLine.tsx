// Who reported first, and when; says so if only the first sighting is known.
import type { FirstReport } from '../../engine/schema.ts';
import { Sentence } from '../words/Sentence.tsx';
import { useWords } from '../words/words.ts';

export function FirstLine({ first }: { first: FirstReport }) {
  const words = useWords();
  return (
    <Sentence
      id={first.basis === 'published' ? 'firstReportedBy' : 'firstSeenAt'}
      values={[
        <bdi key="outlet">
          <b>{first.outletName}</b>
        </bdi>,
        <time key="time" dateTime={new Date(first.at).toISOString()}>
          {words.time(first.at)}
        </time>,
      ]}
    />
  );
}
