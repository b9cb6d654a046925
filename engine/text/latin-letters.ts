// Transliterates other scripts roughly, enough to recognise a name: similar sounds become the same Latin letter.

/** Each letter, followed by its transliteration (none where it is dropped). */
const ALPHABETS = [
  "аa бb вv гg ґg дd еe ёe єe жs зs иi іi їi йi кk лl мm нn оo пp рr сs тt уu ўv фf хk цs чs шs щs ъ ыi ь эe юu яa јi љl њn ћs ђs џs ' ’ ʼ", // Cyrillic
  'اa أa إa آa بb تt ثt جg حh خk دd ذd رr زs سs شs صs ضd طt ظs ع غg فf قk كk لl مm نn هh ة وu يi ىa ئ ء ؤu پp چs ژs گg کk یi ٹt ڈd ڑr ںn ہh ھh ےe', // Arabic
  'אa בb גg דd הh וu זs חh טt יi כk ךk לl מm םm נn ןn סs ע פp ףf צs ץs קk רr שs תt', // Hebrew
  'αa βv γg δd εe ζs ηi θt ιi κk λl μm νn ξks οo πp ρr σs ςs τt υi φf χk ψps ωo', // Greek
  'ßs łl øo đd ðd þt æa œo ıi', // Latin
  'აa ბb გg დd ეe ვv ზs თt იi კk ლl მm ნn ოo პp ჟs რr სs ტt უu ფp ქk ღg ყk შs ჩs ცs ძs წs ჭs ხk ჯs ჰh', // Georgian
  'աa բb գg դd եe զs էe ը թt ժs իi լl խk ծs կk հh ձs ղg ճs մm յi նn շs ոo չs պp ջs ռr սs վv տt րr ցs ւv փp քk օo ֆf և', // Armenian
];

/** Consonants, initial vowels and the nasal dot; vowels after a consonant are combining marks and are dropped. */
const INDIC = [
  'अa आa इi ईi उu ऊu ऋr एe ऐe ओo औo ऑo ऍe कk खk गg घg ङn चs छs जs झs ञn टt ठt डd ढd णn तt थt दd धd नn पp फp बb भb मm यy रr लl ळl वv शs षs सs हh ंn ँn',
  'অa আa ইi ঈi উu ঊu এe ঐe ওo ঔo কk খk গg ঘg ঙn চs ছs জs ঝs ঞn টt ঠt ডd ঢd ণn তt থt দd ধd নn পp ফp বb ভb মm যs রr লl শs ষs সs হh ৎt ংn',
];

/** Without its dot it is another letter. */
const BENGALI_Y = '\u09af\u09bc';

/** Syllables by their consonants plus a vowel that is removed later. Small vowels and the long vowel mark are dropped. */
const KATAKANA =
  'アa イi ウu エe オo カka キka クka ケka コka ガga ギga グga ゲga ゴga サsa シsa スsa セsa ソsa ザsa ジsa ズsa ゼsa ゾsa タta チsa ツsa テta トta ダda ヂsa ヅsa デda ドda ナna ニna ヌna ネna ノna ハha ヒha フfu ヘha ホha バba ビba ブba ベba ボba パpa ピpa プpa ペpa ポpa マma ミma ムma メma モma ヤya ユya ヨya ラra リra ルra レra ロra ワva ヰi ヱe ヲo ンn ヴva ッ ー ァ ィ ゥ ェ ォ ャ ュ ョ';

const readRow = (row: string) => row.split(' ').map((entry) => [entry.charAt(0), entry.slice(1)] as const);

const LETTERS: ReadonlyMap<string, string> = new Map([...ALPHABETS, ...INDIC, KATAKANA].flatMap(readRow));

/** Indic scripts, katakana and Hangul, where the end of a transliterated name is unreliable. */
export const isWrittenInSyllables = (word: string): boolean => /[\u0900-\u09ff\u30a1-\u30ff\uac00-\ud7a3]/.test(word);

export function toLatin(word: string): string {
  if (/^[a-z]*$/.test(word)) return word; // nothing to decompose
  let out = '';
  // Composed letters first: decomposed, the Belarusian "ў" of Казлоў would become a vowel.
  for (const letter of word.normalize('NFC').replaceAll(BENGALI_Y, ''))
    out += LETTERS.get(letter) ?? spellSyllable(letter) ?? withoutMarks(letter);
  // These scripts write one nasal before all consonants.
  return isWrittenInSyllables(word) ? out.replace(/n(?=[pb])/g, 'm') : out;
}

function withoutMarks(letter: string): string {
  let out = '';
  for (const part of letter.normalize('NFD').replace(/\p{M}/gu, '')) out += LETTERS.get(part) ?? part;
  return out;
}

// ── Korean ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const VOWELS = 21;
const ENDS = 28;
const BEGINNINGS = 'g k n d t r m b p s s  s s s k t p h'.split(' ');
const ENDINGS = ' k k k n n n t r k m r r p p r m p p t t ng s s k t p'.split(' ');
/** Indices of the vowels wa, wae, wo, we, wi: in a syllable without an initial consonant, w is its consonant. */
const WITH_W = new Set([9, 10, 14, 15, 16]);

/** Null for a character that is not a Hangul syllable. */
function spellSyllable(letter: string): string | null {
  const code = letter.charCodeAt(0);
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return null;
  const place = code - FIRST_SYLLABLE;
  const beginning = BEGINNINGS[Math.floor(place / (VOWELS * ENDS))] ?? '';
  const vowel = Math.floor(place / ENDS) % VOWELS;
  return `${beginning === '' && WITH_W.has(vowel) ? 'v' : beginning}a${ENDINGS[place % ENDS] ?? ''}`;
}
