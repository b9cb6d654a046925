// Weighs the signs of manuals, services and notices, whose text has the same structure as an article's.
import { toWordSet } from '../../engine/text/word-set.ts';
import { CONSENT } from './consent.ts';
import { metaOf } from './meta.ts';
import type { PageEvidence, PageFacts } from './page-facts.ts';
import type { Evidence } from './scale.ts';

export const MANUAL = -3.25;

export function weighSigns(page: PageEvidence): Evidence[] {
  const { meta, shape, structure, things, main, url } = page;
  const { bodyWeight, body, salesCalls, links } = structure;
  const hint = shape.hint?.kind;
  const isManual = hint === 'docs' || MANUAL_GENERATOR.test(metaOf(meta, 'generator').toLowerCase());
  const isDated = main !== null && main.datePublished !== '' && !main.types.includes('techarticle');
  const isConsent = main === null && bodyWeight < CONSENT_MAX && body.some(({ text }) => CONSENT.test(text));
  const hasSign =
    main !== null ||
    meta.has('article:published_time') ||
    /article/i.test(metaOf(meta, 'og:type')) ||
    isNamed(page) ||
    hint === 'article';
  return [
    [isManual, MANUAL, 'a manual'],
    [hint === 'docs' && things.some(({ types }) => types.includes('techarticle')), -1, 'technical'],
    [isManual && isDated, 1, 'but a dated article'],
    [isLegalTitle(page), -4.5, 'a legal notice'],
    [isConsent, -4.5, 'asks for consent'],
    [main === null && salesCalls >= 2, -1, 'calls to buy'],
    [main === null && SERVICE_SLUG.test(url.pathname), -1, 'service name'],
    [!hasSign && shape.isFolder, bodyWeight / (links + 1) < 60 ? -1.5 : -1, 'no sign, a folder'],
    [!hasSign && bodyWeight > 3_000 && bodyWeight / body.length > 300, 1.5, 'long paragraphs'],
  ];
}

/** The address contains a headline or a date, as an article's does. */
function isNamed({ shape }: PageFacts): boolean {
  return shape.slugWords >= 4 || shape.date !== '';
}

/** In Latin-like characters: with more text there is an article beside the request for consent. */
const CONSENT_MAX = 1_500;

const MANUAL_GENERATOR =
  /bookdown|docusaurus|mkdocs|sphinx|gitbook|mdbook|vuepress|vitepress|docfx|asciidoctor|doxygen|javadoc|dokuwiki|mediawiki/;

const SERVICE_SLUG =
  /[-/](?:services?|solutions?|packages?|pricing|products?|software|platform|consulting|agency)\/?$/i;

/** First three letters of the titles below. The pattern is compiled only for titles that begin with them. */
const LEGAL_STARTS = toWordSet('imp dat pri coo ter agb nut all men pol avi leg dis abo übe con kon');
/** The usual titles of legal notices and of pages about a site. */
const LEGAL_TITLE =
  /^(?:impressum|imprint|datenschutz\S*|privacy(?: policy| notice| statement)?|cookie\S*(?: policy)?|terms (?:of|and|&)[\w &]+|terms|agb|nutzungsbedingungen|allgemeine geschäftsbedingungen|mentions légales|politique de confidentialité|aviso legal|política de privacidad|legal notice|disclaimer|about(?: us)?|über uns|contact(?: us)?|kontakt)(?=$|\s*[|–—:-]|\s(?:der|von|of|for|bei|auf)\s)/i;

function isLegalTitle({ documentTitle, structure }: PageFacts): boolean {
  return (
    LEGAL_STARTS.has(documentTitle.trimStart().slice(0, 3).toLowerCase()) &&
    LEGAL_TITLE.test(documentTitle) &&
    (structure.headings.length === 0 || structure.headings.some(({ text }) => LEGAL_TITLE.test(text)))
  );
}
