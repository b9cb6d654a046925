// Sentences and names: where a text is split, and which capitalised words are names.
import { describe, expect, it } from 'vitest';
import { findCapitalWords, findNames } from '../../../../engine/context/find-names.ts';
import { findCountry } from '../../../../engine/context/place-names.ts';
import { splitSentences } from '../../../../engine/context/split-sentences.ts';
import { stripDateline } from '../../../../engine/context/strip-dateline.ts';
import { reportsOf } from './invented-reports.ts';

describe('splitSentences', () => {
  it.each([
    ['en', 'Sen. Ada Lind spoke. Nobody heard her.', ['Sen. Ada Lind spoke.', 'Nobody heard her.']],
    ['uk', 'У м. Києві впав пірс. Ніхто не чув.', ['У м. Києві впав пірс.', 'Ніхто не чув.']],
    ['ru', 'Пирс упал в г. Вельме. Никто не слышал.', ['Пирс упал в г. Вельме.', 'Никто не слышал.']],
    ['ru', 'Его построили в 1926 г. Никто не слышал.', ['Его построили в 1926 г.', 'Никто не слышал.']],
    ['pl', 'Molo przy ul. Długiej runęło. Nikt nie słyszał.', ['Molo przy ul. Długiej runęło.', 'Nikt nie słyszał.']],
    ['pl', 'Runęło o godz. 18.30 w piątek.', ['Runęło o godz. 18.30 w piątek.']],
    ['el', 'Ο κ. Παππάς μίλησε. Κανείς δεν άκουσε.', ['Ο κ. Παππάς μίλησε.', 'Κανείς δεν άκουσε.']],
    ['sr', 'Др. Петар Илић говори. Нико не слуша.', ['Др. Петар Илић говори.', 'Нико не слуша.']],
    ['en', 'The U.S. Senate met. It voted.', ['The U.S. Senate met.', 'It voted.']],
    ['en', 'J. Lind spoke.\nB. Berg did not.', ['J. Lind spoke.', 'B. Berg did not.']],
    [
      'en',
      'Ada Lind (R-S.C.) Tuesday urged calm. Nobody heard.',
      ['Ada Lind (R-S.C.) Tuesday urged calm.', 'Nobody heard.'],
    ],
    ['en', 'Bo Berg (D-Calif.) Monday spoke.', ['Bo Berg (D-Calif.) Monday spoke.']],
    [
      'en',
      'Lind died at the age of 94. On Monday Velm mourned.',
      ['Lind died at the age of 94.', 'On Monday Velm mourned.'],
    ],
    [
      'en',
      'The pier fell ‘Mr. Lind knew it,’ they say. It rained.',
      ['The pier fell ‘Mr. Lind knew it,’ they say.', 'It rained.'],
    ],
    ['en', 'It recalls Lind v. Velm. Nobody won.', ['It recalls Lind v. Velm.', 'Nobody won.']],
    ['en', 'It stands in the Velm Register , and fell .', ['It stands in the Velm Register, and fell.']],
    ['en', '(He came from the U.S.) The pier fell.', ['(He came from the U.S.)', 'The pier fell.']],
    ['de', 'Am 15. März tagte der Rat. Er stimmte ab.', ['Am 15. März tagte der Rat.', 'Er stimmte ab.']],
    ['en', 'Lind said no. Police searched the harbour.', ['Lind said no.', 'Police searched the harbour.']],
    ['en', 'Boats lay in the sun. Police came.', ['Boats lay in the sun.', 'Police came.']],
    ['en', 'On Sat. 9 Mar. 2019 pier no. 5 fell. It was old.', ['On Sat. 9 Mar. 2019 pier no. 5 fell.', 'It was old.']],
    ['en', 'So Gen. Lind told Sen. Berg of Velm Co. Nobody.', ['So Gen. Lind told Sen. Berg of Velm Co. Nobody.']],
    [
      'es',
      'Lind dijo que no. La policía vino del mar. El muelle cayó.',
      ['Lind dijo que no.', 'La policía vino del mar.', 'El muelle cayó.'],
    ],
    ['de', 'Es ist eine neue Art. Die Polizei sucht.', ['Es ist eine neue Art.', 'Die Polizei sucht.']],
    ['de', 'Nach Art. 5 Abs. 2 ist es Hr. Lind.', ['Nach Art. 5 Abs. 2 ist es Hr. Lind.']],
    [
      'sv',
      'Det var för sen. Polisen kom, sade hon. Lind gick fri. Nu är det slut.',
      ['Det var för sen.', 'Polisen kom, sade hon.', 'Lind gick fri.', 'Nu är det slut.'],
    ],
    ['it', 'È amico mio. La polizia cerca.', ['È amico mio.', 'La polizia cerca.']],
    ['zh', '桥梁关闭。检查员发现裂缝。', ['桥梁关闭。', '检查员发现裂缝。']],
    ['ar', 'أغلق الجسر. وجد المفتشون شقوقا.', ['أغلق الجسر.', 'وجد المفتشون شقوقا.']],
    ['en', '', []],
  ])('%s: %s', (lang, text, expected) => {
    expect(splitSentences(text, lang)).toEqual(expected);
  });

  it('is fast if marks and initials follow each other without end', () => {
    const text = '’'.repeat(1200) + ' J.'.repeat(400); // took 16 s when the whole text was searched for each initial
    for (let times = 0; times < 2; times++) expect(splitSentences(text, 'en')).toHaveLength(1);
  });
});

describe('stripDateline', () => {
  it.each([
    ['WASHINGTON (AP) — The pier fell.', 'The pier fell.'],
    ['KANSAS CITY, Mo. — The pier fell.', 'The pier fell.'],
    ['VELM/ORLEN, Northmark (Tidewater) - The pier fell.', 'The pier fell.'],
    ['VELM/ORLEN — The pier fell.', 'The pier fell.'],
    ['HANOI, Vietnam - The pier fell.', 'The pier fell.'],
    ['JOINT BASE VELM, Northmark — The pier fell.', 'The pier fell.'],
    ['VELM, May 3 – The pier fell.', 'The pier fell.'],
    ['Brest, 5. März (dpa) - Der Anleger fiel.', 'Der Anleger fiel.'],
    ['(CNN) The pier fell.', 'The pier fell.'],
    ['Northmark (Tidewater) The pier fell.', 'The pier fell.'],
    ['New Delhi, May 3 (PTI) The pier fell.', 'The pier fell.'],
    ['NORTHMARK (Our own) The pier fell.', 'The pier fell.'],
    ...[
      'House Minority Leader Ada Lindqvist (R-Velm) Tuesday rejected it.',
      'The European Central Bank (ECB) President spoke.',
      'The Palestinian Authority (PA) President spoke.',
      'NATO (OTAN) Secretary General Ada Lind spoke.',
    ].map((lead) => [lead, lead]),
    [
      'NASA said on Monday – not for the first time – that it fell.',
      'NASA said on Monday – not for the first time – that it fell.',
    ],
    ['The pier fell.', 'The pier fell.'],
  ])('%s', (lead, expected) => {
    expect(stripDateline(lead, 'Tidewater News')).toBe(expected);
  });
});

describe('a report’s sentences', () => {
  it('keep their names before brackets, also after the first', () => {
    const [report] = reportsOf([
      'mid',
      'A pier fell',
      'WASHINGTON (AP) — The pier fell. Leader Ada Lind (AP) — Monday’s guest — spoke.\n– Nobody heard.',
    ]);
    expect(report?.sentences.slice(1).map(({ text }) => text)).toEqual([
      'The pier fell.',
      'Leader Ada Lind (AP) — Monday’s guest — spoke.',
      'Nobody heard.',
    ]);
  });
});

describe('findNames', () => {
  const namesIn = (title: string, lead: string, lang = 'en') => {
    const [report] = reportsOf(['mid', title, lead, { lang }]);
    const sentences = report?.sentences ?? [];
    const capitals = findCapitalWords(sentences);
    return sentences.map((sentence) => findNames(sentence, { capitals, lang }).map(({ text }) => text));
  };

  it('reads sequences of capitalised words, without offices and first words of sentences', () => {
    expect(
      namesIn('', 'Yesterday the British Prime Minister Ada May met Secretary of State Bo Berg in New York.'),
    ).toEqual([['Ada May', 'Bo Berg', 'New York']]);
  });

  it('recognises an office at the beginning of a sentence, where the capital means nothing', () => {
    expect(namesIn('', 'Secretary of State Bo Berg met nobody in Velm.')).toEqual([['Bo Berg', 'Velm']]);
  });

  it('ignores capitals of an all-capitals headline that the text does not confirm', () => {
    expect(namesIn('Rotten Pier Falls In Northmark', 'The rotten pier of Northmark falls.')).toEqual([
      ['Northmark'],
      ['Northmark'],
    ]);
  });

  it('does not end a name with a party', () => {
    expect(namesIn('', 'So the Velm Democrat met a New Orlen Republican, and the Velm Democrats.')).toEqual([
      ['Velm', 'New Orlen', 'Velm Democrats'],
    ]);
  });

  it('requires two capitalised words in languages that capitalise every noun', () => {
    expect(namesIn('', 'Gestern sprach Ada Lind im Rat über den Anleger.', 'de')).toEqual([['Ada Lind']]);
  });

  it.each([
    ['It met T-Velm and Ada O’Lind there.', ['T-Velm', 'Ada O’Lind']],
    ['There spoke Ada Velm-un of the U.S. Dockers Board.', ['Ada Velm-un', 'U.S. Dockers Board']],
    ['There Ada Lind (D-N.Y.) and Bo Berg, R-Ky., met.', ['Ada Lind', 'Bo Berg']],
    [
      'There Customs and Border Protection met Ada Lind and Bo Berg.',
      ['Customs and Border Protection', 'Ada Lind', 'Bo Berg'],
    ],
    ['It began in El Paso and not in Las Vegas.', ['El Paso', 'Las Vegas']],
    ['There the Justice Department sued General Motors.', ['Justice Department', 'General Motors']],
    [
      'There the Democratic National Committee met Special Counsel Bo Berg.',
      ['Democratic National Committee', 'Bo Berg'],
    ],
    ['There the Premier League met the Irish Republican Army.', ['Premier League', 'Irish Republican Army']],
    ['It was in the Democratic Republic of Congo.', ['Democratic Republic of Congo']],
    ['There Martin Luther King Jr. spoke.', ['Martin Luther King Jr']],
    ['There Velm and Northmark University met.', ['Velm', 'Northmark University']],
    ['It was Lind County and Berg County.', ['Lind County', 'Berg County']],
  ])('keeps whole: %s', (lead, expected) => {
    expect(namesIn('', lead)).toEqual([expected]);
  });

  it.each([
    'It was in Nov. or Sept., the Sen. said.',
    'There a Republican and a Muslim spoke of anti-Semitism.',
    'It said so, Photo by Getty Images.',
    'They were there, UPDATE, and Sign Up.',
  ])('finds none in: %s', (lead) => {
    expect(namesIn('', lead)).toEqual([[]]);
  });

  it('does not begin a name with a preposition of a headline', () => {
    expect(namesIn('Two Go For Northmark', 'The two go For Northmark by ferry.')).toEqual([
      ['Northmark'],
      ['Northmark'],
    ]);
  });

  it('does not end a name with a particle', () => {
    expect(namesIn('Withdrawal of Bill Follows', 'The Withdrawal of the bill; the Withdrawal of it.')[0]).toEqual([
      'Withdrawal',
    ]);
  });

  it('joins names with particles', () => {
    expect(namesIn('', 'It met the Bank of Velm and Ludwig van Berg there.')).toEqual([
      ['Bank of Velm', 'Ludwig van Berg'],
    ]);
  });
});

describe('findCountry', () => {
  it.each([
    ['germany', 'en', 'DE'],
    ['allemagne', 'fr', 'DE'],
    ['us', 'en', 'US'],
    ['northmark', 'en', null],
    ['european-union', 'en', null],
  ])('%s in %s', (id, lang, expected) => {
    expect(findCountry(id, lang)).toBe(expected);
  });
});
