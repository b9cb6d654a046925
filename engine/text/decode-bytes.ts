// Detects the encoding of a feed's or a file's bytes and decodes them.
//
// In this order: byte order mark or the pattern of UTF-16, which are never there by accident; bytes that are valid UTF-8
// throughout, whatever the label says; HTTP header, as in RFC 7303; the document's own declaration; else Windows-1252, which
// old publishing systems send and spreadsheets save.

const DECLARATION_BYTES = 1024;

export function decodeBytes(bytes: Uint8Array, contentType: string | null): string {
  const marked = encodingOfMark(bytes);
  const label = marked ?? encodingOfPattern(bytes) ?? charsetOf(contentType) ?? declaredIn(bytes);
  if (label === null || /^utf-?8$/i.test(label)) return decodeUtf8(bytes, { isMarked: marked !== null });
  if (marked === null && isCertainlyUtf8(bytes)) return new TextDecoder().decode(bytes);
  return createDecoder(label)?.decode(bytes) ?? decodeUtf8(bytes, { isMarked: false });
}

/**
 * Text in other encodings is hardly ever valid UTF-8 by chance, whereas outdated labels do occur. Pure ASCII bytes may also be UTF-16
 * or ISO-2022, which contain NUL or ESC.
 */
function isCertainlyUtf8(bytes: Uint8Array): boolean {
  return !bytes.includes(0) && !bytes.includes(0x1b) && isUtf8(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function encodingOfMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return null;
}

/** UTF-16 without a byte order mark, recognised by "<?" in two bytes a character. */
function encodingOfPattern([a, b, c, d]: Uint8Array): string | null {
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  return null;
}

function charsetOf(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1] ?? null;
}

function declaredIn(bytes: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION_BYTES));
  const xml = /^[\s\S]{0,20}<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(start);
  const html = /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(start);
  const label = (xml ?? html)?.[1] ?? null;
  // A declaration that was readable byte by byte is not UTF-16, whatever it claims.
  return label !== null && /^(?:utf-?16|ucs-?2|u16)/i.test(label) ? 'utf-8' : label;
}

function decodeUtf8(bytes: Uint8Array, { isMarked }: { readonly isMarked: boolean }): string {
  const isUnicode = isMarked || isUtf8(bytes) || isMostlyUtf8(bytes);
  return (isUnicode ? new TextDecoder() : createOtherDecoder(bytes)).decode(bytes);
}

/** For bytes that are not UTF-8: a server may label everything UTF-8, so the document's declaration is tried as well. */
function createOtherDecoder(bytes: Uint8Array): TextDecoder {
  const declared = createDecoder(declaredIn(bytes) ?? '');
  return declared === null || declared.encoding === 'utf-8' ? new TextDecoder('windows-1252') : declared;
}

/** A few invalid bytes in an otherwise valid UTF-8 text must not turn all of it into another encoding. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let letters = 0;
  for (const char of text) {
    if (char === '\ufffd') broken += 1;
    else if (char > '\u007f') letters += 1;
  }
  return letters > broken; // other encodings have next to no valid sequences of several bytes
}

/** Null for an unknown encoding. */
function createDecoder(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
