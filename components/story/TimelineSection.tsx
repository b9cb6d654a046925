// A story's timeline as a bar chart, and as a table for screen readers.
import type { Timeline, TimelineSpan } from '../../engine/schema-story-context.ts';
import { Parts } from '../words/Parts.tsx';
import { type TextKey, useWords } from '../words/words.ts';
import { WideTable } from './WideTable.tsx';

const PARTS = [
  { part: 'left', name: 'tabLeftLong' },
  { part: 'center', name: 'tabCenterLong' },
  { part: 'right', name: 'tabRightLong' },
  { part: 'unrated', name: 'tabUnratedLong' },
] as const satisfies readonly { part: keyof TimelineSpan; name: TextKey }[];

/** To the middle of a day, which is on the same date when the clocks were changed since: spans have today's offset. */
const HALF_DAY_MS = 43_200_000;

export function TimelineSection({ timeline }: { timeline: Timeline }) {
  const words = useWords();
  const { unit, spans, earlier } = timeline;
  const outlets = spans.reduce((sum, span) => sum + countOutlets(span), 0);
  const most = spans.reduce((highest, span) => Math.max(highest, countOutlets(span)), 1);
  const name = ({ at }: TimelineSpan) => (unit === 'hour' ? words.time(at) : words.day(at + HALF_DAY_MS));
  const [first, last] = [spans[0], spans.at(-1)];
  return (
    <section class="timeline">
      <h2>{words.text('timelineTitle')}</h2>
      {first === undefined || last === undefined ? (
        <p class="muted">{words.text('timelineNone')}</p>
      ) : (
        <figure style={{ '--spans': spans.length }}>
          <div class="timeline-bars" aria-hidden="true">
            {spans.map((span) => (
              <div
                key={span.at}
                class="timeline-bar"
                title={words.text('labeled', name(span), words.number(countOutlets(span)))}
              >
                {PARTS.map(({ part }) => (
                  <span key={part} class={`segment ${part}`} style={{ blockSize: `${(span[part] * 100) / most}%` }} />
                ))}
              </div>
            ))}
          </div>
          <p class="timeline-ends xs muted" aria-hidden="true">
            <span>{name(first)}</span>
            {first !== last && <span>{name(last)}</span>}
          </p>
          <ul class="timeline-legend xs muted" aria-hidden="true">
            {PARTS.map(({ part, name: label }) => (
              <li key={part} class="timeline-part">
                <span class={`segment ${part}`} />
                {words.text(label)}
              </li>
            ))}
          </ul>
          <figcaption class="small muted">
            <Parts>
              {words.count(unit === 'hour' ? 'timelineHours' : 'timelineDays', outlets)}
              {earlier > 0 && words.count('timelineEarlier', earlier)}
            </Parts>
          </figcaption>
          <Table spans={spans} name={name} />
        </figure>
      )}
    </section>
  );
}

/** Omits empty spans. */
function Table({ spans, name }: { spans: readonly TimelineSpan[]; name: (span: TimelineSpan) => string }) {
  const words = useWords();
  return (
    <details>
      <summary class="small">{words.text('timelineTable')}</summary>
      <WideTable class="timeline-table" label={words.text('timelineTable')}>
        <table class="small">
          <thead>
            <tr>
              <th scope="col">{words.text('timelineTime')}</th>
              {PARTS.map(({ part, name: label }) => (
                <th key={part} scope="col">
                  {words.text(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spans
              .filter((span) => countOutlets(span) > 0)
              .map((span) => (
                <tr key={span.at}>
                  <th scope="row">{name(span)}</th>
                  {PARTS.map(({ part }) => (
                    <td key={part}>{words.number(span[part])}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </WideTable>
    </details>
  );
}

function countOutlets({ left, center, right, unrated }: TimelineSpan): number {
  return left + center + right + unrated;
}
