// Briefs: what independent reports agree on, from different outlets, and nothing that only one family says.
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

  it('leaves out a sentence with a name that nobody else gives', () => {
    const changed = PIER.map(
      ([outlet, title, lead = '']): Text => [
        outlet,
        title,
        outlet === 'mid' ? lead.replace('Mayor Ada Lindqvist', 'Mayor Bo Ekström') : lead,
      ],
    );
    expect(textOf(changed)).not.toMatch(/Ekström|Lindqvist/);
  });

  it('does not take a statement and its denial for agreement', () => {
    const denial = (lead: string) => lead.replace(/had warned|warned/, 'had not warned');
    const changed = PIER.map(
      ([outlet, title, lead = '']): Text => [outlet, title, outlet === 'righta' ? denial(lead) : lead],
    );
    expect(textOf(changed)).not.toContain('warned');
  });

  it('counts copies of one text once', () => {
    const [first] = PIER;
    const [, title = '', lead = ''] = first ?? [];
    const copies = ['lefta', 'mid', 'righta', 'nobody'].map(
      (outlet): Text => [outlet, title, lead, { family: 'wire' }],
    );
    expect(briefOf(copies)).toEqual({ status: 'unknown', reason: 'one-report', reports: 1 });
  });

  it('does not take an outlet’s second report, nor opinion, for another voice', () => {
    const same = PIER.map(([, title, lead = '']): Text => ['lefta', title, lead]);
    expect(briefOf(same)).toMatchObject({ status: 'unknown', reason: 'little-agreement' });
    const opinion = PIER.map(([outlet, title, lead = '']): Text => [outlet, title, lead, { kind: 'opinion' }]);
    expect(briefOf(opinion)).toMatchObject({ status: 'unknown', reason: 'one-report', reports: 0 });
  });

  it('says why there is none', () => {
    expect(briefOf(PIER.slice(0, 1))).toMatchObject({ reason: 'one-report' });
    expect(briefOf(PIER.map(([outlet, title]): Text => [outlet, title]))).toMatchObject({ reason: 'little-text' });
    const unlike: readonly Text[] = [
      ['lefta', 'Bakers compete in Velm', 'Forty bakers met in the town hall of Velm for a contest of rye loaves.'],
      ['mid', 'A glacier melts', 'The Orrin glacier has lost a third of its ice since it was first measured.'],
    ];
    expect(briefOf(unlike)).toMatchObject({ reason: 'little-agreement', reports: 2 });
  });

  it('is in the reader’s language where two reports are, else in that of most', () => {
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
    textOf(PIER.map(([outlet, title, lead = '']): Text => [outlet, title, `${lead} ${sentence}`]));

  it.each([
    'He said the beams of the Northmark pier were rotten since January.',
    'Did the council of Northmark know about the rotten beams of the pier?',
    '“The beams of the pier were rotten in January and everybody knew,” he said.',
    'Pictured, the collapsed pier in Northmark with its rotten beams on Thursday.',
    'The pier in Northmark with rotten beams …',
  ])('%s', (sentence) => {
    expect(add(sentence)).not.toContain(sentence);
  });
});
