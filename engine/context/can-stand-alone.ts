// Whether a sentence can be understood alone: complete, without references to an earlier one, without "we" or "you", no caption.
import { isPlainHeadline } from '../coverage/plain-headline.ts';
import { BRIEF_SENTENCE_LENGTH_MAX } from '../schema-story-context.ts';
import { toWordSet } from '../text/word-set.ts';
import { OFFICES } from './not-names.ts';
import type { Sentence } from './read-reports.ts';
import type { Token } from './read-tokens.ts';

/** In words: shorter sentences say too little, longer ones are skipped by readers. Headlines may be shorter. */
const WORDS_MIN = 9;
const TITLE_WORDS_MIN = 5;
const WORDS_MAX = 45;

/** For Danish and Norwegian alike. */
const DANO_NORWEGIAN = toWordSet(
  'han hun ho de dem hans hendes hennes deres det dette denne disse der da siden men og eller også derfor så hvordan hva hvad hvem hvorfor hvor hvornår når jeg eg vi vår vårt vores',
);

/** First words that refer to the sentence before. */
const POINTING_BACK: Readonly<Record<string, ReadonlySet<string>>> = {
  be: toWordSet('ён яна яно яны гэта гэты гэтая гэтае гэтыя яго яе іх ягоны але і а таксама там тут так'),
  en: toWordSet(
    'sure he she it they others another his her their its him them this that these those but and or so yet however also then there here such both instead meanwhile moreover still though although while now later earlier today i we my our you your what why how when where who which watch listen read see photo image video',
  ),
  de: toWordSet(
    'er sie es ihr ihre sein seine dies diese dieser dieses dort damit dabei dazu doch aber und oder auch zudem dagegen so was wie warum wer wann wo ich wir unser video foto',
  ),
  fr: toWordSet(
    'il elle ils elles ce cela cette ces son sa ses leur leurs mais et ou donc or aussi ainsi toutefois cependant pourtant là comment pourquoi qui que je nous notre on vidéo photo',
  ),
  es: toWordSet(
    'él ella ellos ellas esto esta este estos estas eso su sus pero y o también así además allí cómo qué quién cuándo dónde yo nosotros nuestro vídeo video foto',
  ),
  it: toWordSet(
    'egli lui lei essi loro questo questa questi queste ciò quello quella suo sua ma e o anche così però tuttavia intanto inoltre poi qui lì come perché chi cosa quando dove io noi nostro video foto',
  ),
  pt: toWordSet(
    'ele ela eles elas isso isto este esta estes estas esse essa seu sua seus suas mas e ou também assim além porém entanto hoje aqui ali como quem quando onde eu nós nosso vídeo foto',
  ),
  ru: toWordSet(
    'им ими ему ей он она оно они его её ее их этот эта это эти такой такая так также однако поэтому том там тогда теперь ранее позже сегодня вчера завтра напомним но и а или мы я наш вы ваш что почему как когда где кто',
  ),
  uk: toWordSet(
    'він вона воно вони його її їх цей ця це ці такий так також однак тому там тоді тепер раніше пізніше сьогодні вчора завтра нагадаємо але і й а або ми я наш ви ваш що чому як коли де хто',
  ),
  nl: toWordSet(
    'hij zij ze hun hem haar dit deze dat die dus daar daarom daarmee daarbij daarna toen ook maar en of echter toch zo hoe wat wie waarom waar wanneer ik wij we ons onze vandaag gisteren morgen foto video',
  ),
  pl: toWordSet(
    'on ona ono oni one jego jej ich to ten ta te ci tego tej tym jednak ale a i oraz lub także również też wtedy potem później wcześniej dlatego więc tam tu my ja nasz co dlaczego jak gdzie kiedy kto dziś dzisiaj wczoraj jutro',
  ),
  sv: toWordSet(
    'han hon de dem hans hennes deras det detta denna dessa där då sedan men och eller också dessutom därför så hur vad vem varför var när jag vi vår vårt idag igår',
  ),
  da: DANO_NORWEGIAN,
  no: DANO_NORWEGIAN,
  nb: DANO_NORWEGIAN,
  nn: DANO_NORWEGIAN,
  cs: toWordSet(
    'on ona ono oni jeho její jejich to ten ta tento tato toto tyto ti však ale a i nebo také rovněž tam tady poté později předtím proto já my náš co proč jak kde kdy kdo dnes včera zítra',
  ),
  el: toWordSet(
    'αυτός αυτή αυτό αυτοί αυτές αυτά εκείνος εκείνη εκείνο όμως αλλά και ή επίσης ωστόσο έτσι τότε εκεί εδώ εμείς τι γιατί πώς πού πότε ποιος σήμερα χθες αύριο',
  ),
  ro: toWordSet(
    'el ea ei ele acesta aceasta aceștia acestea acest această aceste dar însă și sau iar totuși astfel apoi acolo aici eu noi ce cine cum unde când azi astăzi ieri',
  ),
  hu: toWordSet(
    'ő ők ez ezek ezt ezzel ennek erre de és vagy azonban ugyanakkor ezért így akkor később korábban ott itt én mi mit miért hogyan hol mikor ki ma tegnap holnap',
  ),
  fi: toWordSet(
    'hän he se ne tämä nämä tuo hänen heidän sen mutta ja tai myös lisäksi kuitenkin siksi sitten siellä täällä minä me mitä miksi miten missä milloin kuka tänään eilen huomenna',
  ),
};

const JOINING = toWordSet(
  'and or und oder et ou y o u e и а й і або en of i oraz lub a nebo och eller og και ή și sau és vagy ja tai',
);

/** "A few hours later, …", "The next day, …": times relative to the sentence before. */
const COUNTED_FROM: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:an?|one|two|three|several|some|few|just|only|moments?|minutes?|hours?|days?|weeks?|months?|years?)\s+){1,4}(?:later|earlier)\b|^[^,]{0,40}\b(?:later|earlier|next day|previous day),/iu,
  de: /^(?:\p{L}+ ){0,3}(?:später|zuvor|danach)\b|^am nächsten tag\b/iu,
  fr: /^[^,]{0,40}\b(?:plus tard|auparavant|le lendemain),/iu,
  es: /^[^,]{0,40}\b(?:más tarde|después|al día siguiente),/iu,
};

/** "The latter", "to do so" and the like: references to something said before. */
const BACK_REFERENCE: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the latter|do(?:es|ing)? so|did so|done so)\b|^[^,]{0,40}, (?:though|however|too|instead|meanwhile),|^by contrast,/iu,
  de: /\b(?:[Ll]etztere[nrs]?|dies tun)\b|^Das \p{Ll}/u, // an article stands before a capital: "Das Gericht …"
  fr: /\b(?:ce dernier|cette dernière|ces derniers)\b/iu,
  es: /^sin embargo\b|\b(?:este último|esta última|lo mismo)\b/iu,
  ru: /^(?:при|об|на) этом\s/iu,
};

const WE_IN_DANO_NORWEGIAN = toWordSet('jeg eg mig meg vi os oss vår vårt våre vores');

/** First and second person: the author speaks of himself or to the reader, as reports do not. */
const FIRST_OR_SECOND_PERSON: Readonly<Record<string, ReadonlySet<string>>> = {
  be: toWordSet('я мяне мы нас наш наша нашы мой мая вы вас ваш'),
  en: toWordSet('i me my we our ours you your'),
  de: toWordSet('ich mir mich mein meine wir unser unsere'),
  fr: toWordSet('je j moi mon ma mes nous notre nos vous votre vos'),
  es: toWordSet('yo mi mis nosotros nuestro nuestra nuestros'),
  it: toWordSet('io mio mia noi nostro nostra'),
  pt: toWordSet('eu meu minha nós nosso nossa'),
  ru: toWordSet('я мне мой моя моей моего моем мы нам наш наша вы вам ваш'),
  nl: toWordSet('ik mij wij we ons onze jij jullie'),
  pl: toWordSet('ja mnie mój moja my nam nas nasz nasza nasze'),
  sv: toWordSet('jag mig vi oss vår vårt våra'),
  da: WE_IN_DANO_NORWEGIAN,
  no: WE_IN_DANO_NORWEGIAN,
  nb: WE_IN_DANO_NORWEGIAN,
  nn: WE_IN_DANO_NORWEGIAN,
  cs: toWordSet('já mě můj moje my nás nám náš naše'),
  el: toWordSet('εγώ εμείς μας μου'),
  ro: toWordSet('eu mine noi nostru noastră'),
  hu: toWordSet('én engem minket nekünk'),
  fi: toWordSet('minä minun me meidän meille'),
};

/** Pronouns for a person, who must have been named before: "… to hold him in contempt". */
const PERSONAL_PRONOUNS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: toWordSet('he him his himself she her hers herself'),
};
const PERSONS = toWordSet(
  'man woman boy girl teen teenager student teacher pupil suspect gunman shooter driver player coach singer actor actress lawyer lawmaker ' +
    'official founder owner wife husband widow father mother son daughter captain pilot soldier aide adviser advisor victim author host star ' +
    'worker employee doctor nurse prisoner inmate detainee migrant resident voter veteran patient priest bishop athlete boss executive billionaire',
);

/** Many leads contain picture captions. In English, a full date with year is typical of them and rare in a report. */
const CAPTION =
  /^(?:editor.s note|from left|pictured|in this|above|file\b|buy photo|foto:|photo:)|\((?:ap|reuters|file)? ?(?:photo|file|foto|image)|combination (?:photo|picture)|file photo|getty|\/(?:reuters|ap|afp|epa)\b|[a-z]\.? \d\d?, 20\d\d\b/iu;

export function canStandAlone(sentence: Sentence, lang: string): boolean {
  const { text, tokens, isTitle } = sentence;
  if (tokens.length < (isTitle ? TITLE_WORDS_MIN : WORDS_MIN) || tokens.length > WORDS_MAX) return false;
  if (pointsBack(tokens, lang) || COUNTED_FROM[lang]?.test(text) || BACK_REFERENCE[lang]?.test(text)) return false;
  if (/^\p{Ll}/u.test(text) || isBareQuotation(text) || (!isTitle && hasUnresolvedPronoun(tokens, lang))) return false;
  if (listUnquoted(sentence).some(isIn(FIRST_OR_SECOND_PERSON[lang]))) return false;
  if (text.length > BRIEF_SENTENCE_LENGTH_MAX || /[?:…]["”»]?$|\.\.\.|©|\||https?:|@\w/u.test(text)) return false;
  if (isTitle ? !isPlainHeadline(text) : CAPTION.test(text) || !/[.!。！।۔]["”»“’)]?$/u.test(text)) return false;
  return isInPairs(text) && text !== text.toUpperCase(); // all capitals, or a script without case, whose names cannot be checked
}

/** Begins with "He" or "When he"; "Lind and Berg" does not. */
function pointsBack(tokens: readonly Token[], lang: string): boolean {
  const [first, second] = tokens.slice(0, 2).map(isIn(POINTING_BACK[lang]));
  return first === true || (second === true && tokens[1] !== undefined && !isIn(JOINING)(tokens[1]));
}

const isIn = (list: ReadonlySet<string> | undefined) => (token: Token) =>
  list?.has(token.surface.toLowerCase()) === true && !isShortened(token);

/** "US" is not "us". */
function isShortened({ surface }: Token): boolean {
  return surface.length > 1 && surface === surface.toUpperCase() && surface !== surface.toLowerCase();
}

/** The words outside of quotation marks. */
function listUnquoted({ tokens }: Sentence): readonly Token[] {
  let isInside = false;
  return tokens.filter(({ gap }) => {
    if (countQuotes(gap) % 2 === 1) isInside = !isInside;
    return !isInside;
  });
}

/** The words within quotation marks. */
export function listQuoted(sentence: Sentence): readonly Token[] {
  const unquoted = new Set(listUnquoted(sentence));
  return sentence.tokens.filter((token) => !unquoted.has(token));
}

function countQuotes(gap: string | null): number {
  return gap?.match(/["“”„«»]/gu)?.length ?? 0;
}

/** A capitalised word after one of these is a place, day or office, not a person: "in Velm", "next Sunday", "the House". */
const BEFORE_NON_PERSON = toWordSet('the in at of on next last nobody');

/** Whether no possible person's name precedes the first "him". */
function hasUnresolvedPronoun(tokens: readonly Token[], lang: string): boolean {
  const at = tokens.findIndex(isIn(PERSONAL_PRONOUNS[lang]));
  if (at === -1) return false;
  let isNonPerson = false; // whether the current row of capitalised words names no person
  return !tokens.slice(0, at).some((token, index) => {
    const before = tokens[index - 1];
    const isBehind = before !== undefined && isIn(BEFORE_NON_PERSON)(before);
    if (isBehind || before?.isCapital !== true) isNonPerson = isBehind;
    const isNamed = token.isCapital && !isNonPerson && !isIn(BEFORE_NON_PERSON)(token);
    const lower = token.surface.toLowerCase();
    return isNamed || PERSONS.has(lower) || OFFICES.has(lower);
  });
}

/** Begins with a quotation that no name is attributed to. */
function isBareQuotation(text: string): boolean {
  const rest = text.match(/^["“„«‘'][^"“”„«»]*["”»](.*)$/u)?.[1];
  return rest !== undefined && !/\p{Lu}/u.test(rest);
}

/** Whether quotation marks are paired: a sentence with an unpaired one was cut out of a longer quotation. */
function isInPairs(text: string): boolean {
  const opening = text.match(/(?<=^|[\s(\u2014-])"(?=\S)/gu)?.length ?? 0;
  const straight = text.match(/"/gu)?.length ?? 0;
  const others = text.match(/[“”„«»]/gu)?.length ?? 0;
  return straight === 2 * opening && others % 2 === 0 && (text.match(/[()]/g)?.length ?? 0) % 2 === 0;
}

/** Begins with a definite noun that an earlier sentence introduced: "The deputy attorney general steps down". */
export function isFollowUp({ text }: Sentence, lang: string): boolean {
  return FOLLOWING[lang]?.test(text) ?? false;
}

const FOLLOWING: Readonly<Record<string, RegExp>> = {
  en: /^(?:The \p{Ll}[\p{Ll}’'-]* \p{Ll}|(?:Some|Many|Most|Several|All|None|Both|Two|Three) of the |\p{Lu}\p{Ll}+ (?:made|announced|issued|released) (?:the|his|her|their) )/u,
  de: /^(?:Der|Die|Das|Den|Dem) (?:\p{Ll}+ )?\p{Lu}\p{Ll}+ \p{Ll}/u,
  fr: /^(?:(?:Le|La|Les) |L[’'])\p{Ll}+ \p{Ll}/u,
  es: /^(?:El|La|Los|Las) \p{Ll}+ \p{Ll}/u,
  it: /^(?:(?:Il|Lo|La|I|Gli|Le) |L[’'])\p{Ll}+ \p{Ll}/u,
  pt: /^(?:O|A|Os|As) \p{Ll}+ \p{Ll}/u,
};

/**
 * Reads better after another sentence: "… the couple’s home", "also", or a person called by surname alone. Only a preference,
 * since some surnames are known to everybody.
 */
export function leansOnAnother({ text, tokens: [first, second] }: Sentence, { lang, surnames }: Leaning): boolean {
  const isSurname = first !== undefined && surnames.has(first.surface) && second?.isCapital === false;
  return isSurname || (LEANING[lang]?.test(text) ?? false);
}

type Leaning = { readonly lang: string; readonly surnames: ReadonlySet<string> };

const LEANING: Readonly<Record<string, RegExp>> = {
  en: /\balso\b|\bthe \p{Ll}+[’']s\b/u,
  de: /\b(?:auch|ebenfalls)\b/u,
  fr: /\b(?:aussi|également)\b/u,
  es: /\b(?:también|asimismo)\b/u,
};
