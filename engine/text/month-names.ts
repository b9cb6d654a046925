// Which month a word is, in the languages of news: January, январь, ינואר, يناير, 'gennaio', 'stycznia', 'জানুয়ারি'.

/**
 * Beginnings of month names and their abbreviations, as `fold` leaves them; "jan(u|v)" is "jan" alone, "janu…" and "janv…". A
 * beginning that other words share lists how it may continue: "12 Marken 2026" or "3 Siege 2026" are no dates.
 */
const MONTHS: readonly string[] = [
  'jan([ntuv]|ar|ei)|jaan|ene(ro)|xan(e)|gen(naio|er$)|ian(u)|sty(c)|янв|яну|јан(у)|січ(н|ен)|sijecn|ינו|oca(k)|tammi(kuu)|leden|ledna|ιαν|იან|հունվ|հնվ|يناير|جانفي|كانون الثاني|جنوری|जन(व)|জান(ু)|ژانویه',
  'feb([ebr])|fev(e?r)|lut(y$|eg)|фев|феб(р)|лют([аиоы])|veljac|veebr|פבר|sub(at)|helmi(kuu)|uno(r)|φεβ|თებ|փետ|փտվ|فبراير|فيفري|شباط|فرور|फर(व)|ফেব|فوریه',
  'mar([cstz]|ch|ca|co|ec|et|so|ta|ts|tie|zo|zec)$|marciu|maerz|mrt|maart|maalis|мар(т|та)$|бер(ез)|ozuj|מרץ|brez|μαρ|მარ|մարտ|մրտ|مارس|اذار|مارچ|मार(्च)|মার(্চ)',
  'apr(il|el)|avr(il)|abr(il)|kwi(e)|апр([ие]л)|кві(т)|travnj|אפר|nis(an)|huhti(kuu)|duben|dubna|απρ|აპრ|ապր|ابريل|افريل|نيسان|اپریل|अप्र|এপ(্)|اوریل',
  'ma[iy](o$)|mai(g|js?|ja)$|may[iı]s|maj(a$|us)|mag(gio)|mei$|ма[иј]$|мая$|маја$|svibnj|מאי|тра(в)|touko(kuu)|kve(t)|μαι|მაი(ს)|մայ|մյս|ماي(و)|ايار|ميی|मई|মে$|م[هی]$',
  'jun([aeiy]|io|ho|ie)$|juni[uj]|juin|juun|xun(o)|giu(gn)|iun(i)|cze(rw)|июн|юни|јуна?$|јуни|чер(в)|lipnj|יוני|haz(i)|kesa(kuu)|cerven$|cervn|ιουν|ივნ|հունիս|հնս|يونيو|جوان$|حزيران|جون$|जून|জুন|ژوين',
  'jul([aiy]|io|ho|ie|ai|iol)$|juli[uj]|juil|juul|xul(l)|lug(lio)|iul(i)|lip(iec|ca)|июл|юли|јула?$|јули|лип([ен])|srpnj|יולי|tem(m)|heina(kuu)|cervene?c|ιουλ|ივლ|հուլ|հլս|يوليو|جويلية|تموز|جولا|जुल([ाै])|জুল|ژويی',
  'aug(u)|avg(us)|aou(t)|ago(s$|st)|agu(st)|sie(rp)|авг|сер(п)|kolovoz|אוג|elo(kuu)|srp([en][an]?$)|αυγ|აგვ|օգոս|օգս|اغسطس|غشت|اوت|اب$|اگست|अग(स्)|আগ(স্)|اگوست',
  'sep(t$|te?m|tie)|szep|set(t$|t?i?em|ye)|wrz|сен(т$|тя)|сеп(т$|те)|вер([еа]с)|rujn|ספט|eyl|syys(kuu)|zar(i)|σεπ|სექ|սեպ|سبتمبر|شتنبر|ايلول|ستمبر|सित(ं|म)|সেপ|سپتامبر',
  'o[ck]t(o+b|om|ub|ya)|ott(ob)|out(ub)|paz(d)|окт([оя])|жов|אוק|eki(m)|loka(kuu)|rijen|rijna|οκτ|ოქტ|հոկ|اكتوبر|تشرين الاول|اکتوبر|अक्ट|अक्त|অক্ট|اکتبر',
  'nov(i?em)|lis(top)|noi(em)|ноя|ное(м)|нов(е[мн])|лис(т$|топ)|studenog|נוב|kas([iı]m)|marras(kuu)|νοε|ნოე|նոյ|نوفمبر|نونبر|تشرين الثاني|نومبر|नव(ं|म्ब)|নভ(ে)|نوامبر',
  'de[csz](em)|dic(i?em)|gru(d[zn]|od)|дек([ае])|дец(е)|prosin|dets|דצמ|груд([ен])|ara(l)|joulu(kuu)|δεκ(ε)|დეკ|դեկ|ديسمبر|دجنبر|كانون الاول|دسمبر|दिस(ं|म)|ডিস|دسامبر',
];

/**
 * Beginnings that mean a month, or a different one, only in one language: Polish "listopada" is November, Croatian "listopada"
 * October; "spa" is October in Lithuanian alone.
 */
const OF_LANGUAGE: Readonly<Record<string, string>> = {
  be: 'сту(д) лют сак(а) кра(с) ма[яи]$|трау чэр(в) ліп(е) жні вер(а) кас(т) ліс(т) сне(ж)',
  cs: 'led(e|n) - bre(z) dub(e|n) - - - - - rij(e|n) - -',
  hr: 'sij(e) velj ozu tra(v) svi(b) lip(a?nj) srp(a?nj) kol(o) ruj lis(t) stu(d) pro(s)',
  lt: 'sau(s) vas(ar) kova?s?$|kovo bal(a) geg bir(z) lie(p) rugp rugs spa(li) lap(k) gru(o)',
  ms: 'jan feb mac$ apr mei jun jul og(o) sep okt nov dis(e)',
  sq: 'jan shk mar(s) pri(ll) maj$ qer korr gush sht tet(o) nen(t) dhj',
};

/** Marks that newsrooms write or leave out: accents, Arabic hamza and madda, Hindi and Bengali dots, abbreviation signs. */
const MARKS = /[\u0300-\u036f\u05f3\u060c\u0653-\u0655\u093c\u0970\u09bc]/g;

/** Hebrew attaches "in" to the month: במאי. */
const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/\s/, ' ')
    .replace(/^ב(?=\S{3})/, '');

/** 1 to 12; 0 for any other word. `lang` decides where languages disagree. */
export function monthOf(written: string, lang = ''): number {
  const word = fold(written);
  return findMonth(word, OF_LANGUAGE[lang.slice(0, 2)]?.split(' ') ?? []) || findMonth(word, MONTHS);
}

/** Compiled on first use: most pages have no written date. */
const patterns = new Map<string, RegExp>();

function findMonth(word: string, months: readonly string[]): number {
  return months.findIndex((names) => patternOf(names).test(word)) + 1;
}

function patternOf(names: string): RegExp {
  const known = patterns.get(names);
  if (known !== undefined) return known;
  const pattern = new RegExp(`^(?:${names.replaceAll('(', '(?:$|')})`);
  patterns.set(names, pattern);
  return pattern;
}
