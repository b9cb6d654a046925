// Importing rating packs: what is accepted, which problems are reported for which line, and what is refused.
import { describe, expect, it } from 'vitest';
import {
  IMPORT_ENTRIES_MAX,
  IMPORT_TEXT_MAX,
  type ImportProblem,
  type ImportReason,
} from '../../../../engine/outlet/import-problem.ts';
import { parseRatingPack } from '../../../../engine/outlet/parse-rating-pack.ts';
import { readRating } from '../../../../engine/outlet/read-rating.ts';
import { RatingPack } from '../../../../engine/schema.ts';
import { createRandom, makeBiasPack, makeText } from './invented-outlets.ts';

const parse = (text: string, fileName = 'mine.csv') => parseRatingPack({ fileName, text });
const parseOk = (text: string, fileName = 'mine.csv') => {
  const parsed = parse(text, fileName);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
const linesOf = (text: string, fileName?: string) => {
  const parsed = parse(text, fileName);
  return (parsed.ok ? parsed.value.problems : parsed.error).map(({ line }) => line);
};
const problemsOf = (text: string, fileName?: string) => {
  const parsed = parse(text, fileName);
  return (parsed.ok ? parsed.value.problems : parsed.error).map(({ reason, values }) => [reason, ...values]);
};
const table = (...rows: string[]) => ['# date: 2026', 'outlet,value', ...rows].join('\n');

describe('a table', () => {
  it('becomes a pack', () => {
    const { pack, problems } = parseOk(
      '# name: My ratings\n# rater: Ada\n# date: 2026-05\n# terms: Free\n# source: Notes\noutlet,value,date,source\n' +
        'alpha,lean left,,\nbeta.test,2,2025-01-31,https://ada.test/beta\n',
    );
    expect(problems).toEqual([]);
    expect(pack).toMatchObject({
      id: 'imported-my-ratings',
      name: 'My ratings',
      rater: 'Ada',
      rates: 'bias',
      terms: 'Free',
      source: 'Notes',
      date: '2026-05',
      values: { alpha: -1, 'beta.test': { value: 2, date: '2025-01-31', source: 'https://ada.test/beta' } },
    });
    expect(RatingPack.safeParse(pack).success).toBe(true);
    expect(readRating(pack, -1)?.bias).toBe(-1);
  });
  it('becomes one as docs/method.md shows it', () => {
    const { pack, problems } = parseOk(
      '# name: My ratings\n# rater: Ada\n# date: 2026\noutlet,value\nexample.org,lean left\ndaily.example,1.5\n',
    );
    expect(problems).toEqual([]);
    expect(pack.values).toEqual({ 'example.org': -1, 'daily.example': 1.5 });
  });
  it('is named after its file where it has no name', () => {
    expect(parseOk(table('alpha,1'), 'Meine Wertung.csv').pack).toMatchObject({
      id: 'imported-meine-wertung',
      name: 'Meine Wertung',
      rater: 'Meine Wertung',
      source: 'Meine Wertung.csv',
    });
  });
  it('is fast with a header of nothing but commas', () => {
    const name = `a${','.repeat(100_000)}b`;
    expect(parseOk(`# name: ${name},,;" \n# rater: Ada,,\n# date: 2026\n${table('alpha,1')}`).pack).toMatchObject({
      name: name.slice(0, 120),
      rater: 'Ada',
    });
  });

  it('gets an id from any name', () => {
    for (const name of ['評価', '!!!', 'É', 'x'.repeat(300)]) {
      expect(RatingPack.safeParse(parseOk(table('alpha,1'), `${name}.csv`).pack).success).toBe(true);
    }
  });
  it('gets the id of no other pack', () => {
    const idOf = (name: string, rates = 'bias') =>
      parseOk(`# name: ${name}\n# rates: ${rates}\n${table(rates === 'bias' ? 'alpha,1' : 'alpha,high')}`).pack.id;
    const ids = [
      ...['Ada', 'Ada factuality', 'Ada, рейтинг', 'Ada, оценка', '評価', '評論', 'Ада 2026', 'Вера 2026'].map((name) =>
        idOf(name),
      ),
      ...['x', 'y'].map((end) => idOf(`${'a'.repeat(100)}${end}`)),
      idOf('Ada', 'factuality'),
      idOf(`${'a'.repeat(100)}x`, 'factuality'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(idOf('Ада 2026')).toBe(idOf('Ада 2026'));
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(80);
  });
  it.each<[string, number | null]>([
    ['far left', -3],
    ['Left', -2],
    ['LEAN LEFT', -1],
    ['lean_left', -1],
    ['center', 0],
    ['lean-right', 1],
    ['right', 2],
    ['far-right', 3],
    ['-3', -3],
    ['+3', 3],
    ['1.25', 1.25],
    ['−2', -2],
    ['"1,5"', 1.5],
    ['0', 0],
    ['3.01', null],
    ['-4', null],
    ['', null],
    ['centre-ish', null],
    ['1e0', null],
    ['NaN', null],
    ['0x1', null],
  ])('reads %s as %s', (written, bias) => {
    const parsed = parse(table(`alpha,${written}`, 'other,0'));
    expect(parsed.ok && parsed.value.pack.values.alpha).toBe(bias === null ? undefined : bias);
    expect(linesOf(table(`alpha,${written}`, 'other,0'))).toEqual(bias === null ? [3] : []);
  });
  it('keeps step names as words, and a place between steps as a number', () => {
    const whole = parseOk(table('alpha,lean left')).pack;
    expect(whole.scale).toMatchObject({
      type: 'steps',
      steps: expect.arrayContaining([{ value: -1, name: 'lean left', bias: -1 }]),
    });
    const between = parseOk(table('alpha,lean left', 'beta,0.5')).pack;
    expect([between.scale.type, readRating(between, -1)?.bias, readRating(between, 0.5)?.bias]).toEqual([
      'axis',
      -1,
      0.5,
    ]);
  });
  it('may rate factual reporting', () => {
    const { pack, problems } = parseOk(
      '# rates: factuality\n# date: 2026\ndomain,value\na.test,Very High\nb.test,left\n',
    );
    expect(pack).toMatchObject({ rates: 'factuality', values: { 'a.test': 'very-high' } });
    expect(problems).toMatchObject([{ line: 5 }]);
  });
  it.each<[string, string]>([
    ['byte order mark', '\ufeff# date: 2026\noutlet,value\nalpha,1'],
    ['Windows line ends', '# date: 2026\r\noutlet,value\r\nalpha,1\r\n'],
    ['semicolons', '# date: 2026\noutlet;value\nalpha;"1"'],
    ['tabs', '# date: 2026\noutlet\tvalue\nalpha\t1'],
    ['quotes', '"# date: 2026"\n"outlet","value"\n"alpha","1"'],
    ['commas that a spreadsheet adds', '# date: 2026,,\noutlet,value,\nalpha,1,'],
    ['other columns and order', '# date: 2026\nnote,Value,OUTLET\nx,1,alpha'],
    ['a line that names the separator', 'sep=;\r\n# date: 2026\r\noutlet;value\r\nalpha;1'],
    ['such a line in quotes, before other separators', '"sep=,"\n# date: 2026\noutlet\tvalue\nalpha\t1'],
    ['a date of the row alone', 'outlet,value,date\nalpha,1,2026'],
  ])('is understood with %s', (_, text) => {
    const { pack, problems } = parseOk(text);
    expect([Object.keys(pack.values), problems, pack.date]).toEqual([['alpha'], [], '2026']);
  });
  it.each<[string, string]>([
    ['https://www.alpha.test/news?x', 'alpha.test'],
    ['WWW.Alpha.Test', 'alpha.test'],
    ['m.alpha.test', 'alpha.test'],
    ['bücher.test', 'xn--bcher-kva.test'],
    ['Some-Id', 'some-id'],
    ['constructor', 'constructor'],
  ])('reads outlet %s as %s', (written, key) =>
    expect(Object.keys(parseOk(table(`${written},1`)).pack.values)).toEqual([key]),
  );

  it.each(['https://medium.com/@a', 'https://www.substack.com/@a?x', 'http://medium.com/@a/'])(
    'takes %s, an author’s page on a platform, for no rating of the platform',
    (written) => {
      const text = table('alpha,1', `${written},3`);
      expect(problemsOf(text)).toEqual([['no-outlet', written]]);
      expect(parseOk(text).pack.values).toEqual({ alpha: 1 });
    },
  );
  it.each([
    ['https://medium.com/', 'medium.com'],
    ['https://writer.substack.com/p/title', 'writer.substack.com'],
  ])('reads outlet %s, of a platform, as %s', (written, key) =>
    expect(Object.keys(parseOk(table(`${written},1`)).pack.values)).toEqual([key]),
  );

  it('names each bad line and keeps the others', () => {
    const text = table('__proto__,1', 'alpha,9', 'beta,1', 'beta,2', 'a b,1', 'gamma', '"open,1');
    expect(linesOf(text)).toEqual([3, 4, 6, 7, 8, 9]);
    expect(problemsOf(text)).toEqual([
      ['no-outlet', '__proto__'],
      ['no-bias', '9'],
      ['rated-twice', 'beta'],
      ['no-outlet', 'a b'],
      ['no-bias', ''],
      ['open-quote'],
    ]);
    expect(parseOk(text).pack.values).toEqual({ beta: 1 });
    expect(Object.getPrototypeOf(parseOk(text).pack.values)).toBe(Object.prototype);
  });
  it('counts lines of quoted cells with line ends', () =>
    expect(linesOf(table('"a\nb",1', 'alpha,1', 'beta,x'))).toEqual([3, 6]));
  it.each<[string, string, number, ImportReason]>([
    ['an unknown kind of rating', '# rates: taste\noutlet,value\na,1', 1, 'unknown-rates'],
    ['a date that is none', '# name: x\n# date: 31.5.2026\noutlet,value\na,1', 2, 'bad-date'],
    ['a day that its month does not have', '# name: x\n# date: 2026-02-30\noutlet,value\na,1', 2, 'bad-date'],
    ['no columns', '# date: 2026\nalpha,1', 2, 'no-columns'],
    ['headings only', '# date: 2026', 1, 'no-table'],
    ['no date at all', 'outlet,value\nalpha,1', 2, 'no-date'],
    ['nothing that can be used', table('alpha,9'), 1, 'no-usable-rating'],
    ['no rows', table(), 1, 'no-usable-rating'],
    ['an empty file', ' \n', 1, 'empty'],
    ['more than 5 MB', 'x'.repeat(IMPORT_TEXT_MAX + 1), 1, 'too-large'],
    [
      'too many rows',
      table(...Array.from({ length: IMPORT_ENTRIES_MAX + 1 }, (_, row) => `o${row},1`)),
      IMPORT_ENTRIES_MAX + 3,
      'too-many-entries',
    ],
  ])('is refused: %s', (_, text, line, reason) =>
    expect(parse(text)).toMatchObject({
      ok: false,
      error: expect.arrayContaining([expect.objectContaining({ line, reason })]),
    }),
  );

  it('takes as many rows as are allowed', () => {
    const text = table(...Array.from({ length: IMPORT_ENTRIES_MAX }, (_, row) => `o${row},1`));
    expect(Object.keys(parseOk(text).pack.values)).toHaveLength(IMPORT_ENTRIES_MAX);
  });
  it('says how many more problems there are', () => {
    const { problems } = parseOk(table('alpha,1', ...Array.from({ length: 150 }, () => 'beta,x')));
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toEqual({ line: 53, reason: 'more', values: [100] });
  });
});

describe('our own format', () => {
  const json = (values: unknown, parts: object = {}) =>
    JSON.stringify({ ...makeBiasPack({}), ...parts, values }, null, 1);

  it('is taken over as it is', () => {
    const dated = { beta: { value: -2, date: '2024' }, gamma: { value: -2, date: '2024-05-31' } };
    const pack = makeBiasPack({ alpha: 1, 'delta.test': { value: 1 }, ...dated });
    expect(parseOk(JSON.stringify(pack), 'x.json')).toEqual({ pack, problems: [], skipped: 0 });
  });
  it('has no scale of more steps or points than any rater gives', () => {
    const steps = Array.from({ length: 201 }, (_, value) => ({ value, name: `step ${value}` }));
    const points = steps.map(({ value }) => ({ value, bias: 0 }));
    for (const scale of [
      { type: 'steps', steps },
      { type: 'axis', points },
    ]) {
      expect(parse(json({ alpha: 1 }, { scale })).ok).toBe(false);
    }
  });
  it('names bad entries by line and keeps the others', () => {
    const text = json({ alpha: 1, beta: 9, gamma: [1], 'a b': 1, 'www.Alpha.test': 2, 'alpha.test': 3 });
    const { pack, problems } = parseOk(text);
    expect(pack.values).toEqual({ alpha: 1, 'alpha.test': 2 });
    const lines = text.split('\n');
    expect(problems.map(({ line }) => lines[line - 1]?.trim().split(':')[0])).toEqual([
      '"beta"',
      '"gamma"',
      '"a b"',
      '"alpha.test"',
    ]);
  });
  it.each(['31.5.2019', '2019-13', '2019-05-32', ''])('leaves out a rating of the date "%s"', (date) => {
    const text = json({ alpha: 1, beta: { value: 1, date } });
    expect(Object.keys(parseOk(text).pack.values)).toEqual(['alpha']);
    expect(problemsOf(text)).toEqual([['bad-date', date]]);
  });
  it('is safe from keys that are no data', () => {
    const text = json({}).replace('"values": {}', '"values": {"__proto__": 1, "alpha": 1}');
    const { pack, problems } = parseOk(text);
    expect(Object.keys(pack.values)).toEqual(['alpha']);
    expect(problems).toHaveLength(1);
  });
  it.each<[string, string, ...ImportProblem['values']]>([
    ['broken JSON', '{"a":\n}', 'json-value'],
    ['another format', json({ alpha: 1 }, { format: 'x' }), 'expects-one-of', 'format', '"parallax-ratings-1"'],
    ['no rater', json({ alpha: 1 }, { rater: 5 }), 'expects-text', 'rater'],
    ['an id with capitals', json({ alpha: 1 }, { id: 'A B' }), 'expects-pattern', 'id', '/^[a-z0-9-]+$/'],
    ['values that are none', json([1]), 'expects-object', 'values'],
    ['no usable value', json({ alpha: 9 }), 'no-usable-rating'],
    ['an empty pack', json({}), 'no-usable-rating'],
  ])('is refused: %s', (_, text, ...problem) => {
    expect(parse(text, 'x.json').ok).toBe(false);
    expect(problemsOf(text, 'x.json')).toContainEqual(problem);
  });
  it('says of each bad entry what is wrong with it', () =>
    expect(problemsOf(json({ alpha: 1, beta: 9, gamma: [1], 'a b': 1, 'www.Alpha.test': 2, 'alpha.test': 3 }))).toEqual(
      [
        ['not-on-scale', 'beta', '9'],
        ['no-rating', 'gamma', '[1]'],
        ['no-outlet', 'a b'],
        ['rated-twice', 'alpha.test'],
      ],
    ));
});

it('does not throw on any text', () => {
  const random = createRandom(7);
  for (let round = 0; round < 1000; round++) {
    parse(makeText(random), makeText(random));
    parse(table(makeText(random), `${makeText(random)},1`));
    parse(`{${makeText(random)}`);
  }
  expect(linesOf('')).toEqual([1]);
});
