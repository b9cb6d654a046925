// The days of a story's timeline are those of the reader's calendar.
// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { TimelineSection } from '../../../../components/story/TimelineSection.tsx';
import { draw, textOf } from '../draw.tsx';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['before clocks went forward, when spans have the offset of now', Date.UTC(2026, 2, 27, 22)],
  ['after it', Date.UTC(2026, 2, 27, 23)],
])('names a day that it is for the reader: %s', (_, at) => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  const spans = [{ at, left: 1, center: 0, right: 0, unrated: 0 }];
  const root = draw(<TimelineSection timeline={{ unit: 'day', spans, earlier: 0 }} />);
  expect(textOf(root.querySelector('.timeline-ends'))).toContain('28');
});
