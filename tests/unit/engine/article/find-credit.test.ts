// Which agency a text credits, in many languages, and texts that only look like a credit.
import { describe, expect, it } from 'vitest';
import { findCredit, stripLeadCredit, stripTitleCredit } from '../../../../engine/article/find-credit.ts';
import { AGENCIES, AMBIGUOUS_NAMES } from '../../../../engine/article/wire-agencies.ts';

const LEADS: readonly (readonly [string, string | null])[] = [
  ['(Reuters) - Two people were hurt.', 'Reuters'],
  ['LONDON (AP) — Two people were hurt.', 'AP'],
  ['LONDON, May 3 (Reuters) - Two people were hurt.', 'Reuters'],
  ['NEW YORK (AP) -- Two people were hurt.', 'AP'],
  ['Paris (AFP) – Deux personnes ont été blessées.', 'AFP'],
  ['PARIS, 3 mai (Reuters) - Deux personnes.', 'Reuters'],
  ['dpa/AFP - Zwei Menschen wurden verletzt.', 'dpa'],
  ['Berlin (dpa) - Zwei Menschen wurden verletzt.', 'dpa'],
  ['Stuttgart (dpa/lsw) - Zwei Menschen wurden verletzt.', 'dpa'],
  ['Zwei Menschen wurden verletzt. (dpa/AFP)', 'dpa'],
  ['Zwei Menschen wurden verletzt. Quelle: dpa', 'dpa'],
  ['Zwei Menschen wurden verletzt. Quelle: ntv.de, dpa', null],
  ['(ANSA) - ROMA, 12 MAG - Due persone ferite.', 'ANSA'],
  ['Roma, 12 mag. (askanews) – Due persone ferite.', 'askanews'],
  ['(Adnkronos) - Due persone ferite.', 'Adnkronos'],
  ['Madrid, 3 may (EFE).- Dos personas heridas.', 'EFE'],
  ['Dos personas heridas. Con información de EFE', 'EFE'],
  ['MADRID, 3 (EUROPA PRESS) - Dos personas heridas.', 'Europa Press'],
  ['Deux personnes blessées. (Le Monde avec AFP)', 'AFP'],
  ['Deux personnes blessées. Avec AFP', 'AFP'],
  ['MOSCOW, May 3. /TASS/. Two people were hurt.', 'TASS'],
  ['МОСКВА, 3 мая - РИА Новости. Два человека пострадали.', 'RIA Novosti'],
  ['МОСКВА, 3 мая. /ТАСС/. Два человека пострадали.', 'TASS'],
  ['Москва. 3 мая. INTERFAX.RU - Два человека пострадали.', 'Interfax'],
  ['New Delhi, May 3 (PTI) Two people were hurt.', 'PTI'],
  ['New Delhi: (PTI) Two people were hurt. With inputs from PTI', 'PTI'],
  ['BEIJING, May 3 (Xinhua) -- Two people were hurt.', 'Xinhua'],
  ['新华社北京5月3日电 两人受伤。', 'Xinhua'],
  ['（中央社記者王小明台北3日電）兩人受傷。', 'CNA'],
  ['（中央社倫敦3日綜合外電報導）兩人受傷。', 'CNA'],
  ['（法新社巴黎3日電）兩人受傷。', 'AFP'],
  ['两人受伤。（来源：新华社）', 'Xinhua'],
  ['【共同】2人がけが。', 'Kyodo'],
  ['【ロンドン共同】2人がけが。', 'Kyodo'],
  ['【ワシントン＝時事】2人がけが。', 'Jiji Press'],
  ['[ロンドン　３日　ロイター] - 2人がけが。', 'Reuters'],
  ['【5月3日 AFP】2人がけが。', 'AFP'],
  ['2人がけが。〔共同〕', 'Kyodo'],
  ['(서울=연합뉴스) 홍길동 기자 = 두 명이 다쳤다.', 'Yonhap'],
  ['[서울=뉴시스] 두 명이 다쳤다.', 'Newsis'],
  ['नई दिल्ली, 3 मई (भाषा) दो लोग घायल हुए।', 'PTI'],
  ['नई दिल्ली, 3 मई (आईएएनएस)। दो लोग घायल हुए।', 'IANS'],
  ['(רויטרס) שני בני אדם נפצעו.', 'Reuters'],
  ['القاهرة (رويترز) - أصيب شخصان.', 'Reuters'],
  ['ANKARA (AA) - İki kişi yaralandı.', 'Anadolu Agency'],
  ['LISBOA (Lusa) — Duas pessoas feridas.', 'Lusa'],
  ['WARSZAWA (PAP) - Dwie osoby ranne.', 'PAP'],
  ['Two people were hurt, police said. (AFP)', 'AFP'],
  ['Two people were hurt, police said. — Reuters', 'Reuters'],
  ['Copyright 2026 The Associated Press. All rights reserved.', 'AP'],
  ['Zwei Menschen wurden verletzt. © dpa-infocom, dpa:260503-99-123456/1', 'dpa'],
  // not credits
  ['Two people were hurt. (Photo by Ada Lind / AFP)', null],
  ['(Foto: Ada Lind/dpa) Zwei Menschen wurden verletzt.', null],
  ['Двое пострадали. (фото: Ada Lind / AFP)', null],
  ['【日中共同】2人が受賞した。', null],
  ['（新华社社长张三）表示，两人受伤。', null],
  ['(서울=홍길동) 두 명이 다쳤다.', null],
  ['उन्होंने मातृभाषा (भाषा) पर बात की।', null],
  ['According to Reuters, two people were hurt.', null],
  ['Reuters reported that two people were hurt.', null],
  ['The AP exam is taken by many pupils.', null],
  ['AP exam scores rise for a third year.', null],
  ['The PA system at the station failed.', null],
  ['The Palestinian Authority (PA) - which governs parts of it - said so.', null],
  ['Advanced Placement (AP) - the exams that many take - are changing.', null],
  ['The agency (Reuters) - among others - moved offices.', null],
  ['A fire in Erie (PA) was put out.', null],
  ['Two people were hurt in the Spanish resort (SPA).', null],
  ['He paid with an app - APP.', null],
  // Credits of pictures.
  ['Two people were hurt. Credit: Reuters', 'Reuters'],
  ['Photo Credit: Reuters. Two people were hurt.', null],
  ['Image Source: AP. Two people were hurt.', null],
  ['Two people were hurt. Photo © AFP.', null],
  ['Due persone ferite. FOTO © EFE.', null],
  ['© Reuters. Herald.test - Two people were hurt.', null],
  ['Ada Lind Credit: Associated Press\nTwo people were hurt.', null],
  ['Two people were hurt. Copyright 2026 The Associated Press. All rights reserved.', 'AP'],
  ['Zwei Menschen wurden verletzt. © dpa', 'dpa'],
  ['Deux personnes blessées. ©2026 AFP. Tous droits réservés.', 'AFP'],
  // Citations.
  ['Dos personas heridas, según dijo a la Agencia EFE.', null],
  ['Due persone ferite, ha detto all’Agenzia ANSA.', null],
  ['Two people were hurt, he told the News Agency AFP.', null],
  ['Dos personas heridas. Agencia EFE', 'EFE'],
  ['Dos personas heridas, Agencia: EFE', 'EFE'],
  ['Deux personnes blessées, a-t-il dit à l’Agence France-Presse (AFP).', null],
  ['Selon l’Agence France-Presse (AFP), deux personnes sont blessées.', null],
  ['Zwei Menschen wurden verletzt, sagte sie dem Evangelischen Pressedienst (epd).', null],
  ['Zwei Menschen wurden verletzt. (epd)', 'epd'],
  ['Two people were hurt, he told Press Trust of India (PTI).', null],
  // Words that are agencies only after a dateline.
  ['MAP: Where the power is out in the county', null],
  ['EP: il Parlamento europeo vota', null],
  ['CNN: Two people were hurt', null],
  ['Erie (PA) - Two people were hurt.', null],
  ['LONDON (PA) - Two people were hurt.', 'PA Media'],
  ['ANKARA (AA) - Two people were hurt.', 'Anadolu Agency'],
  ['Wien (APA) - Zwei Menschen wurden verletzt.', 'APA'],
  ['', null],
];

describe('findCredit', () => {
  it.each(LEADS)('%s → %s', (lead, credit) => {
    expect(findCredit({ title: 'Two hurt', lead })).toBe(credit);
  });

  it.each([
    ['Reuters', 'Reuters'],
    ['By Reuters', 'Reuters'],
    ['Reuters Staff', 'Reuters'],
    ['By LAURA EXAMPLE Associated Press', 'AP'],
    ['Laura Example, Associated Press', 'AP'],
    ['AFP with Example News', 'AFP'],
    ['dpa/AFP', 'dpa'],
    ['DPA', 'dpa'],
    ['Agence France-Presse', 'AFP'],
    ['Laura Example', null],
    ['Pa Example', null],
    ['Apa Reuterson', null],
    ['', null],
  ])('byline %j → %s', (author, credit) => {
    expect(findCredit({ title: 'Two hurt', lead: 'Two people were hurt.', author })).toBe(credit);
  });

  it.each([
    ['(AP) Two hurt', 'AP', 'Two hurt'],
    ['Reuters: Two hurt', 'Reuters', 'Two hurt'],
    ['Two hurt (Reuters)', 'Reuters', 'Two hurt'],
    ['Two hurt - Reuters', 'Reuters', 'Two hurt'],
    ['Two hurt | AFP', 'AFP', 'Two hurt'],
    ['Two hurt (photo: Ada Lind/AFP)', null, 'Two hurt (photo: Ada Lind/AFP)'],
    ['Two hurt in Erie (PA)', null, 'Two hurt in Erie (PA)'],
    ['PA: what the new system means', null, 'PA: what the new system means'],
    ['AP exam scores rise', null, 'AP exam scores rise'],
    ['How Reuters covers wars', null, 'How Reuters covers wars'],
  ])('title %j → %s, "%s"', (title, credit, stripped) => {
    expect(findCredit({ title, lead: '' })).toBe(credit);
    expect(stripTitleCredit(title)).toBe(stripped);
  });

  it.each([
    ['LONDON (AP) — Two people', 'LONDON — Two people'],
    ['(Reuters) - Two people', 'Two people'],
    ['MOSCOW, May 3. /TASS/. Two people', 'MOSCOW, May 3. — Two people'],
    ['Two people (as said)', 'Two people (as said)'],
    ['Due persone. (ANSA).', 'Due persone.'],
    ['新华社北京5月3日电（记者 张三）两人受伤。', '两人受伤。'],
    ['नई दिल्ली, 3 मई (आईएएनएस)। दो लोग घायल हुए।', 'नई दिल्ली, 3 मई — दो लोग घायल हुए।'],
    ['(서울=연합뉴스) 홍길동 기자 = 두 명이 다쳤다.', '두 명이 다쳤다.'],
    ['[ロンドン　３日　ロイター] - 2人がけが。', '2人がけが。'],
  ])('lead %j is kept as %j', (lead, stripped) => {
    expect(stripLeadCredit(lead)).toBe(stripped);
  });

  it('does not fail on text made of brackets and dashes', () => {
    for (const bit of ['(', '(AP', '- ', '/', 'A. ', 'Source: ', '— ', ' (AP) ']) {
      expect(() =>
        findCredit({ title: bit.repeat(200), lead: bit.repeat(600), author: bit.repeat(200) }),
      ).not.toThrow();
    }
  });
});

describe('agencies', () => {
  it('have every name once, and ambiguous names among them', () => {
    const names = Object.entries(AGENCIES).flatMap(([name, others]) => [name, ...others]);
    expect(new Set(names).size).toBe(names.length);
    expect([...AMBIGUOUS_NAMES].filter((name) => !names.includes(name))).toEqual([]);
  });
});
