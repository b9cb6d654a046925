// Function words for languages that the stop word library lacks or has wrong (its Slovenian list is Russian, half of its
// Ukrainian one is garbled), and words that its lists miss. Single letters are never terms, so they are not listed.

const words = (list: string) => list.split(' ');

export const FUNCTION_WORDS = {
  be: words(
    'на не што да як гэта па за ад але ён яна яны мы вы яго яе іх для пра пры калі каб быў была былі будзе які якая якія якое таксама ужо яшчэ па-за пасля перад праз або ці так толькі',
  ),
  cs: words(
    've na je že se ze ke do pro po od si to ten ta ty tak jako jak který která které kteří ale nebo by byl byla bylo byli byly být jsou jsem jsme ne není už jen až když také může jeho její jejich podle před při mezi pod nad bez za proti však aby tím této tohoto',
  ),
  en: words(
    'says said say also one two new first last year years day days week month amid via vs get gets got make makes made take takes mr mrs ms per',
  ),
  fa: words(
    'در به از که این را با است برای آن یک خود تا کرد بر هم نیز می شد شده بود ها های ای اما یا اگر هر او ما من شما آنها باید کند شود گفت پس پیش روی ولی چه چون',
  ),
  fi: words('myös'),
  fr: words('après aussi avant'),
  he: words(
    'של את על לא הוא היא הם הן זה זו גם כי אם או עם כל יש אין היה היו יותר רק אבל אני אנחנו אתה מה מי בין אחרי לפני עד כבר עוד כדי אשר לאחר בו בה לו לה להם',
  ),
  hi: words('के में की है गई गए रही'),
  hr: words(
    'je na da se za su od sa po iz do ne koji koja koje kojeg kojem koju kojima kao što šta bi nije nisu će te ali ili već još samo to ta taj tog tom ovo ova ovaj sve svi on ona oni ono biti bio bila bilo bili sam smo ste si ga mu joj ih im nas vas prema pred kod pri bez između nakon posle prije pre zbog jer kada kad gdje gde kako ako pa više može treba svoj svoje svoju njegov njen njihov',
  ),
  id: words('untuk'),
  it: words('dopo'),
  mk: words(
    'во на да се за од со по не што кој која кое кои како ќе го ја ги му им но или до при без меѓу пред беше сум сме тој таа тие тоа ова овој сите уште веќе само бидејќи кога каде ако',
  ),
  pl: words(
    'na do że się nie jest to po za od jak przez dla tym co ma oraz ale czy już tylko tak był była było byli są być będzie został została ze we przed nad pod przy też jego jej ich ten ta te tego tej który która które którzy może go mu by bardzo także jeszcze jednak gdy',
  ),
  pt: words('após'),
  ru: words('это эта также который которая которое которые'),
  sk: words(
    'vo na je že sa so zo ku do pre po od si to ten tá tie tak ako ktorý ktorá ktoré ktorí ale alebo by bol bola bolo boli byť sú som sme nie už len až keď tiež môže jeho jej ich podľa pred pri medzi pod nad bez za proti však aby',
  ),
  sl: words(
    'in je na da se za so po ki ne pa iz od do pri tudi kot bo bi ga bil bila bilo bili ali še že če to ta ti te tega tem temu tej ter kar ko kako kaj kdo kateri katera katere ni niso sem si smo ste jih jim mu ji jo nam vam nas vas me mi tako samo le več pred med nad pod proti brez ob čez skozi zaradi ker toda vendar kjer zato zdaj vse vsi svoj svoje svojo njegov njen njihov on ona ono oni imajo biti bodo',
  ),
  sr: words(
    'је на да се за су од са по из до не који која које којем као што шта би није нису ће те али или већ још само то та тај тог ово сви све он она они оно бити био била било били сам смо га му јој их им према пред код при без између након после пре због јер када кад где како ако па више може',
  ),
  th: words('ที่ และ ใน ของ เป็น ได้ มี ว่า จะ ไม่ ให้ กับ จาก แล้ว ก็ มา ไป นี้ นั้น หรือ โดย แต่ ถึง เพื่อ ซึ่ง ยัง ต้อง อยู่ คน การ ความ'),
  uk: words(
    'та на не що із зі за до для від після про як це був була було були його її їх йому він вона вони ми ви по при під над між через або але чи же би так також вже ще який яка яке які якого якій якому щоб коли де хто тому тут там цей ця ці того цього тим свій своїй свого своїх може можуть буде будуть серед проти щодо',
  ),
} as const;
