// Which month a word is, in the languages of news: January, январь, ינואר, يناير, 'gennaio', 'stycznia', 'জানুয়ারি'.

/** Beginnings of month names and of their short forms, as `fold` leaves them; the longest that a word begins with counts. */
const MONTHS: readonly string[] = [
  'jan|jaan|ene|xan|gen|ian|sty|янв|яну|јан|січ|сту|sijecn|sau|ינו|oca|tammi|led|ιαν|იან|հունվ|հնվ|يناير|جانفي|كانون الثاني|جنوری|जन|জান',
  'feb|fev|lut|фев|феб|лют|veljac|veebr|vas|shk|פבר|sub|helmi|uno|φεβ|თებ|փետ|փտվ|فبراير|فيفري|شباط|فرور|फर|ফেব',
  'mar|maer|mrt|maa|мар|бер|сак|ozuj|kovo|מרץ|bre|μαρ|მარ|մարտ|մրտ|مارس|اذار|مارچ|मार|মার',
  'apr|avr|abr|kwi|апр|кві|кра|travnj|bal|pri|אפר|nis|huhti|dub|απρ|აპრ|ապր|ابريل|افريل|نيسان|اپریل|अप्र|এপ',
  'may|mai|maj|mag|mei|мая|маи|мај|трау|svibnj|geg|מאי|тра|touko|kve|μαι|მაი|մայ|մյս|ماي|ايار|ميی|मई|মে',
  'jun|juin|juun|xun|giu|iun|cze|июн|юни|јун|чер|чэр|lipnj|bir|qer|יוני|haz|kesa|cervn|ιουν|ივნ|հունիս|հնս|يونيو|جوان|حزيران|جون|जून|জুন',
  'jul|juil|juul|xul|lug|iul|lip|июл|юли|јул|лип|ліп|srpnj|lie|korr|יולי|tem|heina|cervenc|ιουλ|ივლ|հուլ|հլս|يوليو|جويلية|تموز|جولا|जुल|জুল',
  'aug|avg|aou|ago|agu|sie|авг|сер|жні|kolovoz|rugp|gush|אוג|elo|srp|αυγ|აგვ|օգոս|օգս|اغسطس|غشت|اوت|اب|اگست|अग|আগ',
  'sep|szep|set|wrz|сен|сеп|вер|rujn|rugs|sht|ספט|eyl|syys|zar|σεπ|სექ|սեպ|سبتمبر|شتنبر|ايلول|ستمبر|सित|সেপ',
  'oct|okt|ott|out|paz|окт|жов|кас|spa|tet|אוק|eki|loka|rij|οκτ|ოქტ|հոկ|اكتوبر|تشرين الاول|اکتوبر|अक्ट|अक्त|অক্ট',
  'nov|lis|noi|ноя|ное|нов|лист|ліс|studenog|lap|nen|נוב|kas|marras|νοε|ნოე|նոյ|نوفمبر|نونبر|تشرين الثاني|نومبر|नव|নভ',
  'dec|dez|dic|gru|дек|дец|сне|prosinc|dets|grd|dhj|דצמ|груд|gruo|ara|joulu|pro|δεκ|დეკ|դեկ|ديسمبر|دجنبر|كانون الاول|دسمبر|दिस|ডিস|des',
];

/** Of languages that give a beginning to another month than most do: Polish "listopada" is November, the Croatian one October. */
const OF_LANGUAGE: Readonly<Record<string, string>> = {
  hr: 'sij|velj|ozu|tra|svi|lip|srp|kol|ruj|lis|stu|pro',
  ms: 'jan|feb|mac|apr|mei|jun|jul|og|sep|okt|nov|dis',
};

/** Accents, the hamza and madda of Arabic, the dots below of Hindi and Bengali: newsrooms write them or leave them out. */
const MARKS = /[\u0300-\u036f\u0653-\u0655\u093c\u09bc]/g;

/** Hebrew writes "in" at the month: במאי. */
const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/\s/, ' ')
    .replace(/^ב(?=\S{3})/, '');

/** 1 to 12; 0 for a word that is no month. `lang` decides where languages disagree. */
export function monthOf(written: string, lang = ''): number {
  const word = fold(written);
  const own = OF_LANGUAGE[lang.slice(0, 2)];
  if (own !== undefined) return own.split('|').findIndex((name) => word.startsWith(name)) + 1;
  let month = 0;
  let longest = 0;
  for (const [index, names] of MONTHS.entries()) {
    for (const name of names.split('|')) {
      if (name.length > longest && word.startsWith(name)) {
        longest = name.length;
        month = index + 1;
      }
    }
  }
  return month;
}
