// Decides the author line: declared persons, then visible bylines and datelines, then a declared outlet. Addresses and
// labels are dropped.
import { toWordSet } from '../../engine/text/word-set.ts';
import { findByline, LABEL, MAIL } from './bylines.ts';
import { metaOf } from './meta.ts';
import type { PageEvidence } from './page-facts.ts';
import { comparable, toPlainText } from './plain-text.ts';

const AUTHOR_MAX = 200;
const NAMES =
  'author article:author parsely-author sailthru.author dc.creator dcterms.creator byl article.author'.split(' ');

/** Types whose author is not the article's: a review of a product, a video or a podcast that the page also declares. */
const OTHER_WORKS = /product|review|video|claim|image|audio|mediaobject|book|movie|podcast/;

type AuthorSources = {
  readonly siteName: string;
  readonly bylines: () => readonly string[];
  /** Short texts near the headline. */
  readonly near: () => readonly string[];
  readonly lead: string;
};

/** `bylines` is called only if no person is declared, `near` only if there are no bylines either. */
export function decideAuthor(
  { url, meta, things, main }: PageEvidence,
  { siteName, bylines, near, lead }: AuthorSources,
): string | null {
  const twitter = /by|author|von|par|autor|verfasst/i.test(metaOf(meta, 'twitter:label1'))
    ? metaOf(meta, 'twitter:data1')
    : '';
  const others = things.filter(({ isTop, types }) => isTop && !types.some((type) => OTHER_WORKS.test(type)));
  const declared = [
    // A ClaimReview is written for search engines, and its author is the outlet.
    cleanNames((main?.types.includes('claimreview') ? null : main?.authors) ?? []),
    ...NAMES.map((name) => cleanNames(meta.get(name) ?? [])),
    cleanNames([twitter]),
    ...others.map(({ authors }) => cleanNames(authors)),
  ].filter((author) => author !== '');
  const outlet = [siteName, main?.publisher ?? '', url.hostname.replace(/^www\./, '')].map(comparable);
  const isOutlet = (author: string) => outlet.includes(comparable(author));
  const seen = () =>
    bylines()
      .map((name) => cleanNames([name]))
      .find((name) => name !== '' && !isOutlet(name));
  const author =
    declared.find((name) => !isOutlet(name)) ??
    seen() ??
    (findByline(near(), (name) => cleanNames([name])) ||
      (DATELINE.exec(lead.slice(0, DATELINE_MAX))?.[0] ?? declared[0]));
  return author === undefined ? null : author.slice(0, AUTHOR_MAX);
}

/** The reporter in a dateline: "記者陳怡君／台北報導", "(서울=뉴스) 윤가람 기자 = ". */
const DATELINE = /(?<=記者\s?)[\u4e00-\u9fff]{2,4}(?=\s?[／/].{2,6}報導)|[가-힣]{2,4}(?= ?기자 ?[=\]])/;
/** In characters of the lead. */
const DATELINE_MAX = 40;

const NO_NAME = /^(?:https?:|[@/#]|www\.|\[object )|\.(?:com|org|net|html?)\b|\d{4}/i;
/**
 * An author line made of these words alone names no person: system accounts, newsrooms, roles. Spelled as `comparable`
 * returns them.
 */
const NOBODY = toWordSet(
  'by twitter facebook admin administrator null undefined none unknown anonymous guest user root author the our special staff news web ' +
    'online editor+ editorial team board desk newsdesk room newsroom writer+ reporter+ ' +
    'correspondent+ contributor+ agencies wire reports die la da onze redaktion redaktionen agenturen redaccion agencias ' +
    'redacao redazione redaction redactie redaksjonen toimitus redakcja redakce redakcia redakcija redactia szerkesztoseg ' +
    'haber merkezi редакция редакція редакцията редакция συνταξη تحریریه নিজস্ব প্রতিবেদক 编辑部 編集部 本报记者 本報記者 記者',
);

/** A person's role in one word. Plurals and newsrooms are left out, because they are not the role of one person. */
const ROLE_NAME =
  '(?:(?:editor|reporter|journalist|columnist|writer)(?:e|a|in)?|(?:korrespond|correspon|corrispon)\\S*|(?:chef)?reda[kc]t(?:eur|o|ø|ö)\\S*|rédac\\S+|periodista|jornalista|giornalista|inviat[ao]|verslaggever|toimittaja|dziennikar(?:z|ka)|muhabir\\S*|koment[aá]tor\\S*|כתבת?|журналист\\S*|корр?еспондент\\S*|обозреватель|редактор\\S*)';
/** A role after a comma: "Ada Lind, Political Correspondent", "…, Korrespondentin in Paris". */
const ROLE = new RegExp(`^(?:\\S+ ){0,2}(?:${ROLE_NAME}|\\S*reda[ck]\\S*|head of \\S+)(?: |$)`, 'i');
/** A host after a comma: "Ada Lind, courier.test". */
const HOST = /^[a-z\d-]+\.[a-z]+$/;
/** May stand between name and role: the "Political" of "Ada Lind Political Editor". */
const ADJECTIVE =
  '(?:(?:former|chief|senior|deputy|assistant|associate|managing|contributing|special|staff|national|foreign|world|local|pol[ií]ti\\S*|business|economics|health|science|education|environment|climate|crime|defen[cs]e|diplomatic|security|social|home|affairs|city|sports?|arts|culture|games|tech|technology|transport|investigations|digital|data|специальн\\S*) )';
/**
 * A role right after the name: "Ada Lind Political Editor", "Ada Lind Korrespondentin", "Ada Lind politiek
 * verslaggever".
 */
const ROLE_SUFFIX = new RegExp(
  `^((?!${ADJECTIVE})\\S+(?: (?!${ADJECTIVE})\\S+){1,4}?) ${ADJECTIVE}{0,3}${ROLE_NAME}(?: .*)?$`,
  'i',
);
/** A name in capitals before an outlet or a role: "ADA LIND Courier Staff Writer". */
const CAPITALS = /^([A-Z.'’-]+(?: [A-Z.'’-]+)+) [A-Z][a-z]+(?: .*)?$/;
const REPORTER_SUFFIX = /(?<=\S) 기자$/;

function isSomebody(name: string): boolean {
  return comparable(name)
    .split(' ')
    .some((word) => !NOBODY.has(word));
}

const AND = /( (?:and|und|et|y|e|og|och|en|i|и|&) )/;

/**
 * "Ada Lind Political Editor" is "Ada Lind". Names of two words are left alone, so that for most names the long pattern
 * need not be compiled.
 */
function withoutRole(name: string): string {
  const bare = name.split(' ').length > 2 ? name.replace(CAPITALS, '$1').replace(ROLE_SUFFIX, '$1') : name;
  return bare.replace(REPORTER_SUFFIX, '');
}

function cleanNames(names: readonly string[]): string {
  const kept: string[] = [];
  for (const name of names) {
    const text = toPlainText(name, AUTHOR_MAX)
      .replace(MAIL, '')
      .replace(LABEL, '')
      .split(/\s*,\s*/)
      .filter((part, index) => part !== '' && isSomebody(part) && !(index > 0 && (ROLE.test(part) || HOST.test(part))))
      .map((part) => part.split(AND).map(withoutRole).join(''))
      .join(', ')
      .replace(/^[\s,;]+|[\s,;]+$/g, '');
    if (text !== '' && !NO_NAME.test(text) && !kept.some((one) => comparable(one) === comparable(text)))
      kept.push(text);
  }
  return kept.join(', ');
}
