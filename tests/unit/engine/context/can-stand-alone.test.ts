// Which sentences are understood without the one before, including words that only refer back in some languages.
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
    ['en', 'Mayor Ada Lindqvist said on May 3 that 2,000 dockers of Velm want a pier by 2027.'],
    ['en', 'Dockers of Velm asked the mayor for a pier in a 4 trillion 2026 budget on Monday.'],
    ['ru', 'Жители Вельма 3 мая 2026 года потребовали от городского совета новый причал.'],
    ['nl', 'Het bestuur en dus de raad van Velm stemde maandag tegen de nieuwe steiger.'],
    ['pl', 'Lind i Berg odwołali w poniedziałek radę miasta Velm po pożarze w starym porcie.'],
    ['de', 'Das Gericht in Velm hat am Montag die Klage der Hafenarbeiter abgewiesen.'],
    ['de', 'Für das Unglück am Anleger macht der Rat von Velm die Behörde verantwortlich.'],
    ['es', 'Por primera vez el consejo de Velm votó contra el nuevo muelle del puerto.'],
    ['es', 'Detenido por la policía de Velm un hombre que vendía madera del muelle.'],
    ['es', 'El embargo del puerto de Velm golpea desde el lunes a los pescadores.'],
    ['es', 'Sin acuerdo en el consejo de Velm sigue cerrado el muelle del puerto.'],
    ['pt', 'Por unanimidade o conselho de Velm votou contra o novo cais do porto.'],
    ['ru', 'При взрыве в порту Вельма в понедельник погибли пятнадцать человек, сообщила полиция.'],
  ])('%s: %s', (lang, text) => {
    expect(canStandAlone(sentenceOf(text, lang), lang)).toBe(true);
  });

  it.each([
    ['de', 'Das teilte die Polizei in Velm am Montag auf Anfrage der Zeitung mit.'],
    ['es', '¿Por qué votó el consejo de Velm contra el nuevo muelle del puerto?'],
    ['es', 'Sin embargo el consejo de Velm votó el lunes contra el nuevo muelle.'],
    ['ru', 'При этом полиция Вельма в понедельник сообщила о пятнадцати погибших при взрыве.'],
    ['zh', '维尔姆市议会周一决定关闭码头两周，因为检查员发现横梁腐烂。'],
    ['nl', 'Daarna zocht de politie van Velm maandag in de haven naar sporen van brandstichting.'],
    ['nl', 'De raad van Velm heeft ons maandag gewaarschuwd voor de rotte balken van de steiger.'],
    ['pl', 'Jednak policja w Velm szukała w poniedziałek śladów podpalenia w całym starym porcie.'],
    ['sv', 'Hon sade i måndags att polisen i Velm söker efter spår i den gamla hamnen.'],
    ['da', 'Hun sagde mandag at politiet i Velm leder efter spor i den gamle havn.'],
    ['nb', 'Hun sa mandag at politiet i Velm leter etter spor i den gamle havna.'],
    ['el', 'Αυτός είπε τη Δευτέρα ότι η αστυνομία του Βελμ ψάχνει στο παλιό λιμάνι.'],
    ['ro', 'Acesta a spus luni că poliția din Velm caută urme în tot portul vechi.'],
    ['hu', 'Ezért a velmi rendőrség hétfőn nyomokat keresett a régi kikötő egész területén tovább.'],
    ['fi', 'Hän sanoi maanantaina että Velmin poliisi etsii jälkiä vanhan sataman koko alueelta edelleen.'],
    ['cs', 'Proto policie ve městě Velm v pondělí hledala stopy žháře v celém starém přístavu.'],
    ['en', 'By contrast, Velm left the toll on its new pier unchanged at five crowns.'],
    ['en', 'Editor’s note: This report on the pier of Velm was written by two dockers.'],
    ['en', 'Next week, she will welcome the mayor of Orlen at the new pier.'],
    ['en', 'Nobody likes him, nobody wants to mend the pier of Velm with him.'],
    ['en', 'Mayor Ada Lindqvist speaks at the fallen pier in Velm, May 3, 2026.'],
    ['en', 'Dockers of Velm mend the fallen pier on Friday, Oct. 13, 2025, in Velm.'],
    ['ru', 'При том что полиция Вельма в понедельник сообщила о пятнадцати погибших при взрыве.'],
  ])('not: %s: %s', (lang, text) => {
    expect(canStandAlone(sentenceOf(text, lang), lang)).toBe(false);
  });
});

describe('isFollowUp', () => {
  it('is false for a sentence that names its subject', () => {
    expect(isFollowUp(sentenceOf('The ferry Orlen ran aground off Velm.', 'en'), 'en')).toBe(false);
    expect(isFollowUp(sentenceOf('The ferry ran aground off Velm.', 'en'), 'en')).toBe(true);
  });
});
