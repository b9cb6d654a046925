// An invented story's context for screenshots and component tests: a full one, and one in which nothing is known.
import { ArticleId } from '../../../engine/ids.ts';
import type { Source, StoryContext } from '../../../engine/schema-story-context.ts';
import { INVENTED_OUTLETS, sideOf } from './invented-outlets.ts';
import { inventedCoverage, NOW } from './invented-story.ts';

const HOUR = 3_600_000;

function sourceOf(id: string): Source {
  const outlet = INVENTED_OUTLETS[id];
  if (outlet === undefined) throw new Error(`no invented outlet ${id}`);
  return {
    articleId: ArticleId.parse(`context-${id}`),
    outletId: outlet.id,
    outletName: outlet.name,
    link: `https://${outlet.host}/pier`,
    title: 'Ferry crossings halted after pier collapse in Northmark',
    side: outlet.bias === null ? null : sideOf(outlet.bias.step),
  };
}

const sourcesOf = (...ids: string[]) => ids.map(sourceOf);

export function inventedContext(): StoryContext {
  const { story } = inventedCoverage();
  return {
    brief: {
      status: 'written',
      lang: 'en',
      reports: 11,
      sentences: [
        {
          text: 'Ferry crossings to Northmark were halted on Thursday after the town’s only pier collapsed, leaving dozens of passengers stranded overnight.',
          source: sourceOf('wire'),
          support: sourcesOf('herald', 'standard', 'sentinel', 'public'),
        },
        {
          text: 'The union of dock workers said that its warnings about the pier had been ignored for nine years.',
          source: sourceOf('herald'),
          support: sourcesOf('ledger'),
        },
        {
          text: 'The operator says that the pier passed its last inspection in May.',
          source: sourceOf('gazette'),
          support: sourcesOf('tribune', 'wire'),
        },
      ],
    },
    conflicts: [
      {
        unit: 'passengers',
        lang: 'en',
        values: [
          { value: 15, written: '15', sources: sourcesOf('wire', 'ledger') },
          { value: 18, written: '18', sources: sourcesOf('sentinel') },
        ],
      },
    ],
    differences: {
      lang: 'en',
      groups: [
        {
          group: 'left',
          outlets: 6,
          others: 8,
          homeCountry: null,
          items: [
            { kind: 'name', text: 'Dock Workers’ Union', sources: sourcesOf('herald', 'ledger') },
            { kind: 'number', text: 'nine years', sources: sourcesOf('herald', 'lookout', 'public') },
          ],
        },
        {
          group: 'right',
          outlets: 2,
          others: 12,
          homeCountry: null,
          items: [{ kind: 'name', text: 'Harbour Street', sources: sourcesOf('tribune', 'sentinel') }],
        },
        { group: 'foreign', outlets: 5, others: 9, homeCountry: 'US', items: [] },
      ],
    },
    topics: [
      { kind: 'general', id: 'general:transport', topic: 'transport', reports: 12 },
      { kind: 'general', id: 'general:disasters', topic: 'disasters', reports: 7 },
      { kind: 'country', id: 'country:US', country: 'US', reports: 5 },
      { kind: 'name', id: 'name:northmark', name: 'Northmark', reports: 14 },
      { kind: 'name', id: 'name:dock-workers-union', name: 'Dock Workers’ Union', reports: 2 },
    ],
    related: [
      {
        story: { ...story, title: 'Northmark council delays vote on harbour repairs', updatedAt: NOW - 70 * HOUR },
        shared: ['Northmark'],
      },
    ],
    timeline: {
      unit: 'hour',
      spans: [2, 0, 5, 3, 1, 0, 3, 1, 1].map((count, index) => ({
        at: NOW - (8 - index) * HOUR,
        left: Math.min(count, 2),
        center: count > 2 ? 1 : 0,
        right: count > 3 ? 1 : 0,
        unrated: count > 4 ? 1 : 0,
      })),
      earlier: 0,
    },
    engineVersion: 1,
  };
}

/** Too little agreement for a brief, so each side is quoted in its own words. */
export function ownWordsContext(): StoryContext {
  const sentence = (outlet: string, text: string) => ({ text, lang: 'en', source: sourceOf(outlet) });
  return {
    ...inventedContext(),
    brief: {
      status: 'unknown',
      reason: 'little-agreement',
      notCompared: null,
      reports: 11,
      sideSentences: [
        sentence(
          'herald',
          'The union of dock workers said that its warnings about the pier had been ignored for nine years.',
        ),
        sentence('gazette', 'The operator says that the pier passed its last inspection in May.'),
        sentence(
          'tribune',
          'A council that found the money for bike lanes left the only pier of Northmark to rot, ferry captains say.',
        ),
      ],
    },
    conflicts: [],
  };
}

export function emptyContext(): StoryContext {
  return {
    brief: { status: 'unknown', reason: 'little-agreement', notCompared: null, reports: 3, sideSentences: [] },
    conflicts: [],
    differences: { lang: 'en', groups: [] },
    topics: [],
    related: [],
    timeline: { unit: 'hour', spans: [], earlier: 0 },
    engineVersion: 1,
  };
}
