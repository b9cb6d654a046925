// A story with more articles than the context reads: the latest reports are used, and no outlet is left out.
import { describe, expect, it } from 'vitest';
import { computeStoryContext } from '../../../../engine/context/compute-story-context.ts';
import { REPORTS_MAX } from '../../../../engine/context/read-reports.ts';
import { HOUR, NOON, storyId } from '../outlet/invented-outlets.ts';
import { membersOf, PIER, rater, type Text } from './invented-reports.ts';

/** As many texts of one outlet as are read altogether. */
const MANY: readonly Text[] = Array.from({ length: REPORTS_MAX }, (_, index) => [
  'mid',
  `Harbour notice ${index}`,
  `Word${index} from the quay.`,
]);

/** Each text appears a minute after the one before. */
const contextOf = (...texts: readonly Text[]) =>
  computeStoryContext({
    storyId: storyId('pier'),
    members: membersOf(texts).map((member, index) => {
      const at = NOON + (index * HOUR) / 60;
      return { ...member, publishedAt: at, firstSeenAt: at };
    }),
    rater,
    others: [],
    languages: ['en'],
    utcOffsetMs: 0,
  });

describe('a story of more articles than are read as reports', () => {
  it('has no conflict of numbers that outlets have corrected since', () => {
    const early: readonly Text[] = [
      ['lefta', 'Blast in Velm mine: 15 miners were killed'],
      ['righta', 'Blast in Velm mine: 18 miners were killed'],
    ];
    const late = early.map(([outlet]): Text => [outlet, 'Blast in Velm mine: 27 miners were killed']);
    expect(contextOf(...early).conflicts).toHaveLength(1);
    expect(contextOf(...early, ...MANY, ...late).conflicts).toEqual([]);
  });

  it('has its brief from the latest', () => {
    const { brief } = contextOf(...MANY, ...PIER);
    expect(brief.status === 'unknown' ? brief.reason : brief.status).toBe('little-agreement');
    expect(brief.reports).toBe(40);
    const later = Array.from({ length: 14 }, () => PIER).flat();
    expect(contextOf(...MANY, ...later).brief.status).toBe('written');
  });

  it('is fast if its texts are nothing but names', { timeout: 60_000 }, () => {
    const toName = (number: number) =>
      `X${number.toString(26).padStart(4, '0')}`.replace(/\d/g, (figure) => 'qrstuvwxyz'.charAt(Number(figure)));
    const texts = Array.from({ length: REPORTS_MAX }, (_, index): Text => {
      const outlet = ['lefta', 'leftb', 'righta', 'rightb'][index % 4] ?? '';
      const first = outlet.startsWith('left') ? (index >> 2) * 190 : 10_000 + index * 190; // two on the left share them
      const names = Array.from({ length: 190 }, (_, name) => toName(first + name));
      return [outlet, 'A pier fell', `It met ${names.join(', ')}.`];
    });
    expect(contextOf(...texts).topics).toEqual([]);
  });

  describe('and what only one side mentions', () => {
    const union: readonly Text[] = [
      ['lefta', 'The pier in Velm fell', 'Members of the Dockers Union had warned of it.'],
      ['leftb', 'The pier in Velm fell', 'It was the Dockers Union that spoke first.'],
    ];
    const others: readonly Text[] = ['righta', 'rightb'].map((outlet) => [outlet, 'The pier in Velm fell']);
    const also: Text = ['rightc', 'A pier fell', 'The Dockers Union was angry.'];
    const onlyLeft = (...texts: readonly Text[]) =>
      contextOf(...texts)
        .differences.groups.find(({ group }) => group === 'left')
        ?.items.map(({ text }) => text);

    it('is what nobody else says', () => {
      expect(onlyLeft(...MANY, ...others, ...union)).toEqual(['Dockers Union']);
    });

    it.each<[string, readonly Text[]]>([
      ['in the latest', [...MANY.slice(20), ...others, ...union, ...MANY.slice(90), also]],
      ['in the first', [also, ...MANY, ...others, ...union]],
      ['in a copy', [['rightc', also[1], also[2], { family: 'righta-121' }], ...MANY, ...others, ...union]],
    ])('is not what the other side says %s of its articles', (_, texts) => {
      expect(onlyLeft(...texts)).toEqual([]);
    });
  });
});
