// Families: copies, shortened copies and quotations. The texts are invented.
import { describe, expect, it, vi } from 'vitest';
import { overlapOf, readWords, sampleRuns } from '../../../../engine/cluster/shingles.ts';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { OutletId } from '../../../../engine/ids.ts';
import { article, HOUR, NOON, rareWords } from './invented-articles.ts';

const sentence = (n: number) =>
  `In paragraph ${n} the harbour master of Westmark, speaking for office number ${n}, counted ${n * 7} boats and ${n * 3} crews still missing off pier ${n}.`;
const text = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => sentence(from + i)).join(' ');

const toShingles = (text: string) => sampleRuns(readWords(text));

describe('sampled runs', () => {
  it('sees a trimmed copy as contained', () => {
    const { shared, smaller } = overlapOf(toShingles(text(0, 40)), toShingles(text(0, 12)));
    expect(shared / smaller).toBeGreaterThan(0.8);
  });

  it('keeps few of a long text, and all of a short one', () => {
    expect(toShingles(text(0, 60)).hashes.length).toBeLessThanOrEqual(64);
    expect(toShingles('one two three four five six').hashes.length).toBe(2);
    expect(toShingles('').hashes.length).toBe(0);
  });
});

describe('families', () => {
  it('hold copies and trimmed copies, named after the earliest without a credit', () => {
    const clusterer = createStoryClusterer();
    const title = 'Boats missing off Westmark after storm';
    const copy = article('copy', title, { lead: text(0, 12), credit: 'dpa', publishedAt: NOON });
    const own = article('own', title, { lead: text(0, 14), publishedAt: NOON + 2 * HOUR });
    const first = clusterer.add(copy);
    const second = clusterer.add(own);
    expect(second.storyId).toBe(first.storyId);
    expect(second.familyId).toBe('own');
    expect(clusterer.maintain().moves).toEqual([{ articleId: 'copy', storyId: first.storyId, familyId: 'own' }]);
    const earlier = article('earlier', title, { lead: text(0, 14), publishedAt: NOON + HOUR });
    expect(clusterer.add(earlier).familyId).toBe('earlier');
  });

  it('have the same name after a snapshot where a host gives an empty credit', () => {
    const title = 'Boats missing off Westmark after storm';
    const copy = (id: string, credit: string | null, hours: number) =>
      article(id, title, { lead: text(0, 12), credit, publishedAt: NOON + hours * HOUR });
    const running = createStoryClusterer();
    running.add(copy('wire', 'dpa', 0));
    running.add(copy('empty', '', 1));
    const reopened = openStoryClusterer(running.snapshot());
    const third = copy('third', 'dpa', 2);
    expect(reopened?.add(third)).toEqual(running.add(third));
    expect(reopened?.maintain()).toEqual(running.maintain());
  });

  it('leave out an independent report that quotes the wire', () => {
    const clusterer = createStoryClusterer();
    const quote = 'Nobody had warned us, and the radio stayed silent until noon, the harbour master of Westmark said.';
    const wire = clusterer.add(
      article('wire', 'Boats missing off Westmark after storm', {
        lead: `Seven fishing boats were missing off Westmark on Monday after a storm that came earlier than forecast. ${quote} Two helicopters and a lifeboat searched the coast as far as Kessa island, where a crew of four was found alive on a sandbank. The ministry promised an inquiry into the forecast.`,
      }),
    );
    const report = article('report', 'Westmark storm: families wait for the missing boats', {
      lead: `Ada Lund has stood on the Westmark pier since dawn. Her brother is on one of the seven missing boats. ${quote} She does not believe the ministry and its inquiry: last winter, after the same kind of storm, no report was ever printed, and the widows paid for the funerals themselves.`,
    });
    const place = clusterer.add(report);
    expect(place.familyId).toBe('report');
    expect(place.familyId).not.toBe(wire.familyId);
  });

  it('lose a removed original to the next one', () => {
    const clusterer = createStoryClusterer();
    clusterer.add(article('wire', 'Boats missing off Westmark after storm', { lead: text(0, 10) }));
    clusterer.add(article('copy', 'Boats missing off Westmark', { lead: text(0, 10), publishedAt: NOON + HOUR }));
    clusterer.remove(article('wire', '').id);
    expect(clusterer.maintain().moves).toEqual([expect.objectContaining({ articleId: 'copy', familyId: 'copy' })]);
  });

  it('bring copies together whose stories were apart before the text that ties them came', () => {
    const clusterer = createStoryClusterer();
    const morning = clusterer.add(article('morning', 'Westmark waits', { lead: rareWords(0, 100) }));
    const evening = clusterer.add(article('evening', 'Kessa mourns', { lead: rareWords(65, 165) }));
    expect(evening.storyId).not.toBe(morning.storyId);
    const whole = clusterer.add(article('whole', 'Boats missing', { lead: rareWords(28, 137) }));
    const { moves } = clusterer.maintain();
    const places = new Map(moves.map((move) => [String(move.articleId), move]));
    expect((places.get('evening') ?? evening).storyId).toBe(whole.storyId);
    expect((places.get('morning') ?? morning).storyId).toBe(whole.storyId);
    expect(whole.familyId).toBe('morning');
  });

  it('leave apart what a reader told apart, copy or not', () => {
    const clusterer = createStoryClusterer();
    const first = clusterer.add(article('first', 'Westmark waits', { lead: rareWords(0, 100) }));
    const evening = article('evening', 'Kessa mourns', { lead: rareWords(65, 165) });
    const place = clusterer.add(evening);
    clusterer.separate({ articleId: evening.id, storyId: first.storyId });
    clusterer.add(article('whole', 'Boats missing', { lead: rareWords(28, 137) }));
    const moves = new Map(clusterer.maintain().moves.map((move) => [String(move.articleId), move.storyId]));
    expect(moves.get('evening') ?? place.storyId).not.toBe(moves.get('first') ?? first.storyId);
  });

  it.each([
    ['leave out its next report, which repeats half of the last one', 'Inquiry into the storm opens', 2, 30, false],
    ['leave out its report of weeks later, whatever that repeats', 'Boats missing off Westmark', 480, 40, false],
    ['hold its text under another headline', 'Storm: search for crews goes on', 2, 40, true],
    ['hold what it adds to a text', 'Boats missing off Westmark: two found', 2, 26, true],
  ])('of one outlet %s', (_, title, hours, repeated, isCopy) => {
    const clusterer = createStoryClusterer();
    const outletId = OutletId.parse('host:gazette.test');
    const first = article('first', 'Boats missing off Westmark', { lead: text(0, 40), outletId });
    const lead = `${text(0, repeated)} ${text(40, 80 - repeated)}`;
    const next = article('next', title, { lead, outletId, publishedAt: NOON + hours * HOUR });
    const [one, two] = [clusterer.add(first), clusterer.add(next)];
    expect(two.familyId === one.familyId).toBe(isCopy);
  });

  it('do not absorb an article whose text is replaced later in the day', () => {
    const clusterer = createStoryClusterer();
    const families = Array.from({ length: 24 }, (_, n) =>
      clusterer.add(article(`version-${n}`, `Boats missing, version ${n}`, { lead: text(4 * n, 4 * n + 20) })),
    ).map(({ familyId }) => familyId);
    expect(families[1]).toBe(families[0]);
    expect(families[23]).not.toBe(families[0]);
  });
});

describe('families of what feeds give', () => {
  const TITLE = 'Seven boats missing off Westmark after early storm';
  const LEAD =
    'Seven fishing boats were missing off Westmark on Monday after a storm that came earlier than forecast, and two helicopters searched the coast as far as Kessa island.';

  function familiesOf(...articles: readonly Parameters<typeof article>[]) {
    const clusterer = createStoryClusterer();
    return articles.map((one) => clusterer.add(article(...one)).familyId);
  }

  it.each([
    ['title and credit line only', TITLE, '(Reuters) -'],
    ['title in capitals, no text', TITLE.toUpperCase(), ''],
    ['title of its own, same lead under a dateline', 'Westmark: search goes on', `WESTMARK (Reuters) - ${LEAD}`],
    ['no title worth the name, lead behind furniture', 'World', `Share Tweet Updated 7:15 am Close ${LEAD}`],
    [
      'its title in the text behind furniture',
      'Obituaries Front',
      `Share Print 7:15 am ${TITLE} By our staff Westmark`,
    ],
    ['one short sentence', 'Westmark', 'Seven fishing boats were missing off Westmark on Monday after a storm.'],
  ])('find a copy: %s', (_, title, lead) => {
    const [wire, copy] = familiesOf(
      ['wire', TITLE, { lead: LEAD }],
      ['copy', title, { lead, publishedAt: NOON + HOUR }],
    );
    expect(copy).toBe(wire);
  });

  const SEARCH = 'Two helicopters search the coast of Kessa island for the crews.';
  it.each([
    [
      'the same words under a title of five',
      'Storm sinks boats off Westmark',
      `A ministry promises help, and since dawn seven boats are missing. ${SEARCH}`,
      true,
    ],
    [
      'other words under it',
      'Storm sinks boats off Westmark',
      'Nobody had warned Ada Lund, whose brother went out at noon and said no word.',
      false,
    ],
    [
      'the same words under a title of four',
      'Storm sinks Westmark boats',
      `A ministry promises help, and since dawn seven boats are missing. ${SEARCH}`,
      false,
    ],
  ])('of %s', (_, title, lead, isCopy) => {
    const first = `${SEARCH} Seven boats are missing since dawn, and a ministry promises help.`;
    const [wire, other] = familiesOf(['wire', title, { lead: first }], ['other', title, { lead }]);
    expect(other === wire).toBe(isCopy);
  });

  it('find a copy in a script without spaces', () => {
    const lead = '星期一清晨的一场暴风雨过后七艘渔船在西港附近海域失踪两架直升机正在搜寻直至克萨岛沿岸';
    const [wire, copy] = familiesOf(
      ['wire', '暴风雨过后七艘渔船在西港附近失踪', { lead, lang: 'zh' }],
      ['copy', '西港渔船失踪搜寻仍在继续', { lead: `（新华社）${lead}`, lang: 'zh' }],
    );
    expect(copy).toBe(wire);
  });

  it('leave out a report that opens with the same quotation', () => {
    const quote = '"Nobody had warned us, and the radio stayed silent until noon," the harbour master said';
    const [wire, report] = familiesOf(
      ['wire', TITLE, { lead: `Seven fishing boats were missing off Westmark on Monday. ${quote}.` }],
      ['report', 'Why Westmark was not warned of the storm', { lead: `${quote} when asked about the seven boats.` }],
    );
    expect(report).not.toBe(wire);
  });

  const STATEMENT =
    'Nobody had warned us, and the radio stayed silent until noon, when the first two boats were already gone and the helicopters of the coast guard stood in their hall with empty tanks, as they do on every Monday of the year';

  it.each([
    ['“', '”'],
    ['"', '"'],
    ['„', '“'],
    ['«', '»'],
    ['»', '«'],
    ['”', '”'],
  ])('leave out reports that quote one statement of %s … %s in full', (open, close) => {
    const [first, second] = familiesOf(
      ['first', TITLE, { lead: `The harbour master blames the state. ${open}${STATEMENT}${close}, he wrote.` }],
      ['second', 'Why Westmark was not warned', { lead: `${open}${STATEMENT}${close}: with these words he answers.` }],
    );
    expect(second).not.toBe(first);
  });

  it('find a copy that goes on after a quotation of several paragraphs', () => {
    const text = (quote: string) => `“${quote}\n“${quote}” ${LEAD}`;
    const [wire, copy] = familiesOf(
      ['wire', TITLE, { lead: text('Nobody had warned us.') }],
      ['copy', 'Westmark: search goes on', { lead: text('Nobody had warned us.') }],
    );
    expect(copy).toBe(wire);
  });

  it('leave out the same words weeks later: a column, a yearly event', () => {
    const [first, later] = familiesOf(
      ['first', TITLE, { lead: LEAD }],
      ['later', TITLE, { lead: LEAD, publishedAt: NOON + 24 * 20 * HOUR }],
    );
    expect(later).not.toBe(first);
  });

  it('leave out different texts of outlets that print the same boilerplate before every text, or as the title', () => {
    const furniture =
      'Congratulations! Your weather is set to Westmark. You can change the location at any time. Quick look. You are signed in as a guest. Edit.';
    const house = ['a', 'b'].flatMap((outlet) =>
      ['Parliament rejects the budget of Halvorsen', 'Ferry Calliope is afloat again after nine days'].map(
        (title, n): Parameters<typeof article> => [
          `${outlet}-${n}`,
          'Enter city and state or code',
          {
            lead: `${furniture} ${title}, as was seen in ${outlet}${n} by ${n + 70} people of whom ${n + 3} stayed until ${n + 8} in the evening.`,
            outletId: OutletId.parse(`host:${outlet}.test`),
          },
        ],
      ),
    );
    const families = familiesOf(...house);
    expect(families[0]).not.toBe(families[1]);
    expect(families[2]).not.toBe(families[3]);
  });

  it("leave out one outlet's two pieces under one caption", () => {
    const caption =
      'Fishing boats lie in the harbour of Westmark on Sunday, the eve of the storm, in this picture by Ada Lund.';
    const outletId = OutletId.parse('host:gazette.test');
    const [first, second] = familiesOf(
      ['first', 'Seven boats missing off Westmark', { lead: `${caption} Helicopters searched.`, outletId }],
      ['second', 'Why nobody warned the fishermen', { lead: `${caption} The radio was silent.`, outletId }],
    );
    expect(second).not.toBe(first);
  });
});

describe('the original', () => {
  const title = 'Seven boats missing off Westmark after early storm';
  const members = (agency: string, credit: string) => {
    const clusterer = createStoryClusterer();
    clusterer.add(article('paper', title, { lead: text(0, 12), credit: null }));
    clusterer.add(article('credits', title, { lead: text(0, 12), credit, publishedAt: NOON + HOUR }));
    return clusterer.add(
      article('agency', title, {
        lead: text(0, 12),
        outletId: OutletId.parse(agency),
        publishedAt: NOON + 2 * HOUR,
        credit,
      }),
    ).familyId;
  };

  it.each([
    ['host:reuters.com', 'Reuters', 'agency'],
    ['host:reutersagency.com', 'Reuters', 'agency'],
    ['host:apnews.com', 'AP', 'agency'],
    ['host:japantimes.example', 'AP', 'paper'],
    ['host:apple.example', 'AP', 'paper'],
  ])('at %s, others crediting %s, is the %s', (outlet, credit, original) => {
    expect(members(outlet, credit)).toBe(original);
  });

  it.each(['constructor', 'toString', '__proto__'])('is found where the others credit %s', (credit) => {
    expect(members('host:gazette.test', credit)).toBe('paper');
  });

  it('of a text that many print is found without reading every name for every copy', () => {
    const clusterer = createStoryClusterer();
    const folded = vi.spyOn(String.prototype, 'toLowerCase');
    for (let n = 0; n < 100; n++) {
      const credit = ['AP', 'Reuters', 'dpa', 'AFP', null][n % 5] ?? null;
      clusterer.add(article(`copy-${n}`, title, { lead: text(0, 2), credit }));
    }
    const calls = folded.mock.calls.length;
    folded.mockRestore();
    expect(calls).toBeLessThan(100 * 100);
  });
});
