// What happened to those who are counted: the fate that is named nearest to the number.
import { describe, expect, it } from 'vitest';
import { readCountedThings } from '../../../../engine/context/counted-things.ts';
import { reportsOf } from './invented-reports.ts';

describe('the fate of those who are counted', () => {
  it.each<[string, string, readonly string[]]>([
    ['en', 'Storm kills 15 people in Velm', ['15 dead']],
    ['en', 'Storm killed 15 people and injured 22 people', ['15 dead', '22 hurt']],
    ['en', '15 people were killed and 22 people injured', ['15 dead', '22 hurt']],
    ['en', 'At least 15 people dead, 22 people hurt', ['15 dead', '22 hurt']],
    ['en', 'Police freed 15 prisoners', ['15 saved']],
    ['en', 'The 15 deaths shook Velm', ['15 dead']],
    ['en', 'In Velm 15 people marched', ['15 null']],
    ['en', 'Dead or missing: 15 people', ['15 missing']],
    ['en', 'Killed 15 people injured', ['15 null']],
    ['en', 'Killed in the storm that came over Velm at night and left 15 people', ['15 null']],
    ['de', 'In Velm 15 Menschen getötet und 22 Menschen verletzt', ['15 dead', '22 hurt']],
    ['fr', 'L’orage a tué 15 personnes et blessé 22 habitants', ['15 dead', '22 hurt']],
    ['es', 'Hay 15 personas muertas y 22 personas heridas', ['15 dead', '22 hurt']],
    ['it', 'Sono 15 persone morte e 22 persone ferite', ['15 dead', '22 hurt']],
    ['pt', 'São 15 pessoas mortas e 22 pessoas feridas', ['15 dead', '22 hurt']],
    ['ru', 'В городе погибли 15 жителей и пострадали 22 рабочих', ['15 dead', '22 hurt']],
    ['uk', 'Загинули 15 людей, поранено 22 людини', ['15 dead', '22 hurt']],
  ])('%s: %s', (lang, text, expected) => {
    const [report] = reportsOf(['mid', text, '', { lang }]);
    const things = report?.sentences.flatMap((sentence) => readCountedThings(sentence, lang)) ?? [];
    expect(things.map(({ value, fate }) => `${value} ${fate}`)).toEqual(expected);
  });
});
