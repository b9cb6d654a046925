// Bounds of numbers: exact, at least, at most or about, by the words around them.
import { describe, expect, it } from 'vitest';
import { readCountedThings } from '../../../../engine/context/counted-things.ts';
import { reportsOf } from './invented-reports.ts';

const readFirst = (lang: string, text: string) => {
  const [report] = reportsOf(['mid', text, '', { lang }]);
  const [thing] = report?.sentences.flatMap((sentence) => readCountedThings(sentence, lang)) ?? [];
  return thing === undefined ? null : `${thing.from}–${thing.to}: ${thing.written}`;
};

describe('readBounds', () => {
  it.each<[string, string, string | null]>([
    ['en', 'They saw 15 people', '15–15: 15'],
    // least
    ['en', 'They saw at least 15 people', '15–Infinity: at least 15'],
    ['en', 'No fewer than 15 people came', '15–Infinity: No fewer than 15'],
    ['en', 'They saw no less than 15 people', '15–Infinity: no less than 15'],
    ['en', 'They saw over 15 people', '15–Infinity: over 15'],
    ['en', 'At least another 15 people came', '15–Infinity: At least another 15'],
    ['de', 'Nicht weniger als 15 Menschen kamen', '15–Infinity: Nicht weniger als 15'],
    ['de', 'Es kamen mehr als 15 Menschen', '15–Infinity: mehr als 15'],
    ['fr', 'Au moins 50 manifestants', '50–Infinity: Au moins 50'],
    ['fr', 'Plus de 50 manifestants', '50–Infinity: Plus de 50'],
    ['fr', 'Pas moins de 50 manifestants', '50–Infinity: Pas moins de 50'],
    ['es', 'Al menos 50 personas', '50–Infinity: Al menos 50'],
    ['es', 'Por lo menos 50 personas', '50–Infinity: Por lo menos 50'],
    ['es', 'No menos de 50 personas', '50–Infinity: No menos de 50'],
    ['it', 'Almeno 50 persone', '50–Infinity: Almeno 50'],
    ['it', 'Più di 50 persone', '50–Infinity: Più di 50'],
    ['pt', 'Pelo menos 50 pessoas', '50–Infinity: Pelo menos 50'],
    // most
    ['en', 'No more than 15 people came', '0–15: No more than 15'],
    ['en', 'As many as 15 people came', '0–15: As many as 15'],
    ['en', 'Fewer than 15 people came', '0–15: Fewer than 15'],
    ['en', 'They saw up to 15 people', '0–15: up to 15'],
    ['de', 'Nicht mehr als 15 Menschen kamen', '0–15: Nicht mehr als 15'],
    ['de', 'Weniger als 15 Menschen kamen', '0–15: Weniger als 15'],
    ['de', 'Es kamen bis zu 15 Menschen', '0–15: bis zu 15'],
    ['de', 'Fast alle 15 Menschen kamen', '0–15: Fast alle 15'],
    ['fr', 'Moins de 50 manifestants', '0–50: Moins de 50'],
    ['fr', 'Pas plus de 50 manifestants', '0–50: Pas plus de 50'],
    ['fr', 'Jusqu’à 50 manifestants', '0–50: Jusqu’à 50'],
    ['es', 'Menos de 50 personas', '0–50: Menos de 50'],
    ['es', 'No más de 50 personas', '0–50: No más de 50'],
    ['it', 'Meno di 50 persone', '0–50: Meno di 50'],
    ['pt', 'Não mais do que 50 pessoas', '0–50: Não mais do que 50'],
    // about
    ['en', 'About 50 people came', '40–60: About 50'],
    ['en', 'An estimated 50 people came', '40–60: An estimated 50'],
    ['de', 'Ca. 50 Menschen kamen', '40–60: Ca. 50'],
    ['es', 'Alrededor de 50 personas', '40–60: Alrededor de 50'],
    ['it', 'Circa 50 persone', '40–60: Circa 50'],
    ['en', 'Little more than 50 people came', '40–60: Little more than 50'],
    // from … to
    ['en', 'They saw 10-15 people', '10–15: 10-15'],
    ['en', 'They saw 10 to 15 people', '10–15: 10 to 15'],
    ['en', 'Between 10 and 15 people came', '10–15: Between 10 and 15'],
    ['en', 'Some 2 to 3 million people came', '2000000–3000000: 2 to 3 million'],
    ['de', 'Zwischen 10 und 15 Menschen kamen', '10–15: Zwischen 10 und 15'],
    ['fr', 'De 10 à 15 manifestants', '10–15: 10 à 15'],
    // no bounds
    ['en', 'Some say that 15 people came', '15–15: 15'],
    ['en', 'More than the mayor, 15 people came', '15–15: 15'],
    ['en', 'At least, 15 people came', '15–15: 15'],
    ['en', 'They saw 10 and 15 people', '15–15: 15'],
    ['fr', 'Il y a moins, 50 manifestants', '50–50: 50'],
    ['en', 'They voted 220-12 people said', null],
  ])('%s: %s', (lang, text, expected) => {
    expect(readFirst(lang, text)).toBe(expected);
  });
});
