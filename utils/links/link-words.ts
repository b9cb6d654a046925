// Words in addresses that distinguish pages: names of services, folders of lists and of articles, in the outlets' languages.

export type WordList = { has(word: string): boolean };

/** Built on first use: most pages need half of the lists. */
function listOf(...words: readonly string[]): WordList {
  let list: ReadonlySet<string> | null = null;
  return {
    has(word) {
      list ??= new Set(words.join(' ').split(' '));
      return list.has(word);
    },
  };
}

/** A page whose short name contains one of these is a service of the site or a list, not an article. */
export const SERVICE_WORDS = listOf(
  // Accounts, subscriptions, money.
  'login signin signup register registration logout account accounts konto anmelden profile profiles user users admin dashboard',
  'subscribe subscriber subscribers subscription subscriptions abo abos abonnement abonnements abonner abbonamenti suscripcion suscripciones suscribete assinatura assine prenumerera abonnieren',
  'newsletter newsletters alerts donate donation donations donar spenden membership member members support supporters giving gift gifts rewards offers',
  'eedition e-edition epaper e-paper e-avis eavis advertise advertising advertisement mediadaten werbung publicidad publicite pubblicita anzeigen annonce sponsors partners',
  // Law and contact.
  'privacy datenschutz privacidad confidentialite cookie cookies terms conditions agb legal legals impressum imprint disclaimer copyright accessibility barrierefreiheit policy policies guidelines licensing',
  'contact contacts contacto contactez kontakt contatti contato about about-us ueber uber-uns ueber-uns quienes-somos chi-siamo qui-sommes-nous om-oss mission masthead staff team board leadership',
  'authors author autor autoren auteur autore contributors careers jobs job karriere stellenmarkt empleo empleos emploi lavoro vagas vacancies internships faq faqs help hilfe ayuda aide aiuto ajuda feedback corrections ethics transparency redaktion redaccion redaction redazione',
  'sitemap rss feeds feed widgets app apps mobile download captioning tips submit send share chat',
  // Games, markets, listings.
  'shop store shops classifieds coupons gutscheine deals marketplace auctions autos realestate real-estate immobilien crossword crosswords sudoku puzzles puzzle quiz quizzes games spiele juegos comics horoscope horoscopes horoskop horoscopo horoscopos oroscopo lottery lotto contest contests sweepstakes',
  'obituaries obituary obits traueranzeigen events event calendar kalender schedule schedules listings programme tv-guide tv-schedule tvguide fernsehprogramm programacion radar forecast closings traffic weather wetter meteo tiempo clima vremya stocks markets quotes boerse scores standings scoreboard fixtures results',
  // Lists.
  'tag tags topic topics tema temas thema themen category categories section sections series show shows sendungen podcast podcasts livestream live-stream mediathek videos photos galleries archive archives archiv archivo archivio search suche buscar recherche ricerca directory glossary home index initiatives projects resources awards',
);

/** These folders contain lists, people or goods. */
export const LIST_FOLDERS = listOf(
  'tag tags topic topics tema temas thema themen etiqueta etiquetas tagged label labels keyword keywords category categories categoria categorias kategorie rubrik rubriken rubrique rubriques section sections hub hubs genre browse channel channels collections series-list',
  'author authors autor autoren autores auteur auteurs autore autori staff contributor contributors columnist columnists profile profiles people person personalities team teams player players user users about about-us biographie bio search directory glossary',
  'login signin subscribe account accounts service customer-service customer-care help support legal jobs careers classifieds shop store product products produkt brand brands price prices quote quotes deals coupons offers sponsored sponsored-content advertorial partner-content program programs type podcast podcasts show shows tutorials lists guide guides recipes recipe',
);

/** These folders contain articles. */
export const ARTICLE_FOLDERS = listOf(
  'article articles artikel articolo articoli articulo articulos artigo story stories news-story noticia noticias nota notas post posts p actualite actualites actualidad nyheter nyhet uutiset uutinen nieuws aktuality wiadomosci novosti press-release press-releases news-articles video videos picture-gallery slideshows opinion opinions editorials columns a',
);

/** Sites whose pages are posts, profiles, films or goods, never an outlet's article. */
export const OTHER_SITES = listOf(
  'facebook.com instagram.com twitter.com x.com threads.net threads.com youtube.com youtu.be tiktok.com linkedin.com pinterest.com snapchat.com reddit.com redd.it whatsapp.com wa.me t.me telegram.me telegram.org bsky.app discord.com discord.gg twitch.tv vk.com ok.ru flipboard.com tumblr.com',
  'wikipedia.org wikimedia.org spotify.com amazon.com amazon.de amazon.co.uk ebay.com etsy.com imdb.com github.com patreon.com eventbrite.com legacy.com outbrain.com taboola.com doubleclick.net t.co',
);

/** First words of links to a site's services and lists. */
export const SERVICE_TEXT_WORDS = listOf(
  'skip sign log login subscribe donate advertise about contact privacy terms cookie cookies all view see more load show follow join help support newsletter newsletters buy shop download sponsored',
  'anzeige mehr alle zur abo anmelden jetzt voir plus tous toutes ver más suscríbete suscríbase todos vedi tutti abbonati assine veja',
);

/** First words of links that only say that there is more to read. */
export const MORE_WORDS = listOf(
  'read continue full more view see watch weiter weiterlesen mehr zum lire voir plus leer seguir ver leggi continua ler lees lês läs les czytaj читать подробнее читати детальніше прочитајте опширније pročitajte opširnije διαβάστε περισσότερα devamı devamını haberin اقرأ לכתבה อ่านต่อ อ่านเพิ่มเติม 続きを読む もっと見る 阅读全文 閱讀全文 查看更多 查看全文 더보기 자세히',
);
