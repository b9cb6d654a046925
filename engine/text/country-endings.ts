// What may follow the stem of a country's name in its forms and in the names of its people, by language.
//
// "Chile" has the stem "chil": Chilean is it with "ean", children with "dren" is another word. Written without marks.

const ENGLISH = /^(?:n|an|ian|ean|vian|ese|lese|ish|i|er)s?$/;
const ROMANCE =
  /^(?:[aeio]s?|i?an[aeio]?s?|[ei]?n[aeio]s?|[aeo]is(?:es?)?|es(?:[aei]s?)?|i?en(?:s|nes?)?|ain(?:es?|s)?|eens?|ol(?:as?|es?|i)?|ens[ei]s?|eir[ao]s?|ac[ao]s?)$/;
const GERMANIC =
  /^(?:s|e[nrs]?|n|[aei]{0,2}[ns]?i?s(?:ch|k)(?:e[mnrs]?|[at])?|s[et]|aans?e?|er(?:in(?:nen)?|n|s)?|are(?:na|ns?)?)$/;
const WEST_SLAVIC =
  /^(?:[aeiouyj]{1,3}|[aeiouy]?[mhwj]|i?ami|[aeiouyj]{0,2}n?[sc]k[a-z]{1,3}|[ie]?j?c[a-z]{1,4}|an(?:in|ie|k)?[a-z]{0,3})$/;
const CYRILLIC =
  /^(?:[аеиіїйоуыьюяє]{1,3}[мхв]?|[ая]ми|[аеиіоуыйя]{0,3}н?(?:ск|цк|зьк|ськ|цьк)\p{L}{1,3}|[аеиоуі]?[йн]?ц\p{L}{0,3}|[иі]?[ая]н(?:[еи]|ин\p{L}{0,2}|к\p{L}{1,3})?)$/u;
const TURKISH = /^(?:l[iıuü](?:l[ae]r)?\p{L}{0,3}|c[ae]|[dny]?[aeiıuü]n?)$/u;
/** Scripts whose endings are short, and languages that no other row is of. */
const OTHERS = /^[\p{L}\p{M}]{1,3}$/u;

const BY_LANGUAGE = new Map([
  ...each('en', ENGLISH),
  ...each('ca es fr gl it pt ro', ROMANCE),
  ...each('da de nl nb nn no sv', GERMANIC),
  ...each('bs cs hr pl sk sl', WEST_SLAVIC),
  ...each('be bg mk ru uk', CYRILLIC),
  ...each('sr', new RegExp(`${CYRILLIC.source}|${WEST_SLAVIC.source}`, 'u')), // in both scripts
  ...each('az tr', TURKISH),
]);

/** `isBare`: the stem is a word of its own. */
export function countryEndings(lang: string): (ending: string, isBare: boolean) => boolean {
  const pattern = BY_LANGUAGE.get(lang) ?? OTHERS;
  return (ending, isBare) => pattern.test(ending) || (isBare && ending === 's');
}

/** Beginnings of peoples that do not begin like their country, with its code. */
const PEOPLES = new Map(
  Object.entries({
    ar: 'الألماني DE الأمريكي US الأميركي US الإسرائيلي IL الإيراني IR البريطاني GB الروسي RU السوري SY الفرنسي FR المصري EG',
    be: 'амерыкан US беларуск BY брытан GB грэчаск GR італьян IT літоўск LT нямецк DE немц DE польск PL турэцк TR француз FR',
    de: 'amerikan US britisch GB franzos FR griech GR niederland NL poln PL',
    en: 'american US britain GB british GB danish DK dutch NL finnish FI french FR greek GR irish IE polish PL spanish ES swiss CH turk TR',
    es: 'britanic GB estadounidens US griego GR polac PL turc TR',
    fr: 'americain US britanni GB espagnol ES grec GR neerland NL polona PL turc TR',
    it: 'britannic GB cines CN statunitens US turc TR',
    nl: 'amerikaans US brits GB frans FR grieks GR pools PL',
    hi: 'अमेरिकी US जर्मन DE ब्रिटिश GB रूसी RU',
    pl: 'amerykan US białorus BY brytyj GB czesk CZ francus FR greck GR litewsk LT niemiec DE rosyj RU szwedz SE tureck TR węgier HU włosk IT',
    pt: 'britanic GB polones PL turc TR',
    ru: 'американ US белорус BY британ GB венгерск HU греческ GR итальян IT литовск LT немец DE немц DE польск PL турец TR француз FR чешск CZ шведск SE',
    sl: 'amerišk US belorusk BY britansk GB gršk GR litovsk LT nemšk DE rusk RU turšk TR',
    sv: 'amerikansk US brittisk GB dansk DK finsk FI fransk FR kinesisk CN norsk NO polsk PL rysk RU tysk DE turkisk TR ungersk HU',
    tr: 'alman DE amerikal US fransız FR ingiliz GB yunan GR',
    uk: 'американ US білорус BY британ GB грецьк GR литовськ LT німец DE німц DE німець DE польськ PL турец TR угорськ HU чеськ CZ',
  }),
);

/** Each beginning with its country's code. */
export function peoplesIn(lang: string): Iterable<readonly [string, string]> {
  return readCodes(PEOPLES.get(lang));
}

/** What news calls countries where the host's names are others. */
const ALSO_CALLED = new Map(
  Object.entries({
    ar: 'أمريكا US أميركا US بريطانيا GB',
    el: 'Βρετανία GB',
    fa: 'آمریکا US انگلیس GB',
    he: 'ארה US', // of ארה"ב, which is cut at its mark
    hi: 'अमेरिका US',
    ja: '米国 US 英国 GB 豪州 AU',
    ko: '한국 KR',
    th: 'สหรัฐ US อังกฤษ GB',
    zh: '南韩 KR 南韓 KR 北韩 KP 北韓 KP',
  }),
);

/** Each name with its country's code. */
export function alsoCalledIn(lang: string): Iterable<readonly [string, string]> {
  return readCodes(ALSO_CALLED.get(lang));
}

function* readCodes(list = ''): Generator<readonly [string, string]> {
  for (const [, written = '', code = ''] of list.matchAll(/(\S+) (\S+)/g)) yield [written, code];
}

function each(languages: string, endings: RegExp): (readonly [string, RegExp])[] {
  return languages.split(' ').map((lang) => [lang, endings]);
}
