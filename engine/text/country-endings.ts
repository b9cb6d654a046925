// What may follow the stem of a country's name in its forms and in the names of its people, by language.
//
// "Chile" has the stem "chil": with "ean" it is Chilean, with "dren" it is another word. Written without diacritics.

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
/** For languages without a row of their own. */
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

/** `isBare`: it is also a word by itself (German, Afghan). */
type CountryStem = { readonly isBare: boolean };

export function countryEndings(lang: string): (ending: string, stem: CountryStem) => boolean {
  const pattern = BY_LANGUAGE.get(lang) ?? OTHERS;
  return (ending, { isBare }) => pattern.test(ending) || (isBare && ending === 's');
}

/** Peoples whose names do not begin like their country's: the beginning, then the country's code. */
const PEOPLES = new Map(
  Object.entries({
    ar: 'ألماني DE أمريكي US أميركي US إسباني ES إسرائيلي IL إيراني IR إيطالي IT أوكراني UA باكستاني PK برازيلي BR بريطاني GB بولندي PL روسي RU سعودي SA سوري SY فرنسي FR لبناني LB مصري EG',
    be: 'амерыкан US беларуск BY бразіл BR брытан GB венгерск HU грэчаск GR егіп EG італьян IT літоўск LT нарвеж NO нямецк DE немц DE польск PL турэцк TR фінск FI француз FR чэшск CZ шведск SE',
    de: 'amerikan US brite GB britisch GB chines CN danisch DK franzos FR griech GR indisch IN irisch IE libanes LB niederland NL poln PL portugies PT spanier ES syrisch SY ungar HU',
    en: 'american US belgian BE britain GB british GB briton GB czech CZ danish DK dutch NL filipin PH finnish FI french FR greek GR irish IE lebanese LB norweg NO polish PL portugues PT spaniard ES spanish ES swiss CH turk TR',
    es: 'belga BE britanic GB canadiens CA checa CZ checo CZ croat HR danes DK egipci EG estadounidens US griego GR hungar HU ingles GB iraqui IQ israeli IL marroqui MA norcorean KP paquistani PK polac PL portugues PT surcorean KR turc TR',
    fr: 'americain US anglais GB belge BE britanni GB danois DK espagnol ES grec GR indien IN mexicain MX neerland NL polona PL portugais PT roumain RO turc TR',
    he: 'איטלק IT איראנ IR אוקראינ UA גרמני DE פיליפינ PH אמריקא US אמריקנ US בריטי GB טורקי TR יפני JP לבנונ LB סורי SY פולני PL רוסי RU',
    it: 'american US britannic GB cines CN croat HR danes DK egizian EG ingles GB irachen IQ keniot KE marocchin MA nordcorean KP polacc PL portoghes PT romen RO rumen RO spagnol ES statunitens US sudcorean KR svedes SE tedesc DE turc TR',
    nl: 'amerik US brits GB canades CA chileen CL chinees CN chines CN chinez CN deens DK engeland GB grieks GR hongaars HU iers IE iraans IR libanes LB oekraiens UA pools PL russisch RU spaans ES zweed SE zweeds SE',
    hi: 'अमेरिकी US इजराइली IL इजरायली IL जर्मन DE फ्रांसीसी FR ब्रिटिश GB रूसी RU',
    pl: 'amerykan US białorus BY brytani GB brytyj GB czech CZ czesk CZ dunsk DK egip EG filipin PH finsk FI francus FR greck GR indyj IN irlandz IE litewsk LT niemcz DE niemiec DE norweg NO norwes NO rosyj RU syryj SY szwedz SE tureck TR węgier HU włosk IT',
    pt: 'alema DE american US belga BE britanic GB checa CZ checo CZ croat HR egipci EG hungar HU ingles GB iranian IR israelens IL israelit IL japones JP marroquin MA noruegues NO polac PL polones PL portugues PT turc TR',
    ru: 'американ US белорус BY бразил BR британ GB венгерск HU греческ GR датск DK египе EG египт EG итальян IT литовск LT немец DE немц DE норвеж NO польск PL северокорей KP турец TR финск FI француз FR чешск CZ шведск SE южнокорей KR',
    sl: 'amerišk US belorusk BY britanij GB britansk GB čilsk CL egipt EG gršk GR irašk IQ litovsk LT mehišk MX nemšk DE rusk RU srbsk RS švicarsk CH turšk TR',
    sv: 'amerikansk US brittisk GB britter GB dansk DK engelsmän GB finsk FI filippin PH fransk FR indisk IN kanadensisk CA kinesisk CN libanesisk LB norsk NO polsk PL portugisisk PT rysk RU svensk SE syrisk SY tysk DE turkisk TR ungersk HU',
    tr: 'alman DE amerika US fransız FR ingiliz GB ispanyol ES yunan GR',
    uk: 'американ US білорус BY бразил BR британ GB великобритан GB грецьк GR данськ DK єгип EG литовськ LT німец DE німц DE німець DE норвез NO південнокорей KR північнокорей KP польськ PL турец TR угорськ HU фінськ FI чеськ CZ шведськ SE',
  }),
);

/** Each beginning with its country's code. */
export function peoplesIn(lang: string): Iterable<readonly [string, string]> {
  return readCodes(PEOPLES.get(lang));
}

/** Names that news uses and the host's data do not have. One written with a capital here counts only with a capital. */
const ALSO_CALLED = new Map(
  Object.entries({
    ar: 'أمريكا US أميركا US بريطانيا GB المجر HU التركي TR التركية TR تركية TR',
    be: 'англія GB англіі GB',
    de: 'danen DK england GB großbritannien GB großbritanniens GB inder IN US US',
    el: 'Βρετανία GB',
    en: 'danes DK england GB finns FI swede SE swedes SE UAE AE U.K GB U.S US USA US',
    es: 'bretana GB inglaterra GB Reino GB ruso RU rusa RU rusos RU rusas RU EE US EEUU US Unidos US',
    fa: 'آمریکا US آمریکایی US انگلیس GB انگلستان GB روسی RU چینی CN مصری EG هندی IN عربستان SA فرانسوی FR',
    fr: 'angleterre GB Royaume GB Unis US',
    he: 'ארה US אנגליה GB הסיני CN הסינית CN סינית CN ההודי IN הודית IN מצרי EG מצרית EG סודאן SD', // ארה is the first part of ארה"ב (USA), which is split at its mark
    hi: 'अमेरिका US इंग्लैंड GB इजराइल IL इजरायल IL तुर्की TR फिलीपींस PH फ्रांस FR ब्राजील BR ब्रिटेन GB',
    it: 'inghilterra GB Regno GB Uniti US Usa US',
    ja: '米国 US 英国 GB イングランド GB 豪州 AU サウジ SA 米 US 英 GB 露 RU 仏 FR 独 DE 韓 KR 豪 AU',
    ko: '한국 KR 사우디 SA 터키 TR 호주 AU 미 US 러 RU 북 KP 美 US 日 JP 中 CN 北 KP 英 GB 獨 DE 佛 FR 露 RU',
    nl: 'britten GB fins FI finse FI franse FR fransen FR noors NO noorse NO noren NO rus RU russen RU',
    pl: 'anglia GB anglii GB chin CN chinach CN indie IN indii IN indiach IN włoch IT włoszech IT Stanach US Stany US',
    pt: 'inglaterra GB Unidos US',
    ru: 'англия GB англии GB Штатах US Штатов US Штаты US',
    sl: 'anglija GB anglije GB angliji GB čila CL čilu CL',
    sv: 'england GB norrmän NO',
    th: 'สหรัฐ US อเมริกา US อังกฤษ GB เยอรมัน DE',
    tr: 'ingiltere GB rus RU ruslar RU çinli CN japon JP türk TR türkler TR hint IN',
    uk: 'англія GB англії GB Штатах US Штатів US Штати US',
    zh: '南韩 KR 南韓 KR 北韩 KP 北韓 KP 英格兰 GB 英格蘭 GB 沙特 SA 沙烏地 SA 美 US 英 GB 俄 RU 韩 KR 韓 KR 澳 AU',
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
