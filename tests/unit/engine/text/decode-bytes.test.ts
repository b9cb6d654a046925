// Encodings of feeds and files: by byte order mark, header, declaration or byte pattern, and if all of them are wrong.
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../../engine/text/decode-bytes.ts';

const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean, mark = '') =>
  Uint8Array.from(mark + text, (char) => char.charCodeAt(0)).reduce<Uint8Array>(
    (bytes, _, index) => {
      const unit = (mark + text).charCodeAt(index);
      bytes[index * 2 + (isLittle ? 0 : 1)] = unit & 0xff;
      bytes[index * 2 + (isLittle ? 1 : 0)] = unit >> 8;
      return bytes;
    },
    new Uint8Array((mark + text).length * 2),
  );
const xml = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;

describe('decodeBytes', () => {
  it.each([
    ['UTF-8 unsaid', utf8('<a>é漢</a>'), null, '<a>é漢</a>'],
    ['UTF-8 with a mark', utf8('\ufeff<a>é</a>'), 'text/xml; charset=iso-8859-1', '<a>é</a>'],
    ['Latin-1 by declaration', latin1(xml('iso-8859-1', 'é')), null, xml('iso-8859-1', 'é')],
    ['Latin-1 by header', latin1('<a>é</a>'), 'text/xml; charset="ISO-8859-1"', '<a>é</a>'],
    ['header before declaration', utf8(xml('iso-8859-1', 'é')), 'text/xml;charset=utf-8', xml('iso-8859-1', 'é')],
    ['UTF-8 labelled Latin-1', utf8(xml('iso-8859-1', 'é')), 'text/xml; charset=latin1', xml('iso-8859-1', 'é')],
    ['UTF-8 labelled EUC-JP', utf8('<a>漢字</a>'), 'text/xml; charset=euc-jp', '<a>漢字</a>'],
    ['UTF-8 labelled KOI8-R', utf8(xml('koi8-r', 'Да')), null, xml('koi8-r', 'Да')],
    ['UTF-8 labelled UTF-16', utf8('<a>é</a>'), 'text/xml; charset=utf-16', '<a>é</a>'],
    ['EUC-JP by header', latin1('<a>\xb4\xc1\xbb\xfa</a>'), 'text/xml; charset=euc-jp', '<a>漢字</a>'],
    ['KOI8-R by declaration', latin1(xml('koi8-r', '\xe4\xc1')), null, xml('koi8-r', 'Да')],
    ['ISO-2022-JP by header', latin1('<a>\x1b$B4A;z\x1b(B</a>'), 'text/xml; charset=iso-2022-jp', '<a>漢字</a>'],
    ['UTF-16LE by header', utf16('<a>e</a>', true), 'text/xml; charset=utf-16', '<a>e</a>'],
    ['Latin-1 unsaid', latin1('<a>é</a>'), null, '<a>é</a>'],
    ['Cyrillic by declaration', latin1(xml('windows-1251', '\xc4\xe0')), null, xml('windows-1251', 'Да')],
    [
      'Cyrillic by declaration that a server calls UTF-8',
      latin1(xml('windows-1251', '\xc4\xe0')),
      'text/xml; charset=utf-8',
      xml('windows-1251', 'Да'),
    ],
    ['Latin-1 that calls itself UTF-8', latin1(xml('utf-8', 'é')), 'text/xml; charset=utf-8', xml('utf-8', 'é')],
    ['UTF-16LE with a mark', utf16('<a>é</a>', true, '\ufeff'), null, '<a>é</a>'],
    ['UTF-16BE with a mark', utf16('<a>é</a>', false, '\ufeff'), null, '<a>é</a>'],
    ['UTF-16LE by pattern', utf16('<?xml?><a>é</a>', true), null, '<?xml?><a>é</a>'],
    ['UTF-16BE by pattern', utf16('<?xml?><a>é</a>', false), null, '<?xml?><a>é</a>'],
    ['UTF-16 declared in single bytes', utf8(xml('utf-16', 'é')), null, xml('utf-16', 'é')],
    ['an encoding that nobody knows', utf8(xml('bogus', 'é')), null, xml('bogus', 'é')],
    ['a meta charset', latin1('<html><meta charset="windows-1252">\xe9'), null, '<html><meta charset="windows-1252">é'],
    ['one broken byte in UTF-8', Uint8Array.of(...utf8('ééééé'), 0xff), null, 'ééééé\ufffd'],
    [
      'a character cut in UTF-8 with few others',
      Uint8Array.of(...utf8('It’s “over”'), 0xe2, 0x80, 0x20),
      'text/xml; charset=utf-8',
      'It’s “over”\ufffd ',
    ],
    [
      'UTF-16LE by pattern, labeled otherwise',
      utf16('<?xml?><a>é</a>', true),
      'text/xml; charset=utf-8',
      '<?xml?><a>é</a>',
    ],
    [
      'UTF-16BE by pattern, labeled without its order',
      utf16('<?xml?><a>é</a>', false),
      'text/xml; charset=utf-16',
      '<?xml?><a>é</a>',
    ],
    ['nothing', new Uint8Array(), null, ''],
  ])('%s', (_, bytes, contentType, text) => {
    expect(decodeBytes(bytes, contentType)).toBe(text);
  });
});
