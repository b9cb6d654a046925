// Guesses a page's kind from single words of its address, such as /tag/, /forum/ or /docs/.
import { toWordSet } from '../../engine/text/word-set.ts';
import { readOwnName } from './plain-address.ts';

export type UrlHint = {
  readonly kind: 'section' | 'search' | 'product' | 'forum' | 'docs' | 'stub' | 'legal' | 'article';
  /** True if the word is the page's own name or in its host, false if it names a folder above the page. */
  readonly isOwn: boolean;
};

const HOSTS: readonly (readonly [UrlHint['kind'], RegExp])[] = [
  ['forum', /forum|^(?:community|answers|discuss|discourse|boards?|ask)\d*\./],
  ['legal', /^(?:jobs?|careers)\./],
  ['docs', /^(?:docs?|wiki|help|support|developers?|manual|man|api|kb|guides)\./],
  ['product', /^(?:shop|store)\./],
];

/**
 * In order of precedence: the first kind with a word of the address decides. Each kind has names of pages and folders,
 * names of pages alone, and names of folders alone.
 */
const WORDS: readonly (readonly [UrlHint['kind'], string, string, string])[] = [
  [
    'forum',
    'forum+ foren showthread viewtopic discussions messageboard board+ issues',
    'community comments',
    'thread+ topic questions r',
  ],
  [
    'article',
    '',
    '',
    'article+ artikel story stories blog+ post+ noticia+ nota news-story press-release+ releases newsroom',
  ],
  [
    'product',
    'product+ buy',
    'shop store cart checkout pricing preise plans',
    'produkt produkte producto produit dp gp item itm listing+ p sku pd app',
  ],
  [
    'docs',
    'docs documentation manual reference support hilfe ayuda aide',
    'api help faq+ developer+',
    'doc wiki apis api-reference man kb knowledge-base javadoc rfc',
  ],
  [
    'stub',
    'login signin signup register account auth',
    'log-in sign-in sign-up registration anmelden subscribe subscription abo konto profile consent newsletter+',
    'oauth sso',
  ],
  [
    'legal',
    'legal services solutions customers',
    'privacy terms agb disclaimer about about-us ueber-uns uber-uns contact contact-us kontakt jobs careers karriere advertise mediadaten sitemap rss cookies testimonials team partners donate spenden support-us contacto contato contatti',
    'service departments why-us software features-overview products',
  ],
  [
    'section',
    'tag+ topic+ tema+ thema themen category categories rubrik author+ collections browse genre trending catalog',
    'rubriken section+ archive+ archiv listing latest newest popular feed newsticker overview rankings news nachrichten aktuelles schlagzeilen noticias blog stories articles artikel podcasts videos live opinion meinung',
    'autor auteur contributors product-category page series catalogue course-catalog cat c l brand+ directory shopping jobs courses',
  ],
];

const namesOf = (...lists: readonly string[]) => toWordSet(lists.join(' '));

const SETS = WORDS.map(([kind, both, own, folder]) => ({
  kind,
  own: namesOf(both, own),
  folder: namesOf(both, folder),
}));

/** Page names of forum software, with the topic after them. */
const FORUM_PAGE = /^(?:showtopic|showthread|viewtopic|viewforum|thread-\d)/;
const STORY_FOLDERS = new Set(['article', 'articles', 'story', 'stories', 'news', 'blog']);
/** Archives by year, month or day. */
const ARCHIVE_PATH = /\/(?:19|20)\d\d(?:\/\d\d?){0,2}\/?$/;
/** "privacy-policy-for-residents" is a notice, "privacy-groups-sue-over-cameras" a headline. */
const LEGAL_WORDS_MAX = 4;
const LEGAL_NAME =
  /^(?:datenschutz|impress?z?um|imprint|privacy(?:-|v)|nutzungsbedingungen|terms-(?:of|and)|cookie-|(?:o-nas|o-nama|om-oss?|over-ons|rolunk|reda[kc]\w+|hakkimizda|chi-siamo|qu(?:i|ienes|em)-som\S+)$|polit\w+-(?:de-)?(?:confid|priv|pryw)|(?:aviso|mentions|note)-legal|kullanim-k)/;

export function findUrlHint(segments: readonly string[], url: URL): UrlHint | null {
  if (ARCHIVE_PATH.test(url.pathname)) return { kind: 'section', isOwn: true };
  // Help centers call their pages articles: /hc/en-us/articles/….
  if (segments[0] === 'hc') return { kind: 'docs', isOwn: true };
  const byHost = HOSTS.find(([, host]) => host.test(url.hostname));
  // A folder of stories says more than the host: developers.example.com/blog/… is an article.
  if (byHost !== undefined && !segments.slice(0, -1).some((name) => STORY_FOLDERS.has(name))) {
    return { kind: byHost[0], isOwn: true };
  }
  const own = readOwnName(segments);
  const folders = segments.slice(0, -1).slice(0, 8);
  for (const { kind, own: names, folder } of SETS) {
    if (kind === 'forum' && FORUM_PAGE.test(own)) return { kind, isOwn: true };
    if (kind === 'legal' && LEGAL_NAME.test(own) && own.split('-').length <= LEGAL_WORDS_MAX)
      return { kind, isOwn: true };
    if (own !== '' && names.has(own)) return { kind, isOwn: true };
    if (folders.some((name) => folder.has(name))) return { kind, isOwn: false };
  }
  return null;
}
