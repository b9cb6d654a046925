// What each side says in its own words, if reports agree on too little for a brief.
import { describe, expect, it } from 'vitest';
import { createWordRarity } from '../../../../engine/context/word-rarity.ts';
import { writeBrief } from '../../../../engine/context/write-brief.ts';
import { Brief } from '../../../../engine/schema-story-context.ts';
import { reportsOf, type Text } from './invented-reports.ts';

const LEFT =
  'Tenants in Northmark sued the council on Monday over mould in flats that the city has owned since spring.';
const CENTER =
  'The Northmark council was taken to court on Monday by forty tenants who want their rents of a year back.';
const RIGHT =
  'Forty residents of Northmark blame the council for damp walls, which owners say come from closed windows.';
const FURNITURE = 'Find out first what happens in the world as it unfolds with our free morning letter for readers.';

const LEFT_REPORT: Text = ['lefta', 'Northmark tenants sue over mould', `${FURNITURE} ${LEFT}`];
const CENTER_REPORT: Text = [
  'mid',
  'Council of Northmark before court',
  `He said more on Tuesday about the council of Northmark, the court heard. ${CENTER}`,
];
const RIGHT_REPORT: Text = ['righta', 'Damp walls: council of Northmark blamed', RIGHT];

function sidesOf(texts: readonly Text[], languages: readonly string[] = ['en']) {
  const brief = Brief.parse(
    writeBrief({ reports: reportsOf(...texts), conflicts: [], rarity: createWordRarity([]), languages }),
  );
  return brief.status === 'unknown' ? brief.sideSentences.map(({ source, text }) => [source.side, text]) : null;
}

describe('without a brief', () => {
  it('a sentence of each side stands alone, from left to right', () => {
    expect(sidesOf([RIGHT_REPORT, LEFT_REPORT, CENTER_REPORT])).toEqual([
      ['left', LEFT],
      ['center', CENTER],
      ['right', RIGHT],
    ]);
  });

  it('a single side is shown beside another outlet, and unrated outlets are not a side', () => {
    expect(sidesOf([LEFT_REPORT, ['nobody', 'Northmark court', CENTER]])).toEqual([
      ['left', LEFT],
      [null, CENTER],
    ]);
    expect(sidesOf([LEFT_REPORT, ['leftb', 'Northmark court', CENTER]])?.map(([side]) => side)).toEqual([
      'left',
      'left',
    ]);
  });

  it('an outlet at a far end speaks for its side only where nobody else does', () => {
    const far: Text = ['farright', 'Damp walls: council of Northmark blamed', RIGHT];
    const milder = 'Forty tenants of Northmark want the council to pay a year of rent back over mould in their flats.';
    expect(sidesOf([LEFT_REPORT, CENTER_REPORT, far])).toContainEqual(['right', RIGHT]);
    expect(sidesOf([LEFT_REPORT, far, ['rightb', 'Northmark tenants want rents back', milder]])).toContainEqual([
      'right',
      milder,
    ]);
  });

  it('one sentence, or two of one outlet, are not enough to compare', () => {
    expect(sidesOf([LEFT_REPORT, ['righta', 'Damp walls: council of Northmark blamed', FURNITURE]])).toEqual([]);
    expect(sidesOf([RIGHT_REPORT, ['righta', 'Northmark court', CENTER]])).toEqual([]);
  });

  it('an agency’s sentence in two outlets is quoted once', () => {
    const same = LEFT.replace('since spring', 'since last spring');
    expect(sidesOf([LEFT_REPORT, CENTER_REPORT, ['rightb', 'Tenants sue Northmark', same]])).toEqual([
      ['left', LEFT],
      ['center', CENTER],
    ]);
  });

  it('captions are not quoted', () => {
    const caption: Text = [
      'righta',
      'Northmark court',
      'Mayor Ada Lindqvist of Northmark and the Court of Northmark on Monday.',
    ];
    expect(sidesOf([LEFT_REPORT, CENTER_REPORT, caption])?.map(([side]) => side)).toEqual(['left', 'center']);
  });

  it('opinion does not speak for a side', () => {
    const opinion: Text = ['righta', 'Damp walls: council of Northmark blamed', RIGHT, { kind: 'opinion' }];
    expect(sidesOf([LEFT_REPORT, CENTER_REPORT, opinion])?.map(([side]) => side)).toEqual(['left', 'center']);
  });

  it('an answer of an older server without them has none', () => {
    expect(Brief.parse({ status: 'unknown', reason: 'little-agreement', reports: 3 })).toMatchObject({
      notCompared: null,
      sideSentences: [],
    });
  });
});
