// Agencies credited in brackets at the end of an article.
import { describe, expect, it } from 'vitest';
import { findFootCredit } from '../../../../utils/page/foot-credit.ts';
import type { PageFacts } from '../../../../utils/page/page-facts.ts';

const credit = (text: string) => findFootCredit({ structure: { body: [{ text }] } } as unknown as PageFacts);

describe('findFootCredit', () => {
  it.each([
    ['… teilte die Polizei am Dienstag mit. (dpa)', 'dpa'],
    ['… teilte die Polizei am Dienstag mit. (dpa/lsw)', 'dpa'],
    ['… selon la police. (avec AFP)', 'AFP'],
    ['… police said on Tuesday. (Reuters).', 'Reuters'],
    ['…と警察は話した。（共同）', '共同'],
    ['…と警察は話した。〔時事〕', '時事'],
    ['…警方表示。（新华社）', '新华社'],
    ['… саопштила је полиција. (Танјуг)', 'Танјуг'],
    ['… police said on Tuesday.', null],
    ['The ferry off Lindau (Photo by Ada Lind / AFP)', null],
    ['Die Fähre vor Lindau (Foto: Ada Lind/dpa)', null],
    ['Паром у Линдау (фото: AFP)', null],
    ['… said the Northport Fire Brigade (NFB)', null],
    ['… a plan called (MAP of the harbour)', null],
    ['The AFP said so (on Tuesday)', null],
  ])('%s', (text, expected) => {
    expect(credit(text)).toBe(expected);
  });
});
