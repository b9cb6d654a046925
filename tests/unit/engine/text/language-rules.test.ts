// Every word of every language has a stem: one without would prevent all articles of its feed from being stored.
import { expect, it } from 'vitest';
import { createLanguageRules } from '../../../../engine/text/language-rules.ts';
import { toTermKey } from '../../../../engine/text/term-key.ts';

const rules = createLanguageRules();

it.each([
  ['ar', 'وزير', 'الوزير', 'والوزير', 'للوزير', 'وزيرها'],
  ['ar', 'مدرسة', 'المدرسة', 'مدرسات'],
  ['be', 'суд', 'суда', 'судом', 'судоў'],
  ['be', 'вайна', 'вайны', 'вайну', 'вайной'],
  ['be', 'прэзідэнт', 'прэзідэнта', 'прэзідэнтам'],
  ['cs', 'vláda', 'vlády', 'vládou', 'vládě'],
  ['cs', 'soud', 'soudu', 'soudem', 'soudy'],
  ['hr', 'sud', 'suda', 'sudu', 'sudom'],
  ['mk', 'влада', 'владата', 'владите'],
  ['pl', 'Tusk', 'Tuska', 'Tuskowi', 'Tuskiem'],
  ['pl', 'wojna', 'wojny', 'wojnie', 'wojnę'],
  ['pl', 'rząd', 'rządu', 'rządem', 'rządowi'],
  ['pl', 'minister', 'ministra', 'ministrem', 'ministerstwo'],
  ['sk', 'vláda', 'vlády', 'vládou', 'vládach'],
  ['sl', 'vlada', 'vlade', 'vladi', 'vlado'],
  ['sr', 'sud', 'suda', 'sudom', 'sudovi'],
  ['bg', 'министър', 'министърът', 'министри'],
  ['bg', 'център', 'центърът', 'центрове'],
  ['bg', 'театър', 'театри'],
  ['bg', 'вестник', 'вестници', 'вестникът'],
  ['el', 'νομοσ', 'νομου', 'νομοι', 'νομων', 'νομουσ'],
  ['el', 'πολη', 'πολησ', 'πολεισ', 'πολεων'],
  ['he', 'ירושלים', 'בירושלים', 'ומירושלים', 'שבירושלים'],
  ['he', 'ממשלה', 'הממשלה', 'שהממשלה'],
  ['he', 'בית', 'הבית'],
  ['he', 'שוטר', 'השוטרים'],
  ['ko', '대통령', '대통령은', '대통령의', '대통령에게'],
  ['ko', '어린이', '어린이가', '어린이를'],
  ['ko', '정부', '정부가', '정부에서는'],
])('%s: %s has the stem of its forms', (lang, ...forms) => {
  expect(new Set(forms.map(rules(lang).stem)).size).toBe(1);
});

it.each([
  ['ar', 'وقت', 'قت'],
  ['he', 'הר', 'ר'],
  ['ko', '대만', '대'],
  ['pl', 'oda', 'o'],
])('%s: a short word such as %s is left whole', (lang, word, rest) => {
  expect(rules(lang).stem(word)).not.toBe(rest);
});

it.each([
  ['cs', 'a je na se za že pro který'],
  ['el', 'και το να του της με που από για είναι'],
  ['fr', 'le de et dans pour après'],
  ['hi', 'के में की है और को'],
  ['hr', 'je na da se za od koji nije'],
  ['id', 'yang di dan untuk dengan'],
  ['mk', 'и во на да се за од'],
  ['pl', 'w na że się nie do'],
  ['ro', 'și în de la cu pe acești'],
  ['ru', 'и в не на что это'],
  ['sk', 'a je na sa za že pre ktorý'],
  ['sl', 'in je na da se za so ki ne'],
  ['sr', 'и је на да се за који je koji'],
  ['tr', 've bir bu için İçin ile'],
  ['uk', 'і в не на що до для після'],
])('%s: its most frequent words say nothing', (lang, words) => {
  expect(words.split(' ').filter((word) => toTermKey(word, { lang, rule: rules(lang) }) !== null)).toEqual([]);
});

const LANGUAGES =
  'ar be bg cs da de el en es fa fi fr he hi hr hu id it ja km ko lo mk my nl no pl pt ro ru sk sl sr sv th tr uk zh xx';

/** Letters of every script that has a rule, so that endings of all languages occur. */
const LETTERS = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшщъьюя',
  'ابتثجحخدرزسشصعفقكلمنهوي',
  'अआकगचजतदनपबमयरलवशसहािीुे',
  'אבגדהוזחטיכלמנסעפצקרשת',
  '가나다라마은는이가을를의에와과도로만',
];

const WORDS = LETTERS.flatMap((letters) => Array.from({ length: 1_000 }, (_, n) => inventWord([...letters], n)));

function inventWord(letters: readonly string[], n: number): string {
  const at = (place: number) => letters[(n * (place + 3) + ((n >> place) ^ place)) % letters.length];
  return Array.from({ length: 3 + (n % 7) }, (_, place) => at(place)).join('');
}

it.each(LANGUAGES.split(' '))('%s: words of any letters have a stem', (lang) => {
  const { stem } = rules(lang);
  const stems = WORDS.map((word) => stem(word));
  expect(stems.filter((stemmed) => typeof stemmed !== 'string')).toEqual([]);
});
