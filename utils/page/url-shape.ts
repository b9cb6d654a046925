// What an address alone says about its page: root, date, headline slug, number, and words like /tag/, /forum/ or /docs/.

export type UrlShape = {
  /** The site's own front page: no path, or only a country or language. */
  readonly isRoot: boolean;
  /** Path segments, lower case, without empty ones. */
  readonly depth: number;
  /** Words of the longest hyphenated segment. */
  readonly slugWords: number;
  /** A full date in the path, as YYYY-MM-DD, or YYYY-MM. */
  readonly date: string;
  /** An article number: at least five digits in the last segments. */
  readonly hasNumber: boolean;
  /** A kind that a word of the address names, with no regard to the page. */
  readonly hint:
    | 'section'
    | 'search'
    | 'product'
    | 'forum'
    | 'docs'
    | 'stub'
    | 'legal'
    | 'article'
    | 'media'
    | 'live'
    | null;
  /** Ends like a folder of one or two plain words: /politics/, /sport/football. */
  readonly isFolder: boolean;
};

const LOCALE =
  /^(?:[a-z]{2}|[a-z]{2}[-_][a-z]{2}|int|international|global|edition|english|www|index|home|homepage|start|startseite|default|main)(?:\.(?:s?html?|php|aspx?|jsp))?$/;
const HINTS: readonly (readonly [NonNullable<UrlShape['hint']>, RegExp])[] = [
  ['search', /^(?:search|suche|buscar|busca|recherche|ricerca|zoeken|sok|szukaj|arama|find|results?)$/],
  [
    'section',
    /^(?:tags?|topics?|temas?|thema|themen|themes?|tema|category|categories|categoria|kategorie|rubriken?|rubrik|rubrique|sections?|authors?|autor|auteur|autore|contributors?|people|archives?|archiv|arxiv|collections?|product-category|listings?|browse|genre|latest|newest|trending|popular|page|feed|series|newsticker|overview|ranking|rankings|catalog|course-catalog|shop-all)$/,
  ],
  [
    'product',
    /^(?:products?|produkt|produkte|producto|produit|shop|store|dp|gp|item|itm|listing|p|buy|cart|checkout|sku|pd|app|pricing|preise|plans)$/,
  ],
  [
    'forum',
    /^(?:forums?|foren|threads?|showthread(?:\.php)?|viewtopic(?:\.php)?|thread-.*|questions?|q|t|r|u|community|discussions?|showtopic.*|messageboard|boards?|groups|issues|comments)$/,
  ],
  [
    'docs',
    /^(?:docs?|documentation|wiki|manual|reference|api|apis|api-reference|man|help|support|kb|knowledge-?base|faq|faqs|hc|javadoc|rfc|learn_web_development|developer|developers|w)$/,
  ],
  [
    'stub',
    /^(?:login|log-in|signin|sign-in|signup|sign-up|register|registration|anmelden|anmeldung|subscribe|subscription|abo|abonnement|account|konto|profile|auth|oauth|sso|consent|cookie-consent|password|newsletter|newsletters|paywall|checkout)$/,
  ],
  [
    'legal',
    /^(?:impressum|imprint|datenschutz.*|privacy.*|terms.*|agb|legal|disclaimer|about|about-us|ueber-uns|uber-uns|contact|contact-us|kontakt|jobs|careers?|karriere|advertise|mediadaten|sitemap|rss|cookies?|cookie-policy|mentions-legales|aviso-legal|colofon|services?|solutions?|departments?|features?|testimonials?|team|customers|partners|software)$/,
  ],
  ['live', /^(?:live|liveblog|live-blog|liveticker|live-news|en-direct|endirecto|en-vivo|directo|ao-vivo)$/],
  [
    'media',
    /^(?:videos?|watch|audio|podcasts?|gallery|galleries|galerie|fotostrecke|fotos|photos|slideshow|bilder|bildergalerie|mediathek|multimedia|picture-gallery|av)$/,
  ],
  [
    'article',
    /^(?:articles?|artikel|story|stories|noticias?|nota|blog|blogs|posts?|news-story|opinion|opinions|meinung|kommentar|press-releases?|releases?|newsroom|archive)$/,
  ],
];

const DATE = /(?:^|[/\-_.])((?:19|20)\d\d)[/\-_.]?(0[1-9]|1[0-2]|[a-z]{3})[/\-_.]?(0[1-9]|[12]\d|3[01])(?=$|[/\-_.])/i;
const SLASHED_DATE = /\/((?:19|20)\d\d)\/(\d\d?|[a-z]{3})(?:\/(\d\d?))?(?=\/)/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function toMonth(written: string): number {
  const number = Number(written);
  return Number.isNaN(number) ? MONTHS.indexOf(written.toLowerCase()) + 1 : number;
}

function findUrlDate(path: string): string {
  const parts = SLASHED_DATE.exec(path) ?? DATE.exec(path);
  if (parts === null) return '';
  const [, year, written = '', day] = parts;
  const month = toMonth(written);
  if (month < 1 || month > 12 || Number(day) > 31) return '';
  const start = `${year}-${String(month).padStart(2, '0')}`;
  return day === undefined ? start : `${start}-${day.padStart(2, '0')}`;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export function readUrlShape(url: URL): UrlShape {
  const path = decodePath(url.pathname.slice(0, 1000));
  const segments = path
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  const last = segments.at(-1) ?? '';
  const isQueryPage = /[?&](?:p|id|article|story|artid|nid|storyid|articleid|page_id)=/i.test(url.search);
  let slugWords = 0;
  for (const segment of segments) {
    const words = segment.split(/[-_–+ .,;:]+/).filter((word) => /\p{L}/u.test(word)).length;
    // Scripts without spaces, and slugs without hyphens, still carry a headline when they are long.
    slugWords = Math.max(slugWords, words, /[\u0250-\uffff]{8}/.test(segment) ? 4 : 0);
  }
  const tail = segments.slice(-2).join('/');
  return {
    isRoot: segments.every((segment) => LOCALE.test(segment)) && !isQueryPage && segments.length <= 2,
    depth: segments.length,
    slugWords,
    date: findUrlDate(path),
    hasNumber: /\d{5}/.test(tail) || isQueryPage,
    hint: findHint(segments, url),
    isFolder:
      segments.length <= 3 &&
      segments.length > 0 &&
      slugWords <= 3 &&
      !/\d{4}/.test(path) &&
      (path.endsWith('/') || !last.includes('.')),
  };
}

function findHint(segments: readonly string[], url: URL): UrlShape['hint'] {
  if (/[?&](?:s|q|query|search|keyword|keywords)=[^&]/i.test(url.search)) return 'search';
  if (/^(?:forums?|community|answers|discuss|discourse|boards?|ask)\d*\./.test(url.hostname)) return 'forum';
  if (/^(?:docs?|wiki|help|support|developers?|learn|manual|man|api|kb|guides)\./.test(url.hostname)) return 'docs';
  if (/^(?:shop|store)\./.test(url.hostname)) return 'product';
  for (const [hint, pattern] of HINTS) {
    // The last segment is the page's own name: a story slug may well be "search", but it has more words.
    for (const segment of segments.slice(0, 6))
      if (pattern.test(segment.replace(/\.(?:s?html?|php|aspx?|cfm|jsp)$/, ''))) return hint;
  }
  return null;
}
