// Topics, related stories and timeline, and properties of the whole context: any order of articles, any text.
import { describe, expect, it } from 'vitest';
import { computeStoryContext } from '../../../../engine/context/compute-story-context.ts';
import { computeTimeline } from '../../../../engine/context/compute-timeline.ts';
import { findTopics } from '../../../../engine/context/find-topics.ts';
import { computeBaseline } from '../../../../engine/coverage/blindspot.ts';
import { summarizeStory } from '../../../../engine/coverage/compute-coverage.ts';
import type { StoryMember } from '../../../../engine/coverage/story-member.ts';
import type { StorySummary } from '../../../../engine/schema.ts';
import { StoryContext } from '../../../../engine/schema-story-context.ts';
import { createRandom, HOUR, makeMember, makeText, NOON, storyId } from '../outlet/invented-outlets.ts';
import { membersOf, PIER, rater, reportsOf, shuffled, type Text } from './invented-reports.ts';

const storyOf = (id: string, title: string): StorySummary =>
  summarizeStory({ storyId: storyId(id), members: [makeMember(id, { title })], rater, baseline: computeBaseline([]) });

const contextOf = (members: readonly StoryMember[], others: readonly StorySummary[] = []) =>
  computeStoryContext({ storyId: storyId('pier'), members, rater, others, languages: ['en'], utcOffsetMs: 0 });

describe('findTopics', () => {
  const idsOf = (...texts: readonly Text[]) => findTopics(reportsOf(...texts)).map(({ id }) => id);

  it('gives general topics, countries and names ids that depend on the words alone', () => {
    expect(
      idsOf(
        ['lefta', 'A judge in Germany', 'The judge found Ada Lind guilty on Monday. Lind will appeal.'],
        ['mid', 'A verdict in Germany', 'The verdict in the trial of Ada Lind came late.'],
      ),
    ).toEqual(['general:justice', 'country:DE', 'name:ada-lind']);
  });

  it('asks for two words of a topic, and for two reports', () => {
    expect(idsOf(['lefta', 'A judge spoke'], ['mid', 'The judge of the show'])).toEqual([]);
    expect(idsOf(['lefta', 'A judge and a verdict'], ['mid', 'A cake won'])).toEqual([]);
  });

  it('counts a name once if languages reduce it to different stems', () => {
    const english = (outlet: string): Text => [outlet, 'A bridge', 'They closed Calder Bay on Monday.'];
    const french = (outlet: string): Text => [outlet, 'Un pont', 'On a fermé Calder Bay lundi.', { lang: 'fr' }];
    const topics = findTopics(reportsOf(english('lefta'), english('mid'), french('abroada'), french('abroadb')));
    expect(topics).toMatchObject([{ id: 'name:calder-bay', reports: 4 }]);
  });

  const namesOf = (...leads: string[]) =>
    findTopics(reportsOf(...leads.map((lead): Text => ['mid', '', lead]))).flatMap((topic) =>
      topic.kind === 'name' ? [topic.name] : [],
    );

  it.each([
    [
      'a person',
      'Then Ada Lind and Bo Lind spoke.',
      'Nobody heard Ada Lind. Later it was Lind.',
      ['Ada Lind', 'Bo Lind'],
    ],
    [
      'an office',
      'There the Department of Northmark Piers and the DNP sat.',
      'It sued the DNP.',
      ['Department of Northmark Piers'],
    ],
    ['an office', 'There the Treasury and the Treasury Department sat.', 'It sued the Treasury.', ['Treasury']],
    ['a surname before the name', 'There Kim Jong Un sat.', 'Nobody heard Kim.', ['Kim Jong Un']],
    ['letters', 'There the Velm Department sat.', 'There the Department of Velm sat.', ['Velm Department']],
  ])('lists %s once, however the reports write it', (_, one, other, expected) => {
    const both = `${one} ${other}`;
    expect(namesOf(both, both)).toEqual(expected);
  });

  it.each([
    ['two that talk', 'There Ada Lind and Bo Berg sat. The Lind-Berg talks began.', ['Ada Lind', 'Bo Berg']],
    ['somebody of somewhere', 'There Ada Lind sat. It was Ada Lind of Velm.', ['Ada Lind']],
    ['a son', 'There Ada Lind sat. Later Ada Lind Jr. came.', ['Ada Lind', 'Ada Lind Jr']],
    ['names of their own', 'Then Hyde-Smith, Ada and Ada-Mai Lind sat.', ['Hyde-Smith', 'Ada', 'Ada-Mai Lind']],
    ['a place and its harbour', 'There in Velm sat the Velm Harbour.', ['Velm', 'Velm Harbour']],
  ])('lists %s', (_, lead, expected) => {
    expect(namesOf(lead, lead)).toEqual(expected);
  });

  it('does not list a first name beside the name', () => {
    const leads = Array.from({ length: 4 }, () => 'There Ada Lind spoke.');
    expect(namesOf(...leads, 'Nobody heard Ada.', 'There was Ada.')).toEqual(['Ada Lind']);
    expect(namesOf(...leads.slice(1), 'Nobody heard Ada.', 'There was Ada.')).toEqual(['Ada Lind', 'Ada']);
  });

  it('does not confuse a namesake with the person whom all call by the surname', () => {
    const leads = Array.from({ length: 5 }, () => 'There Lind spoke.');
    expect(namesOf(...leads.slice(1), 'There Lind and Eric Lind spoke.')).toEqual(['Lind']);
  });

  it('are people if the reports name a person who has the name of a country', () => {
    expect(namesOf('There Ada Jordan sat.', 'Nobody heard Jordan.')).toEqual(['Ada Jordan']);
    expect(idsOf(['mid', '', 'There Ada Jordan sat.'], ['mid', '', 'Nobody heard Jordan.'])).toEqual([
      'name:ada-jordan',
    ]);
    const rain = Array.from({ length: 2 }, (): Text => ['mid', '', 'There it rained in Jordan.']);
    const queen = Array.from({ length: 2 }, (): Text => ['mid', '', 'There Queen Ada of Jordan sat.']);
    expect(idsOf(...rain, ...queen)).toContain('country:JO');
  });

  it.each([
    ['Air Canada', 'Canada', 'country:CA'],
    ['Northern Ireland', 'Ireland', 'country:IE'],
  ])('are countries also where reports have another thing called like it: %s', (longer, country, id) => {
    const leads = [`There ${longer} stopped, and much of ${country}.`, `Snow fell on ${longer} and ${country}.`];
    expect(idsOf(...leads.map((lead): Text => ['mid', '', lead]))).toContain(id);
  });

  it.each<[string, string, string, string]>([
    ['the state', 'en', 'There it rained in Georgia.', 'name:georgia'],
    ['the country', 'en', 'There in Tbilisi, in Georgia, it rained.', 'country:GE'],
    ['the country, by its people', 'en', 'There the Georgian police sat in Georgia.', 'country:GE'],
    ['the state', 'es', 'Allí llovió en Georgia.', 'name:georgia'],
    ['the country', 'pt', 'Ali em Tbilisi, na Geórgia, choveu.', 'country:GE'],
  ])('are a country only if a word says so: Georgia, %s (%s)', (_, lang, lead, id) => {
    const texts = ['mid', 'lefta'].map((outlet): Text => [outlet, '', lead, { lang }]);
    expect(idsOf(...texts).filter((one) => /GE$|georgia/.test(one))).toEqual([id]);
  });

  it('are not names of peoples: “Russian” does not mean that the story is about Russia', () => {
    expect(
      namesOf('There a Russian and North Korean crew sat.', 'There the Russian, North Korean ferry sank.'),
    ).toEqual([]);
  });

  it('are countries also in a case', () => {
    const inRussian = (lead: string): Text => ['mid', '', lead, { lang: 'ru' }];
    expect(idsOf(inRussian('Вчера в Украине был шторм.'), inRussian('Паром из Украины затонул.'))).toEqual([
      'country:UA',
    ]);
  });

  it('are one name in whatever case', () => {
    const inRussian = (lead: string): Text => ['mid', '', lead, { lang: 'ru' }];
    expect(idsOf(inRussian('Шторм был в Велме.'), inRussian('Паром шёл из Велмы.'))).toEqual(['name:велме']);
  });

  it('knows other languages', () => {
    expect(idsOf(['mid', 'Erdbeben und Hochwasser', '', { lang: 'de' }])).toEqual(['general:disasters']);
    expect(idsOf(['mid', 'Землетрясение и наводнение', '', { lang: 'ru' }])).toEqual(['general:disasters']);
  });
});

describe('related stories', () => {
  const relatedTo = (...titles: string[]) =>
    contextOf(
      membersOf(PIER),
      titles.map((title, index) => storyOf(`other-${index}`, title)),
    ).related.map(({ story, shared }) => `${story.title}: ${shared.join(', ')}`);

  it('share a whole rare name', () => {
    expect(relatedTo('Critics of Ada Lindqvist demand new elections', 'Ada Berg wins a prize')).toEqual([
      'Critics of Ada Lindqvist demand new elections: Ada Lindqvist',
    ]);
  });

  it('are not the same event, nor the story itself', () => {
    expect(relatedTo('Ada Lindqvist: ferry pier in Northmark collapses, passengers stranded')).toEqual([]);
    expect(
      contextOf(membersOf(PIER), [storyOf('pier', 'Critics of Ada Lindqvist demand new elections')]).related,
    ).toEqual([]);
  });

  it('say a shared name once, by its longest form', () => {
    const members = membersOf([
      ['lefta', 'A pier fell', 'There Ada Lindqvist spoke. Then Lindqvist left.'],
      ['mid', 'A pier fell', 'There Ada Lindqvist sat. Then Lindqvist left.'],
    ]);
    const { related } = contextOf(members, [storyOf('other', 'Critics of Ada Lindqvist demand new elections')]);
    expect(related.map(({ shared }) => shared)).toEqual([['Ada Lindqvist']]);
  });

  it('are of different events', () => {
    expect(relatedTo('Ada Lindqvist resigns as mayor of Orlen', 'Mayor Ada Lindqvist resigns in Orlen')).toHaveLength(
      1,
    );
  });

  it('are not linked by a rare first part of a name whose last part is common, a people or a paper', () => {
    const members = membersOf([
      ['lefta', 'A pier fell', 'There the Velm House, a Danish guest and the Orlen Times spoke.'],
      ['mid', 'A pier fell', 'There the Velm House, the Danish guest and the Orlen Times met.'],
    ]);
    const houses = Array.from({ length: 12 }, (_, index) => `A house of number ${index} burns`);
    const titles = [...houses, 'Concert at Velm House', 'A Danish victory', 'Orlen Times has a new owner'];
    expect(
      contextOf(
        members,
        titles.map((title, index) => storyOf(`o-${index}`, title)),
      ).related,
    ).toEqual([]);
  });

  const ofLindqvist = (...titles: string[]) =>
    contextOf(
      membersOf([
        [
          'lefta',
          'A pier fell',
          'There Ada Lindqvist spoke. Then Lindqvist left for the court by bus. A bill came later.',
        ],
        ['mid', 'A pier fell', 'There Ada Lindqvist sat. Then Lindqvist left Velm Court.'],
      ]),
      titles.map((title, index) => storyOf(`other-${index}`, title)),
    ).related.map(({ story }) => story.title);

  it.each([
    'Critics say Lindqvist knew of the rotten beams',
    'Mayor Lindqvist resigns in Orlen',
    'Secretary of State Lindqvist resigns in Orlen',
    'By Bus Lindqvist Came to the Fair',
    'Lindqvist, Berg meet the dockers of Orlen',
    'Lindqvist’s niece opens the Orlen fair',
  ])('are tied by a surname: %s', (title) => {
    expect(ofLindqvist(title)).toEqual([title]);
  });

  it.each([
    'Bo Lindqvist wins the Orlen chess cup',
    'Bill Lindqvist wins the Orlen chess cup',
    'The Orlen chess cup goes to Bo Lindqvist',
    'Lindqvist Foods recalls pies in Orlen',
    'Orlen Buys Lindqvist Foods',
  ])('are not tied by the surname of somebody or something else: %s', (title) => {
    expect(ofLindqvist(title)).toEqual([]);
  });

  it.each([
    ['another’s kind', 'the Velm Fleet. The Fleet', 'A holiday fleet for Orlen', 'Fishing Fleet leaves Orlen'],
    ['a country', 'Air Canada. In Canada', 'Canada votes for bees', 'A bear in Canada'],
    ['an authority', 'the Velm Commission', 'Velm Commission buys trees', 'The Velm Commission wants bees'],
    ['a house', 'the Blue House', 'Blue House buys trees', 'The Blue House wants bees'],
  ])('are not tied by %s', (_, name, ...titles) => {
    const members = membersOf([
      ['lefta', 'A pier fell', `Then they asked ${name} did.`],
      ['mid', 'A pier fell', `Nobody saw what ${name} did.`],
    ]);
    const others = titles.map((title, index) => storyOf(`o-${index}`, title));
    expect(contextOf(members, others).related.map(({ shared }) => shared)).toEqual([]);
  });

  it('do not count one name in two cases for two', () => {
    const inRussian = (outlet: string, lead: string): Text => [outlet, 'Шторм', lead, { lang: 'ru' }];
    const members = membersOf([
      inRussian('lefta', 'Вчера в Велме был шторм. Паром из Велмы затонул.'),
      inRussian('mid', 'Шторм был в Велме. Паром шёл из Велмы.'),
    ]);
    const other = { ...storyOf('other', 'Ярмарка началась в Велме'), lang: 'ru' };
    expect(contextOf(members, [other]).related).toEqual([]);
  });

  it('do not share a name that many headlines have', () => {
    const titles = Array.from({ length: 40 }, (_, index) => `Ada Lindqvist does thing number ${index}`);
    expect(relatedTo(...titles)).toEqual([]);
  });
});

describe('computeTimeline', () => {
  const at = (outlet: string, hours: number) =>
    makeMember(`${outlet}${hours}`, { outlet, publishedAt: NOON + hours * HOUR, firstSeenAt: NOON + hours * HOUR });
  const timelineOf = (members: readonly StoryMember[], utcOffsetMs = 0) =>
    computeTimeline({ members, rater, utcOffsetMs });

  it('counts each outlet once, by the hour of its first report and by side', () => {
    const { unit, spans } = timelineOf([at('lefta', 0.2), at('righta', 0.9), at('lefta', 2), at('nobody', 2.5)]);
    expect(unit).toBe('hour');
    expect(spans).toEqual([
      { at: NOON, left: 1, center: 0, right: 1, unrated: 0 },
      { at: NOON + HOUR, left: 0, center: 0, right: 0, unrated: 0 },
      { at: NOON + 2 * HOUR, left: 0, center: 0, right: 0, unrated: 1 },
    ]);
  });

  it.each([
    [47, 'hour', 48],
    [48, 'day', 3],
  ] as const)('an outlet %d hours later: by %s', (hours, unit, spans) => {
    const timeline = timelineOf([at('lefta', 0), at('mid', hours)]);
    expect([timeline.unit, timeline.spans.length]).toEqual([unit, spans]);
  });

  it('begins days at the reader’s midnight', () => {
    const { spans } = timelineOf([at('lefta', 0), at('mid', 100)], 2 * HOUR);
    expect(spans[0]?.at).toBe(NOON - 14 * HOUR);
  });

  it('says how many came before the first span shown', () => {
    const { spans, earlier } = timelineOf([at('lefta', 0), at('mid', 40 * 24)]);
    expect([spans.length, earlier]).toEqual([31, 1]);
  });

  it('is empty without articles', () => {
    expect(timelineOf([])).toEqual({ unit: 'hour', spans: [], earlier: 0 });
  });
});

describe('a story’s context', () => {
  it('is the same for any order of the articles, and what its schema says', () => {
    const members = membersOf(PIER);
    const context = contextOf(members);
    expect(StoryContext.parse(context)).toEqual(context);
    for (const seed of [1, 2, 3]) expect(contextOf(shuffled(members, seed))).toEqual(context);
  });

  it('survives any text in any language', () => {
    const random = createRandom(7);
    for (const lang of ['en', 'de', 'ar', 'zh', 'th', 'und', 'xx']) {
      const members = Array.from({ length: 12 }, (_, index) =>
        makeMember(`m${index}`, {
          outlet: `o${index % 5}`,
          title: makeText(random).slice(0, 400),
          lead: [makeText(random), makeText(random), '12 people, 15 people.'].join('. ').slice(0, 1200),
          lang,
        }),
      );
      expect(StoryContext.safeParse(contextOf(members)).success).toBe(true);
    }
  });

  it('is empty for a story without articles', () => {
    expect(contextOf([])).toMatchObject({
      brief: { status: 'unknown', reason: 'one-report' },
      topics: [],
      related: [],
    });
  });
});
