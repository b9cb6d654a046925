// Which sentences are understood without the one before them, in languages whose words begin many a sentence and point back in others.
import { describe, expect, it } from 'vitest';
import { canStandAlone, isFollowUp } from '../../../../engine/context/can-stand-alone.ts';
import type { Sentence } from '../../../../engine/context/read-reports.ts';
import { reportsOf } from './invented-reports.ts';

function sentenceOf(text: string, lang: string): Sentence {
  const [sentence] = reportsOf(['mid', '', text, { lang }])[0]?.sentences ?? [];
  if (sentence === undefined) throw new Error('no sentence');
  return sentence;
}

describe('canStandAlone', () => {
  it.each([
    ['de', 'Das Gericht in Velm hat am Montag die Klage der Hafenarbeiter abgewiesen.'],
    ['de', 'Für das Unglück am Anleger macht der Rat von Velm die Behörde verantwortlich.'],
    ['es', 'Por primera vez el consejo de Velm votó contra el nuevo muelle del puerto.'],
    ['es', 'Detenido por la policía de Velm un hombre que vendía madera del muelle.'],
    ['pt', 'Por unanimidade o conselho de Velm votou contra o novo cais do porto.'],
    ['ru', 'При взрыве в порту Вельма в понедельник погибли пятнадцать человек, сообщила полиция.'],
  ])('%s: %s', (lang, text) => {
    expect(canStandAlone(sentenceOf(text, lang), lang)).toBe(true);
  });

  it.each([
    ['de', 'Das teilte die Polizei in Velm am Montag auf Anfrage der Zeitung mit.'],
    ['es', '¿Por qué votó el consejo de Velm contra el nuevo muelle del puerto?'],
    ['ru', 'При этом полиция Вельма в понедельник сообщила о пятнадцати погибших при взрыве.'],
    ['zh', '维尔姆市议会周一决定关闭码头两周，因为检查员发现横梁腐烂。'],
    ['ru', 'При том что полиция Вельма в понедельник сообщила о пятнадцати погибших при взрыве.'],
  ])('not: %s: %s', (lang, text) => {
    expect(canStandAlone(sentenceOf(text, lang), lang)).toBe(false);
  });
});

describe('isFollowUp', () => {
  it('is not what names its thing', () => {
    expect(isFollowUp(sentenceOf('The ferry Orlen ran aground off Velm.', 'en'), 'en')).toBe(false);
    expect(isFollowUp(sentenceOf('The ferry ran aground off Velm.', 'en'), 'en')).toBe(true);
  });
});
