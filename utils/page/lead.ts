// Takes the first paragraphs of the article, without boilerplate, as its lead. Uses declared summaries only if the page
// shows hardly any text.

import { LEAD_MAX } from '../../engine/limits.ts';
import { CONSENT } from './consent.ts';
import { metaOf } from './meta.ts';
import type { PageEvidence } from './page-facts.ts';
import { comparable, cutText, toPlainText } from './plain-text.ts';
import type { Structure } from './structure.ts';
import type { Paragraph } from './text-blocks.ts';

/**
 * Beginnings of paragraphs that are boilerplate. Strings, because one regular expression of them all takes long to
 * compile.
 */
const BOILERPLATE = (
  'advertisement|anzeige|sign up|sign me up|subscribe|newsletter|read more|read also|lesen sie auch|mehr zum thema|' +
  'follow us|share this|listen to|photo:|photograph:|image:|foto:|bild:|crédit photo|' +
  'getty images|copyright ©|copyright (c)|copyright 2|©|' +
  'all rights reserved|cookies|we use cookies|wir verwenden|nous utilisons|update:|updated:|published:|last updated|please enable javascript|by clicking|by signing|get our|' +
  'i would like to be emailed|a post shared by|view this post|this site is protected|log in to|' +
  'support our journalism|support independent journalism|abonnieren|' +
  'jetzt abonnieren|inscrivez-vous|abonnez-vous|suscríbete|iscriviti|join our daily|' +
  'we value your privacy|an dieser stelle finden sie|empfohlener redaktioneller inhalt|' +
  'diesen artikel anhören'
).split('|');
/** "Follow the Courier on X", "This article was first …". */
const NOTICE =
  /^(?:follow .{3,40} on (?:twitter|facebook|x|instagram)|this (?:article|story) (?:was|is|has|originally)\b|already a (?:subscriber|member)\b)/;

/** Matches whole words only: reports may begin with "Subscribers" or "Anzeigen gegen …". */
function isBoilerplate(text: string): boolean {
  const start = text.slice(0, 80).toLowerCase();
  return (
    BOILERPLATE.some((beginning) => start.startsWith(beginning) && !isWithinWord(start, beginning.length)) ||
    NOTICE.test(start) ||
    CONSENT.test(start)
  );
}

const isWithinWord = (text: string, at: number) => isLetter(text.charAt(at - 1)) && isLetter(text.charAt(at));

const isLetter = (character: string) => character !== character.toUpperCase();

/** In Latin-like characters: less text under a heading is a standfirst, not an article. */
const ARTICLE_WEIGHT_MIN = 400;

/** The text under the heading that is the title, if the page appends other articles. Else the page's body. */
function textOfArticle({ headings, running, body }: Structure, headline: string): readonly Paragraph[] {
  const index = headings.findIndex(({ text }) => comparable(text) === headline);
  if (headings.length < 2 || index < 0) return body;
  const { under = 0 } = running.find(({ element }) => element === body[0]?.element) ?? {};
  // The body follows no other title. Further <h1> elements are then headings of parts of the text, as on some sites.
  if (index === 0 && (under === 0 || headings[under]?.isTitle !== true)) return body;
  const own = running.filter(({ under }) => under === index);
  return own.reduce((sum, { weight }) => sum + weight, 0) >= ARTICLE_WEIGHT_MIN ? own : body;
}

export function decideLead({ structure, meta, main }: PageEvidence, title: string): string {
  const headline = comparable(title);
  const taken: string[] = [];
  let length = 0;
  for (const { text } of textOfArticle(structure, headline)) {
    if (length >= LEAD_MAX) break;
    if (isBoilerplate(text) || comparable(text) === headline || taken.includes(text)) continue;
    taken.push(text);
    length += text.length + 1;
  }
  if (length >= 200) return cutText(taken.join('\n'), LEAD_MAX);
  const declared =
    main?.body ||
    taken.join('\n') ||
    toPlainText(metaOf(meta, 'og:description', 'description', 'twitter:description', 'dc.description'), LEAD_MAX);
  return cutText(declared || (main?.description ?? ''), LEAD_MAX);
}
