// Headline words have the same meaning in every language that lists them, and similar-looking words have none.
import { describe, expect, it } from 'vitest';
import { conceptsIn } from '../../../../engine/text/news-concepts.ts';

describe('conceptsIn', () => {
  it.each([
    ['en', 'earthquake', 'earthquake'],
    ['de', 'erdbeben', 'earthquake'],
    ['ru', 'землетрясения', 'earthquake'],
    ['be', 'зняволеных', 'prison'],
    ['be', 'землятрусе', 'earthquake'],
    ['be', 'чэмпіёнаў', 'champion'],
    ['en', 'prisoners', 'prison'],
    ['es', 'presidenta', 'president'],
    ['pt', 'presos', 'prison'],
    ['ru', 'золотую', 'gold'],
    ['ar', 'ذهبية', 'gold'],
    ['fr', 'demi', 'semifinal'],
    ['zh', '地震', 'earthquake'],
    ['ja', '逮捕', 'arrest'],
    ['ko', '지진으로', 'earthquake'],
    ['tr', 'depremde', 'earthquake'],
    ['sv', 'regeringen', 'government'],
    ['hi', 'बाढ़', 'flood'],
    ['he', 'הממשלה', 'government'],
    ['fa', 'انتخابات', 'election'],
  ])('%s: %s is %s', (lang, word, concept) => expect(conceptsIn(lang)(word)).toBe(concept));

  it.each([
    ['de', 'total'],
    ['de', 'turnier'],
    ['de', 'radikal'],
    ['es', 'presenta'],
    ['pt', 'quarta'],
    ['uk', 'друзі'],
    ['xx', 'gold'],
  ])('%s: %s is none', (lang, word) => expect(conceptsIn(lang)(word)).toBeUndefined());
});
