// Turns the HTML that feeds put into titles and summaries into plain text, with a real parser and within limits.
import { Parser } from 'htmlparser2';
import { decodeBytes } from '../text/decode-bytes.ts';
import { INVISIBLE } from '../text/invisible-marks.ts';

/** In characters. Feeds may carry whole articles, of which only the beginning is used. */
const HTML_MAX = 100_000;
/** Deeper markup is not read: the parser's work grows with the square of the depth. */
const DEPTH_MAX = 150;

const DROPPED: ReadonlySet<string> = new Set(
  'script style noscript template iframe object svg math head select textarea figcaption button form'.split(' '),
);
const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** @param max length after which reading stops; the text may come out a little longer */
export function htmlToText(html: string, max: number): string {
  const text = readText(html, max);
  // The text was encoded twice if markup or entities came out.
  return /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(text)
    ? readText(text, max)
    : text;
}

/** For text declared as plain: tags stay as text, but entities that were encoded twice are decoded. */
export function decodeText(text: string, max: number): string {
  return text.includes('&') ? readText(text.replaceAll('<', '&lt;'), max) : clean(text.slice(0, HTML_MAX));
}

function readText(html: string, max: number): string {
  // "a < b" has no tag, and a tag that is never closed would swallow the rest.
  if (!html.includes('<') && !html.includes('&')) return clean(html.slice(0, HTML_MAX));
  const source = html.includes('>') ? html.slice(0, HTML_MAX) : html.slice(0, HTML_MAX).replaceAll('<', '&lt;');
  const pieces: string[] = [];
  let length = 0;
  let depth = 0;
  let dropped = 0;
  const parser = new Parser(
    {
      onopentagname(name) {
        depth += 1;
        if (DROPPED.has(name)) dropped += 1;
        if (!INLINE.has(name)) pieces.push(' ');
        if (depth > DEPTH_MAX) parser.pause();
      },
      onclosetag(name) {
        depth -= 1;
        if (DROPPED.has(name)) dropped -= 1;
        if (!INLINE.has(name)) pieces.push(' ');
      },
      ontext(data) {
        if (dropped > 0) return;
        pieces.push(data);
        length += data.length;
        if (length > max * 2) parser.pause();
      },
    },
    { recognizeCDATA: true },
  );
  parser.write(source);
  parser.end();
  return clean(pieces.join(''));
}

function clean(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[\x80-\x9f]/g, toWindows)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** HTML reads character references 128 to 159 as Windows-1252, which old systems mean; XML parsers do not. */
const toWindows = (control: string): string => WINDOWS[control.charCodeAt(0) - 0x80] ?? control;
/** Made once: a decoder for each character would take a second for a text full of them. */
const WINDOWS = Array.from({ length: 32 }, (_, index) => decodeBytes(Uint8Array.of(0x80 + index), null));
