// Differences: what two outlets of one group mention and no other outlet does.
import { describe, expect, it } from 'vitest';
import { findDifferences } from '../../../../engine/context/find-differences.ts';
import { createWordRarity } from '../../../../engine/context/word-rarity.ts';
import { reportsOf, type Text } from './invented-reports.ts';

const rarity = createWordRarity([]);

/** Two left reports mention a union, two right ones a price. */
const TEXTS: readonly Text[] = [
  ['lefta', 'The pier in Velm fell', 'Members of the Dockers Union had warned of it.'],
  ['leftb', 'The pier in Velm fell', 'It was the Dockers Union that spoke first.'],
  ['righta', 'The pier in Velm fell', 'Repairs were put off for 12 seasons by the council.'],
  ['rightb', 'The pier in Velm fell', 'The town saved for 12 seasons and more.'],
];

const differencesOf = (texts: readonly Text[]) => findDifferences({ reports: reportsOf(...texts), voices: [], rarity });

const itemsOf = (texts: readonly Text[], group: string) =>
  differencesOf(texts)
    .groups.find((one) => one.group === group)
    ?.items.map(({ text, sources }) => `${text}: ${sources.map(({ outletId }) => outletId).join(' ')}`);

describe('findDifferences', () => {
  it('finds names and numbers with their sources', () => {
    expect(itemsOf(TEXTS, 'left')).toEqual(['Dockers Union: lefta leftb']);
    expect(itemsOf(TEXTS, 'right')).toEqual(['12 seasons: righta rightb']);
  });

  it('counts every article that mentions something, though it sends the first twelve only', () => {
    const [first, second, ...right] = TEXTS;
    if (first === undefined || second === undefined) throw new Error('no texts');
    const many = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? first : second));
    const [left] = differencesOf([...many, ...right]).groups;
    expect(left?.items.map(({ articles, sources }) => [articles, sources.length])).toEqual([[20, 12]]);
  });

  it('treats the same number of two things as two mentions', () => {
    const ofTwo: readonly Text[] = [
      ['lefta', 'The pier in Velm fell', 'Repairs were put off for 12 seasons.'],
      ['leftb', 'The pier in Velm fell', 'Nobody heard the 12 sailors.'],
      ...TEXTS.slice(2).map(([outlet, title]): Text => [outlet, title]),
    ];
    expect(itemsOf(ofTwo, 'left')).toEqual([]);
  });

  it('ignores a number within a name', () => {
    const texts = TEXTS.map(
      ([outlet, title], index): Text => [outlet, title, index < 2 ? 'It was full of MERV-19 cases.' : ''],
    );
    expect(itemsOf(texts, 'left')).toEqual(['MERV: lefta leftb']);
  });

  it('says what is counted in millions in languages where “million” is a noun', () => {
    const lead = 'Es traf 3 Millionen Arbeiter.';
    const texts = TEXTS.map(
      ([outlet], index): Text => [outlet, 'Der Anleger fiel', index < 2 ? lead : '', { lang: 'de' }],
    );
    expect(itemsOf(texts, 'left')).toContain('3 Millionen Arbeiter: lefta leftb');
  });

  it.each([
    ['the day of a date', 'It held Jan. 6 rioters then.'],
    ['the day of a date before a hyphen', 'It held Jan. 6-related talks.'],
    ['a flight’s number', 'It held Flight 370 passengers then.'],
  ])('takes %s for no count', (_, lead) => {
    const texts = TEXTS.map(([outlet, title], index): Text => [outlet, title, index < 2 ? lead : '']);
    expect(itemsOf(texts, 'left')?.filter((item) => /^\d/.test(item))).toEqual([]);
  });

  it.each([
    ['ja', '西都県で3.5億円の損失が出た。', '3.5億円'],
    ['th', 'เสียหาย 5 ล้านบาท', '5 ล้านบาท'],
    ['ko', '손실은 3억5000만원.', '3억5000만원'],
    ['pl', 'Straty wyniosły 5 mln złotych.', '5 mln złotych'],
    ['pl', 'Odcięto 12 tys. osób.', '12 tys. osób'],
    ['tr', 'Zarar 5 milyon lira oldu.', '5 milyon lira'],
    ['hi', 'नुकसान 5 लाख रुपये', '5 लाख रुपये'],
    ['ar', 'بلغت 5 ملايين دولار', '5 ملايين دولار'],
  ])('tells of a number to its noun, millions with it, in %s: %s', (lang, lead, expected) => {
    const texts = TEXTS.map(([outlet], index): Text => [outlet, '', index < 2 ? lead : '', { lang }]);
    expect(itemsOf(texts, 'left')).toContain(`${expected}: lefta leftb`);
  });

  it('splits Latin names at a comma in languages without spaces', () => {
    const texts = TEXTS.map(
      ([outlet], index): Text => [outlet, '', index < 2 ? '西都県でWestmark、Northport社。' : '', { lang: 'ja' }],
    );
    expect(itemsOf(texts, 'left')).toEqual(['Westmark: lefta leftb', 'Northport: lefta leftb']);
  });

  it.each([
    ['deaths and jobs, as many', ['1,400 additional deaths', '1,400 additional jobs']],
    ['money and people, both in millions', ['1.5 million dollars', '1.5 million workers']],
  ])('does not mix %s', (_, things) => {
    const texts = TEXTS.map(
      ([outlet, title], index): Text => [outlet, title, index < 2 ? `It spoke of ${things[index]}.` : ''],
    );
    expect(itemsOf(texts, 'left')).toEqual([]);
  });

  it('does not report millions that others write in digits', () => {
    const millions = TEXTS.map(
      ([outlet, title], index): Text => [
        outlet,
        title,
        ['It met 1.5 million workers.', 'Then 1.5 million workers came.', 'It met 1,500,000 of them.'][index],
      ],
    );
    expect(itemsOf(millions, 'left')).toEqual([]);
    expect(
      itemsOf(millions.filter((_, index) => index !== 2).concat([['rightc', 'The pier in Velm fell']]), 'left'),
    ).toEqual(['1.5 million workers: lefta leftb']);
  });

  it.each([
    ['Smoke caused 1,400 additional deaths in Velm.', ['1,400 additional deaths: lefta leftb']],
    ['A 12-member panel met in Velm.', ['12-member: lefta leftb']],
    ['It was told by five people in Velm.', []],
  ])('tells of a number to its noun: %s', (lead, expected) => {
    const texts = TEXTS.map(([outlet, title]): Text => [outlet, title, outlet.startsWith('left') ? lead : '']);
    expect(itemsOf(texts, 'left')?.filter((item) => /^\d|^five/.test(item))).toEqual(expected);
  });

  it('does not report what others only name differently', () => {
    const texts = TEXTS.map(([outlet, title]): Text => {
      const lead = outlet.startsWith('left') ? 'There the VTC spoke.' : 'There the Velm Trade Commission spoke.';
      return [outlet, title, lead];
    });
    expect(itemsOf(texts, 'left')).toEqual([]);
  });

  it('does not report names of peoples', () => {
    const texts = TEXTS.map(
      ([outlet, title]): Text => [outlet, title, outlet.startsWith('left') ? 'There a North Korean spoke.' : ''],
    );
    expect(itemsOf(texts, 'left')).toEqual([]);
  });

  it('does not report scores and ranges', () => {
    const score: readonly Text[] = TEXTS.map(([outlet, title]) => [
      outlet,
      title,
      outlet.startsWith('left') ? 'It fell by a 5-4 ruling.' : '',
    ]);
    expect(itemsOf(score, 'left')).toEqual([]);
  });

  it.each<[string, Text]>([
    ['the other side', ['rightc', 'A pier fell', 'The union asked the Dockers to wait.']],
    ['the center', ['mid', 'A pier fell', 'The Dockers Union is angry.']],
    ['an unrated outlet', ['nobody', 'A pier fell', 'The Dockers Union is angry.']],
    ['an opinion piece', ['rightc', 'The Dockers Union is wrong', '', { kind: 'opinion' }]],
  ])('drops a mention that %s has too', (_, text) => {
    expect(itemsOf([...TEXTS, text], 'left')).toEqual([]);
  });

  it('needs two families: a shared wire report is one voice', () => {
    const wire = TEXTS.map(
      ([outlet, title, lead]): Text => [outlet, title, lead, outlet.startsWith('left') ? { family: 'w' } : {}],
    );
    expect(itemsOf(wire, 'left')).toEqual([]);
  });

  it('compares only where both sides have two rated outlets', () => {
    expect(itemsOf(TEXTS.slice(0, 3), 'left')).toBeUndefined();
    expect(itemsOf(TEXTS.slice(1), 'left')).toBeUndefined();
  });

  it('compares one language only: a word that another language lacks is no difference', () => {
    const foreign = TEXTS.map(
      ([outlet, title, lead]): Text => [outlet, title, lead, outlet.startsWith('right') ? { lang: 'fr' } : {}],
    );
    expect(differencesOf(foreign).groups).toEqual([]);
  });

  it('finds what only outlets of other countries mention', () => {
    const abroad = (lead: string): Text[] => [
      ['abroada', 'A pier fell', lead],
      ['abroadb', 'A pier in Velm fell', lead],
    ];
    expect(itemsOf([...TEXTS, ...abroad('The pier was built by Hallstein Brothers.')], 'foreign')).toEqual([
      'Hallstein Brothers: abroada abroadb',
    ]);
    expect(differencesOf([...TEXTS, ...abroad('')]).groups.at(-1)).toMatchObject({
      homeCountry: 'US',
      items: [],
    });
  });

  it('leaves single words out, however many outlets of a group have them', () => {
    const others: readonly Text[] = ['leftc', 'rightc', 'mid', 'nobody'].map((outlet) => [outlet, 'A pier']);
    const word: readonly Text[] = [...TEXTS, ...others].map(([outlet, title]) => [
      outlet,
      title,
      outlet.startsWith('left') ? 'It was rotten.' : 'It was old.',
    ]);
    expect(itemsOf(word, 'left')).toEqual([]);
  });
});
