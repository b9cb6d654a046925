// Numbers: which count the same thing, and which of them contradict each other.
import { describe, expect, it } from 'vitest';
import { readCountedThings } from '../../../../engine/context/counted-things.ts';
import { findNumberConflicts } from '../../../../engine/context/find-number-conflicts.ts';
import { reportsOf, type Text } from './invented-reports.ts';

describe('readCountedThings', () => {
  it.each<[string, string, string | null]>([
    ['en', 'Police freed 15 political prisoners', '15 prisoners 15–15'],
    ['en', 'Eighteen prisoners walked free', '18 prisoners 18–18'],
    ['en', 'At least 15 prisoners walked free', '15 prisoners 15–Infinity'],
    ['en', 'Nearly 2,000 people fled', '2000 people 0–2000'],
    ['en', 'About 50 students marched', '50 students 40–60'],
    ['en', 'Some 3 million people voted', '3000000 people 2400000–3600000'],
    ['de', 'Mindestens 15 politische Gefangene sind frei', '15 Gefangene 15–Infinity'],
    ['fr', 'Libération de 18 prisonniers politiques', '18 prisonniers 18–18'],
    ['fr', '1\u202f500\u202fmanifestants à Velm', '1500 manifestants 1500–1500'],
    ['en', 'Twenty-five prisoners walked free', '25 prisoners 25–25'],
    ['fr', 'Dix-sept prisonniers libérés', '17 prisonniers 17–17'],
    ['es', 'Liberan a treinta y ocho presos', '38 presos 38–38'],
    ['es', 'Liberan a quince presos políticos', '15 presos 15–15'],
    ['en', 'Two dozen migrants drowned', '24 migrants 19–29'],
    ['en', 'Some 12 lakh voters came', '1200000 voters 960000–1440000'],
    ['en', 'One hundred twenty-five migrants drowned', null],
    ['en', 'Two hundred and fifty migrants drowned', null],
    ['en', 'It cost 12 million rupees', null],
    ['en', 'It cost 12 million Swiss francs', null],
    ['de', '12 Millionen Menschen stimmten ab', '12000000 Menschen 12000000–12000000'],
    ['de', '12 Mio. Menschen stimmten ab', '12000000 Menschen 12000000–12000000'],
    ['de', 'Die Brücke kostet 12 Millionen Euro', null],
    ['de', 'Die Brücke kostet 3 Mrd. Franken', null],
    ['fr', 'Le plan touche 15 millions de personnes', '15000000 personnes 15000000–15000000'],
    ['fr', 'Deux mille manifestants à Velm', '2000 manifestants 2000–2000'],
    ['fr', 'Deux cents manifestants à Velm', '200 manifestants 200–200'],
    ['fr', 'Le plan coûte 12 millions d’euros', null],
    ['es', 'Marchan 12 mil personas', '12000 personas 12000–12000'],
    ['es', 'Hay 3 mil millones de personas', '3000000000 personas 3000000000–3000000000'],
    ['es', 'Cuesta 12 millones de pesos', null],
    ['it', 'In piazza 12mila persone', '12000 persone 12000–12000'],
    ['it', 'Costa 3 miliardi di euro', null],
    ['pt', 'Marcham 12 mil pessoas', '12000 pessoas 12000–12000'],
    ['pt', 'Há 2 milhões de pessoas', '2000000 pessoas 2000000–2000000'],
    ['en', 'The trial took 15 days', null],
    ['ru', 'Опоздание на 2 часа 19 минут', null],
    ['ru', 'Это было 16 мая', null],
    ['fr', 'Il est venu le 3 mars', null],
    ['ru', 'Армия потеряла 3 тысячи солдат', '3000 солдат 3000–3000'],
    ['ru', 'На порт выделили 12 тысяч рублей', null],
    ['uk', 'На вулиці вийшли 12 тисяч людей', '12000 людей 12000–12000'],
    ['uk', 'Пошкоджено майна на 15 млн гривень', null],
    ['ru', 'Эвакуировали 19 жителей', '19 жителей 19–19'],
    ['en', 'Economists expect 165,000 jobs', null],
    ['de', 'Erwartet werden 5000 Besucher', null],
    ['en', 'It rose 15 percent', null],
    ['en', 'It rose 15% in places', null],
    ['en', 'It cost $15 dollars', null],
    ['en', 'The House voted 230-197', null],
    ['en', 'The House voted 220-12 members said', null],
    ['en', 'Of 24/7 shops they speak', null],
    ['en', 'In 2019 elections were held', null],
    ['en', 'COVID-19 cases found in the hotel', null],
    ['en', 'There G-7 leaders spoke', null],
    // More of them: no count of all.
    ['en', 'Another 15 people drowned', null],
    ['en', 'An additional 15 people drowned', null],
    ['en', 'A further 15 people drowned', null],
    ['en', 'Other 15 people drowned', null],
    ['en', 'At least another 15 people drowned', '15 people 15–Infinity'],
    ['en', 'As many as another 15 people drowned', null],
    ['en', 'They let in the other, 15 people drowned', '15 people 15–15'],
    ['en', 'Another 12 million people voted', null],
    ['en', 'Another 10 to 15 people drowned', null],
    ['en', 'Another roughly 15 people drowned', null],
    ['en', 'Another day, 15 people drowned', '15 people 15–15'],
    ['de', 'Weitere 15 Menschen starben', null],
    ['de', 'Mit weiteren 15 Menschen', null],
    ['de', 'In Velm starben 15 weitere Menschen', null],
    ['en', '15 more people drowned', null],
    ['es', 'Otras 15 personas murieron', null],
    ['es', 'Otros 15 presos salieron', null],
    ['fr', 'Les 15 autres manifestants', null],
    ['fr', 'Les autres 15 manifestants', null],
    ['it', 'Altre 15 persone morirono', null],
    ['pt', 'Outras 15 pessoas morreram', null],
    ['ru', 'Ещё 15 жителей погибли', null],
    ['ru', 'Еще 15 жителей погибли', null],
    ['uk', 'Ще 15 жителів загинули', null],
    // The day of a date, and the number in a name, count nothing.
    ['en', 'Trump frees Jan. 6 rioters', null],
    ['en', 'He recalled the Oct. 7 attacks', null],
    ['en', 'Sept. 11 defendants spoke', null],
    ['en', 'On March 3 protesters gathered', null],
    ['en', 'After the June 3-5 protests', null],
    ['en', 'The blast on May 15 leaves dozens hurt', null],
    ['en', 'They found Flight 370 passengers', null],
    ['en', 'There Apollo 13 astronauts spoke', null],
    ['en', 'They met Article 5 obligations', null],
    ['en', 'It helps type 2 patients', null],
    ['en', 'Among the top 10 banks', null],
    ['en', 'In March 400 protesters gathered', '400 protesters 400–400'],
    ['en', 'In March three protesters gathered', '3 protesters 3–3'],
    ['en', 'On Monday 15 prisoners walked free', '15 prisoners 15–15'],
    ['en', 'On the bus 15 pupils sat', '15 pupils 15–15'],
    ['en', 'In the room: 15 pupils', '15 pupils 15–15'],
    ['en', 'One man was hurt', null],
  ])('%s: %s', (lang, text, expected) => {
    const [report] = reportsOf(['mid', text, '', { lang }]);
    const [thing] = report?.sentences.flatMap((sentence) => readCountedThings(sentence, lang)) ?? [];
    expect(thing === undefined ? null : `${thing.value} ${thing.unit} ${thing.from}–${thing.to}`).toBe(expected);
  });
});

describe('findNumberConflicts', () => {
  const conflictsOf = (...texts: readonly Text[]) =>
    findNumberConflicts(reportsOf(...texts)).map(
      ({ unit, values }) =>
        `${values.map(({ written, sources }) => `${written} (${sources.map(({ outletId }) => outletId).join(', ')})`).join(' or ')} ${unit}`,
    );

  it('names the numbers and who says which', () => {
    expect(
      conflictsOf(
        ['lefta', 'Belarus frees 15 political prisoners'],
        ['mid', 'Fifteen prisoners go free in Belarus'],
        ['righta', '18 prisoners walk free in Belarus'],
      ),
    ).toEqual(['15 (lefta, mid) or 18 (righta) prisoners']);
  });

  it('compares the dead with the dead where the injured are counted, too', () => {
    expect(
      conflictsOf(
        ['lefta', 'Storm kills 15 people, injures 22 people'],
        ['mid', '18 people were killed and 22 people injured in the storm'],
      ),
    ).toEqual(['15 (lefta) or 18 (mid) people']);
  });

  it('compares with a count whose fate is not named', () => {
    expect(
      conflictsOf(
        ['lefta', 'Blast kills 15 miners in shaft'],
        ['mid', '18 miners lie beneath the shaft after the blast'],
      ),
    ).toEqual(['15 (lefta) or 18 (mid) miners']);
  });

  it('takes each outlet’s latest count', () => {
    expect(
      conflictsOf(
        ['lefta', '15 prisoners freed in Velm'],
        ['lefta', '18 prisoners freed in Velm'],
        ['mid', '15 prisoners freed in Velm'],
      ),
    ).toEqual(['15 (mid) or 18 (lefta) prisoners']);
  });

  it.each<[string, ...Text[]]>([
    ['the same number', ['lefta', '15 prisoners freed in Velm'], ['mid', 'Fifteen prisoners freed in Velm']],
    [
      'groups parted otherwise',
      ['lefta', '1 500 manifestants défilent à Velm', '', { lang: 'fr' }],
      ['mid', '1.500 manifestants défilent à Velm', '', { lang: 'fr' }],
    ],
    ['a number in two words', ['lefta', 'Twenty-five people freed in Velm'], ['mid', '25 people freed in Velm']],
    ['at least so many', ['lefta', 'At least 15 people freed in Velm'], ['mid', '18 people freed in Velm']],
    ['no more than so many', ['lefta', 'No more than 15 people freed in Velm'], ['mid', '12 people freed in Velm']],
    ['a range', ['lefta', '10-15 people freed in Velm'], ['mid', '12 people freed in Velm']],
    [
      'money and people, both in millions',
      ['lefta', 'Le plan coûte 12 millions d’euros', '', { lang: 'fr' }],
      ['mid', 'Le plan touche 15 millions de personnes', '', { lang: 'fr' }],
    ],
    ['a multiplier alone', ['lefta', '12 million people freed'], ['mid', 'Vote of 15 million people']],
    [
      'ages in a language whose years are unknown',
      ['lefta', 'Politie houdt man van 45 jaar aan na brand in haven', '', { lang: 'nl' }],
      ['mid', 'Vrouw van 54 jaar dood na brand in haven', '', { lang: 'nl' }],
    ],
    [
      'money and people in a language whose millions are unknown',
      ['lefta', 'Brand in haven kost stad 12 miljoen euro', '', { lang: 'nl' }],
      ['mid', 'Brand in haven gezien door 15 miljoen mensen', '', { lang: 'nl' }],
    ],
    [
      'soldiers and roubles, both in thousands',
      ['lefta', 'После пожара в порту армия потеряла 3 тысячи солдат', '', { lang: 'ru' }],
      ['mid', 'После пожара в порту выделили 12 тысяч рублей', '', { lang: 'ru' }],
    ],
    ['a lower bound', ['lefta', 'At least 15 prisoners freed in Velm'], ['mid', '18 prisoners freed in Velm']],
    ['a rough number', ['lefta', 'About 50 prisoners freed in Velm'], ['mid', '45 prisoners freed in Velm']],
    ['other things', ['lefta', '15 prisoners freed in Velm'], ['mid', '18 guards freed in Velm']],
    ['a name alone', ['lefta', 'Velm and its 15 prisoners'], ['mid', 'Strike by 18 prisoners in Velm']],
    ['another connection', ['lefta', '15 prisoners freed in Velm'], ['mid', 'Strike by 18 prisoners goes on']],
    ['another order of size', ['lefta', '15 prisoners freed in Velm'], ['mid', 'Velm once freed 400 prisoners']],
    ['one outlet’s two counts', ['lefta', '15 prisoners freed in Velm', '18 prisoners stay in Velm.']],
    [
      'an outlet’s own update',
      ['lefta', '15 prisoners freed in Velm'],
      ['lefta', '18 prisoners freed in Velm'],
      ['mid', '18 prisoners freed in Velm'],
    ],
    [
      'an outlet’s own update in other words',
      ['lefta', 'Blast kills 15 miners in shaft'],
      ['mid', 'Blast kills 18 miners in shaft'],
      ['lefta', 'Velm: 18 miners dead'],
    ],
    [
      'an outlet’s own update beside another count',
      ['lefta', 'Blast kills 15 miners in shaft'],
      ['mid', 'Blast kills 18 miners in shaft'],
      ['lefta', 'Blast kills 18 miners in shaft', 'Rescuers freed 40 miners from the shaft.'],
    ],
    [
      'an opinion',
      ['lefta', '15 prisoners freed in Velm'],
      ['mid', '18 prisoners freed in Velm', '', { kind: 'opinion' }],
    ],
    [
      'a copy',
      ['lefta', '15 prisoners freed', '', { family: 'f' }],
      ['mid', '18 prisoners freed', '', { family: 'f' }],
    ],
    [
      'the dead of one day and those of all',
      ['lefta', 'Another 15 people killed in flood'],
      ['mid', 'Flood has killed 40 people'],
    ],
    [
      'the dead and the injured',
      ['lefta', 'Storm kills 15 people in Velm'],
      ['mid', 'Storm in Velm: 22 people injured'],
    ],
    [
      'the dead and the injured, both in one report',
      ['lefta', 'Storm kills 15 people and injures 22 people'],
      ['mid', 'Storm kills 15 people', 'After the storm, 22 people were treated for injuries.'],
      ['righta', '22 people were hurt and 15 people died in the storm'],
    ],
    [
      'the dead and the missing, in German',
      ['lefta', 'Sturm: 15 Menschen getötet', '', { lang: 'de' }],
      ['mid', 'Sturm: 22 Menschen vermisst', '', { lang: 'de' }],
    ],
    ['a date and a count', ['lefta', 'Trump frees Jan. 6 rioters in Velm'], ['mid', 'Trump frees 14 rioters in Velm']],
    [
      'two dates',
      ['lefta', 'Blast on May 15 leaves dozens hurt in shaft'],
      ['mid', 'Blast on May 16 leaves dozens hurt in shaft'],
    ],
    [
      'a flight’s number and its passengers',
      ['lefta', 'Search for Flight 370 passengers ends'],
      ['mid', 'Search for 239 passengers ends'],
    ],
    ['languages', ['lefta', '15 prisoners freed in Velm'], ['mid', '18 prisoners freed in Velm', '', { lang: 'fr' }]],
  ])('is silent about %s', (_, ...texts) => {
    expect(conflictsOf(...texts)).toEqual([]);
  });
});
