// Which outlet a credit line means; agencies are named as in real credits, the other outlets are invented.
import { describe, expect, it } from 'vitest';
import { isCreditedOutlet } from '../../../../engine/coverage/credited-outlet.ts';
import { createRandom, makeOutlet, makeRater, makeText, outletId } from '../outlet/invented-outlets.ts';

const rate = (name: string, host: string) =>
  makeRater([makeOutlet(host, { name, domains: [host] })]).rate(outletId(host));

describe('isCreditedOutlet', () => {
  it.each<[string, string, string, boolean]>([
    ['Harbour Gazette', 'gazette.test', 'Harbour Gazette', true],
    ['Harbour Gazette', 'gazette.test', 'The Harbour Gazette', true],
    ['The Harbour Gazette', 'x.test', 'HARBOUR GAZETTE', true],
    ['Harbour Gazette', 'gazette.test', 'gazette.test', true],
    ['Harbour Gazette', 'gazette.test', 'Gazette', true],
    ['Harbour Gazette', 'gazette.test', 'Harbour', false],
    ['Harbour Gazette', 'gazette.test', 'Hill Gazette', false],
    ['Harbour Gazette', 'gazette.test', 'Hill Paper and Harbour Gazette', true],
    ['Reuters', 'reuters.test', 'Reuters', true],
    ['Reuters', 'reuters.test', 'AFP/Reuters', true],
    ['Reuters', 'reuters.test', 'AP', false],
    ['AP News', 'apnews.test', 'AP', true],
    ['The Associated Press', 'x.test', 'AP', true],
    ['AFP', 'x.test', 'Agence France-Presse', true],
    ['Deutsche Presse-Agentur', 'x.test', 'dpa/lno', true],
    ['Agência Lusa', 'x.test', 'Lusa', true],
    ['The Canadian Press', 'x.test', 'CP', true],
    ['Tiroler Beispiel', 'tt.test', 'TT', false],
    ['Palestinian Authority', 'pa.test', 'PA', false],
    ['Harbour Gazette', 'gazette.test', '', false],
    ['Harbour Gazette', 'gazette.test', ' / , ', false],
    ['!!!', 'x.test', '???', false],
  ])('%s (%s) by %j: %s', (name, host, credit, expected) => {
    expect(isCreditedOutlet(rate(name, host), credit)).toBe(expected);
  });
  it('does not throw on any text', () => {
    const random = createRandom(4);
    const outlet = rate('Harbour Gazette', 'gazette.test');
    for (let round = 0; round < 1000; round++) expect(isCreditedOutlet(outlet, makeText(random))).toBe(false);
  });
});
