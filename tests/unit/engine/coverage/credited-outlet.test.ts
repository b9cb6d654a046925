// Which outlet a credit line names. Agencies have their real names; all other outlets are invented.
import { describe, expect, it } from 'vitest';
import { findCreditedOutlets } from '../../../../engine/coverage/credited-outlet.ts';
import type { OutletRater } from '../../../../engine/outlet/outlet-rater.ts';
import { createRandom, makeOutlet, makeRater, makeText, outletId } from '../outlet/invented-outlets.ts';

/** Whether the other outlet's credit names this outlet. */
function isCredited(name: string, host: string, credit: string): boolean {
  const rater = makeRater([makeOutlet(host, { name, domains: [host] })]);
  const articles = [
    { outletId: outletId(host), credit: null },
    { outletId: outletId('host:copy.test'), credit },
  ];
  return findCreditedOutlets(articles, rater).has(outletId(host));
}

describe('findCreditedOutlets', () => {
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
    ['Tiroler Beispiel', 'tib.test', 'TIB', true],
    ['Palestinian Authority', 'pa.test', 'PA', false],
    ['Harbour Gazette', 'gazette.test', '', false],
    ['Harbour Gazette', 'gazette.test', ' / , ', false],
    ['!!!', 'x.test', '???', false],
  ])('%s (%s) by %j: %s', (name, host, credit, expected) => {
    expect(isCredited(name, host, credit)).toBe(expected);
  });
  it('does not throw on any text', () => {
    const random = createRandom(4);
    for (let round = 0; round < 1000; round++) {
      expect(isCredited('Harbour Gazette', 'gazette.test', makeText(random))).toBe(false);
    }
  });
  it('ignores an outlet’s credit to itself', () => {
    const rater = makeRater([makeOutlet('gazette')]);
    const own = { outletId: outletId('gazette'), credit: 'Gazette' };
    expect(findCreditedOutlets([own, { ...own, credit: null }], rater).size).toBe(0);
  });
  it('asks once for each outlet of a text that hundreds print', () => {
    let asked = 0;
    const { rate } = makeRater([]);
    const rater: OutletRater = {
      rate(id) {
        asked++;
        return rate(id);
      },
    };
    const copies = Array.from({ length: 300 }, (_, n) => ({ outletId: outletId(`host:copy-${n}.test`), credit: 'AP' }));
    findCreditedOutlets(copies, rater);
    expect(asked).toBe(300);
  });
});
