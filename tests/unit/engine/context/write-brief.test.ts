// Briefs: what independent reports of different outlets agree on, and nothing that only one family says.
import { describe, expect, it } from 'vitest';
import { findNumberConflicts } from '../../../../engine/context/find-number-conflicts.ts';
import { createWordRarity } from '../../../../engine/context/word-rarity.ts';
import { writeBrief } from '../../../../engine/context/write-brief.ts';
import { Brief } from '../../../../engine/schema-story-context.ts';
import { PIER, reportsOf, type Text } from './invented-reports.ts';

const rarity = createWordRarity([]);

function briefOf(texts: readonly Text[], languages: readonly string[] = ['en']) {
  const reports = reportsOf(...texts);
  return Brief.parse(writeBrief({ reports, conflicts: findNumberConflicts(reports), rarity, languages }));
}

const sentencesOf = (texts: readonly Text[], languages?: readonly string[]) => {
  const brief = briefOf(texts, languages);
  return brief.status === 'written' ? brief.sentences : [];
};
const textOf = (texts: readonly Text[]) =>
  sentencesOf(texts)
    .map(({ text }) => text)
    .join('\n');

const DUTCH = [
  'Steiger in Northmark ingestort',
  'De veersteiger van Northmark is donderdag in de ochtend ingestort en liet 80 passagiers op het eiland achter.',
  'De inspectie van de haven had de raad gewaarschuwd voor rotte balken, blijkt uit stukken van Northmark.',
  'Burgemeester Ada Lindqvist laat maandag een onderzoek beginnen, zegt een woordvoerder van de gemeente.',
] as const;
const CZECH = [
  'V Northmarku se zřítilo molo',
  'Přívozní molo v Northmarku se ve čtvrtek ráno zřítilo a na ostrově zůstalo 80 cestujících.',
  'Inspekce přístavu podle záznamů od ledna opakovaně varovala radu města před shnilými trámy mola.',
  'Starostka Ada Lindqvistová zahájí v pondělí vyšetřování celé události, uvedla mluvčí radnice pro novináře.',
] as const;
const BELARUSIAN = [
  'У Нортмарку абрынуўся прычал',
  'Паромны прычал у Нортмарку абрынуўся ў чацвер раніцай, і на востраве засталіся 80 пасажыраў.',
  'Інспекцыя порта паводле запісаў са студзеня папярэджвала раду горада пра гнілыя бэлькі.',
  'Мэр Ада Ліндквіст пачне ў панядзелак расследаванне ўсёй падзеі, сказала прадстаўніца ратушы журналістам.',
] as const;
const TURKISH = [
  'Northmark iskelesi çöktü',
  'Northmark kentindeki feribot iskelesi perşembe sabahı çöktü ve 80 yolcu adada mahsur kaldı. ' +
    'Liman müfettişleri ocak ayında belediye meclisini çürük kirişler konusunda resmen uyardı. ' +
    'Belediye başkanı Ada Lindqvist pazartesi günü olay hakkında kapsamlı bir soruşturma başlatacak.',
] as const;

describe('a brief', () => {
  it('has three to five sentences, word for word, of two outlets or more, each borne out by another outlet', () => {
    const sentences = sentencesOf(PIER);
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    expect(sentences.length).toBeLessThanOrEqual(5);
    expect(new Set(sentences.map(({ source }) => source.outletId)).size).toBeGreaterThan(1);
    for (const { text, source, support } of sentences) {
      const [, title, lead] = PIER.find(([outlet]) => outlet === source.outletId) ?? [];
      expect(`${title}\n${lead}`).toContain(text);
      expect(support.map(({ outletId }) => outletId)).not.toContain(source.outletId);
      expect(support.length).toBeGreaterThan(0);
    }
  });

  it('names every report that bears a sentence out, however many', () => {
    const copies = Array.from({ length: 8 }, () => PIER).flat();
    expect(Math.max(...sentencesOf(copies).map(({ support }) => support.length))).toBe(16);
  });

  it('has two sentences of one outlet at most, and the first two from two', () => {
    const facts = [
      'A ferry pier in Northmark collapsed on Thursday and left 80 passengers stranded on the island.',
      'Harbour inspectors had warned the Northmark council about rotten beams in January.',
      'Mayor Ada Lindqvist will order an inquiry on Monday, the council said.',
      'Fishing boats from Kessa brought food and blankets to a school before midnight.',
    ];
    // These support the facts, but are no sentences to begin a brief with.
    const hearsay = facts.map((fact) => `He said ${fact}`);
    const outletsOf = (mid: readonly string[], righta: readonly string[]) =>
      sentencesOf([
        ['mid', 'Northmark ferry pier collapses', mid.join(' ')],
        ['lefta', 'Ferry pier collapses in Northmark', hearsay.join(' ')],
        ['righta', 'Ferry pier collapses', [...righta, ...hearsay].join(' ')],
      ]).map(({ source }) => source.outletId);
    expect(outletsOf(facts, [])).toEqual([]);
    const [pier = '', beams = '', inquiry = '', boats = ''] = facts;
    expect(outletsOf([pier, beams, boats], [inquiry])).toEqual(['mid', 'righta', 'mid']);
  });

  describe('of reports that say one thing in two ways', () => {
    const [first, ...more] = sentencesOf(
      PIER.map(
        ([outlet, title, lead = '']): Text => [
          outlet,
          title,
          `The rotten beams of the pier had been known to inspectors since January. ${lead}`,
        ],
      ),
    ).map(({ text }) => text);

    it('says it once', () => {
      expect([first, ...more].filter((text) => text?.includes('rotten beams'))).toHaveLength(1);
    });

    it('does not begin with a sentence that adds to something mentioned before', () => {
      expect(first).not.toMatch(/^The rotten/);
    });
  });

  it('avoids beginning with “also” or a surname', () => {
    const leaning = (lead: string) => lead.replace('A ferry pier in Northmark', 'A ferry pier in Northmark also');
    const [first] = sentencesOf(PIER.map(([outlet, title, lead = '']): Text => [outlet, title, leaning(lead)]));
    expect(first?.text).not.toContain('also');
  });

  it('consists of more than headlines', () => {
    const headlines: readonly Text[] = [
      ['lefta', 'Ferry pier collapses in Northmark', 'Nobody on the quay saw anything of it in all the fog.'],
      ['mid', 'Northmark ferry pier collapses', 'It was early and most people were still asleep in bed.'],
      ['righta', 'Mayor Ada Lindqvist orders inquiry', 'Rarely has the town hall been so quick, wrote a columnist.'],
      ['rightb', 'Ada Lindqvist, mayor, orders an inquiry', 'Ferries go to the other side of the bay until May.'],
      [
        'leftb',
        'Eighty passengers stranded on island after collapse',
        'What the weather will be like is known to nobody.',
      ],
      [
        'leftc',
        'Passengers stranded on island: eighty after pier collapse',
        'Elsewhere there were other things to talk about.',
      ],
    ];
    expect(briefOf(headlines)).toMatchObject({ status: 'unknown', reason: 'little-agreement' });
  });

  it('leaves out what only one report says', () => {
    expect(textOf(PIER)).not.toContain('neglect');
  });

  it('takes the pier, the warning and the inquiry, each once', () => {
    const text = textOf(PIER);
    for (const word of ['collapsed', 'beams', 'inquiry']) expect(text.split(word).length - 1).toBe(1);
  });

  it('leaves out a sentence with a number that nobody else gives', () => {
    const changed = PIER.map(
      ([outlet, title, lead = '']): Text => [
        outlet,
        title,
        outlet === 'mid' ? lead.replace('80 passengers', 'many passengers') : lead,
      ],
    );
    expect(textOf(changed)).not.toContain('80');
  });

  it('is not written if one of its three sentences has a name that nobody else gives', () => {
    const changed = PIER.map(
      ([outlet, title, lead = '']): Text => [
        outlet,
        title,
        outlet === 'mid' ? lead.replace('Mayor Ada Lindqvist', 'Mayor Bo Ekström') : lead,
      ],
    );
    expect(briefOf(changed)).toMatchObject({ status: 'unknown', reason: 'little-agreement' });
  });

  it('does not take a statement and its denial for agreement', () => {
    const denial = (lead: string) => lead.replace(/had warned|warned/, 'had not warned');
    const changed = PIER.map(
      ([outlet, title, lead = '']): Text => [outlet, title, outlet === 'righta' ? denial(lead) : lead],
    );
    expect(briefOf(changed)).toMatchObject({ status: 'unknown', reason: 'little-agreement' });
  });

  describe.each<[string, string, string, readonly [string, string, string, string]]>([
    ['nl', 'had de raad gewaarschuwd', 'had de raad niet gewaarschuwd', DUTCH],
    ['cs', 'varovala radu', 'nevarovala radu', CZECH],
    ['be', 'папярэджвала раду', 'не папярэджвала раду', BELARUSIAN],
  ])('in %s', (lang, statement, denial, [title, fall, warning, inquiry]) => {
    const texts = ['lefta', 'mid', 'righta'].map(
      (outlet): Text => [outlet, title, [fall, warning, inquiry].join(' '), { lang }],
    );

    it('is written', () => {
      expect(textOf(texts)).toContain(statement);
    });

    it('does not take a statement and its denial for agreement', () => {
      const [left, mid] = texts;
      const denied = [left, mid].flatMap((text, index): Text[] => {
        if (text === undefined) return [];
        const [outlet, , lead = ''] = text;
        return [[outlet, title, index === 0 ? lead : lead.replace(statement, denial), { lang }]];
      });
      expect(textOf(denied)).not.toMatch(new RegExp(`${statement}|${denial}`));
    });
  });

  it('is not written in a language whose “not” is unknown', () => {
    const turkish = ['lefta', 'mid', 'righta'].map((outlet): Text => [outlet, ...TURKISH, { lang: 'tr' }]);
    // The reason is one that older clients know; newer ones read why.
    expect(briefOf(turkish)).toMatchObject({ status: 'unknown', reason: 'little-agreement', notCompared: 'tr' });
    expect(briefOf([...turkish, ...PIER], ['tr']), 'if another can be compared').toMatchObject({ lang: 'en' });
  });

  it('counts copies of one text once', () => {
    const [first] = PIER;
    const [, title = '', lead = ''] = first ?? [];
    const copies = ['lefta', 'mid', 'righta', 'nobody'].map(
      (outlet): Text => [outlet, title, lead, { family: 'wire' }],
    );
    expect(briefOf(copies)).toMatchObject({ status: 'unknown', reason: 'one-report', reports: 1, sideSentences: [] });
  });

  it('does not take an outlet’s second report, nor opinion, for another voice', () => {
    const same = PIER.map(([, title, lead = '']): Text => ['lefta', title, lead]);
    expect(briefOf(same)).toMatchObject({ status: 'unknown', reason: 'little-agreement', notCompared: null });
    const opinion = PIER.map(([outlet, title, lead = '']): Text => [outlet, title, lead, { kind: 'opinion' }]);
    expect(briefOf(opinion)).toMatchObject({ status: 'unknown', reason: 'one-report', reports: 0 });
  });

  it('says why there is none', () => {
    expect(briefOf(PIER.slice(0, 1))).toMatchObject({ reason: 'one-report', notCompared: null });
    const languages = ['en', 'de', 'fr'];
    const threeLanguages = PIER.map(([outlet, title, lead], index): Text => {
      return [outlet, title, lead, { lang: languages[index] ?? 'en' }];
    });
    expect(briefOf(threeLanguages)).toMatchObject({ reason: 'one-report', reports: 1 });
    expect(briefOf(PIER.map(([outlet, title]): Text => [outlet, title]))).toMatchObject({ reason: 'little-text' });
    const unlike: readonly Text[] = [
      ['lefta', 'Bakers compete in Velm', 'Forty bakers met in the town hall of Velm for a contest of rye loaves.'],
      ['mid', 'A glacier melts', 'The Orrin glacier has lost a third of its ice since it was first measured.'],
    ];
    expect(briefOf(unlike)).toMatchObject({ reason: 'little-agreement', reports: 2 });
  });

  it('is fast with leads that are split into a hundred sentences each', () => {
    const outlets = ['lefta', 'mid', 'righta', 'nobody'];
    const texts = Array.from(
      { length: 30 },
      (_, index): Text => [outlets[index % 4] ?? '', 'Fire in Velm', 'Velm fire! '.repeat(100)],
    );
    expect(briefOf(texts)).toMatchObject({ status: 'unknown', reports: 30 });
  });

  it('is in the user’s language if two reports are, else in that of most', () => {
    const german: readonly Text[] = [
      ['abroada', 'Fähranleger in Northmark eingestürzt', 'Der Anleger ist eingestürzt.', { lang: 'de' }],
      ['abroadb', 'Anleger eingestürzt', 'In Northmark ist der Anleger eingestürzt.', { lang: 'de' }],
    ];
    expect(briefOf([...PIER, ...german], ['fr', 'en'])).toMatchObject({ status: 'written', lang: 'en' });
    expect(briefOf([...PIER, ...german], ['de', 'en'])).toMatchObject({ status: 'unknown', reports: 2 });
    expect(briefOf([...PIER, ...german.slice(0, 1)], ['de'])).toMatchObject({ status: 'written', lang: 'en' });
  });
});

describe('sentences that cannot stand alone are left out', () => {
  const add = (sentence: string) =>
    textOf(PIER.map(([outlet, title, lead = '']): Text => [outlet, title, `${lead}\n${sentence}`]));

  it.each([
    'He said the beams of the Northmark pier were rotten since January.',
    'Did the council of Northmark know about the rotten beams of the pier?',
    '“The beams of the pier were rotten in January and everybody knew,” he said.',
    'Pictured, the collapsed pier in Northmark with its rotten beams on Thursday.',
    'The pier in Northmark with rotten beams …',
    'blasted the Northmark council on Thursday over rotten beams of the pier.',
    'Two hours later, inspectors of Northmark found the rotten beams of the pier.',
    'On Sunday, he had inspectors look for rotten beams of the Northmark pier.',
    'More rotten beams, though, were seen by inspectors of Northmark in January.',
    'Others on the island saw the rotten beams of the pier in Northmark.',
    'Inspectors in January warned our Northmark council about rotten beams of the pier.',
    'The council of Northmark could hold him in contempt over rotten beams.',
    'Inspectors of Northmark plan to do the latter with rotten beams of the pier.',
    '"The inspectors: "The Northmark pier had rotten beams in January and collapsed.',
  ])('%s', (sentence) => {
    expect(add(sentence)).not.toContain(sentence);
  });
});
