// Makes packs of single published values by AllSides and Ad Fontes Media, for the outlets in a reviewed list.
import type { RatingPack } from '../../engine/schema.ts';
import { adFontesOutlets, allSidesOutlets } from './corrections.ts';
import type { Row } from './table.ts';

/**
 * AllSides has five words. Its own meter runs from −6 to +6 with "left" −6 … −3, "lean left" −3 … −1 and "center" −1 … +1, which
 * is −3 … −1.5, −1.5 … −0.5 and ±0.5 on our scale. So lean is ±1, and the ends, which cover both our "left" and "far left", are
 * ±2, so that the word alone never claims the extreme.
 */
export function createAllSidesPack(rows: readonly Row[]): RatingPack {
  const values = Object.entries(allSidesOutlets).map(([id, name]) => {
    const row = rows.find((each) => each.news_source === name);
    if (row === undefined) throw new Error(`AllSides does not list "${name}" (${id})`);
    return [id, { value: row.rating ?? '', source: row.url ?? '' }] as const;
  });
  return {
    format: 'parallax-ratings-1',
    id: 'allsides-2019',
    name: 'AllSides: single ratings of 2019',
    rater: 'AllSides',
    rates: 'bias',
    scale: {
      type: 'steps',
      steps: [
        { value: 'left', name: 'Left', bias: -2 },
        { value: 'left-center', name: 'Lean left', bias: -1 },
        { value: 'center', name: 'Center', bias: 0 },
        { value: 'right-center', name: 'Lean right', bias: 1 },
        { value: 'right', name: 'Right', bias: 2 },
      ],
    },
    terms:
      'Single values cited as facts from the pages named beside them, as AllSides (allsides.com) published them in 2019, each a statement of opinion by that rater. Not its list: AllSides Media Bias Ratings™ are the work of AllSides Technologies, which offers its whole chart under CC BY-NC 4.0 and did not take part in this file. For outlets with separate ratings of news and opinion it is the one of news.',
    source: 'https://www.allsides.com/media-bias/ratings',
    date: '2019',
    values: sorted(values),
  };
}

/** Ad Fontes: the chart's seven zones of 12 points each (±42) are our seven steps; the middle of a zone is a whole step. */
export function createAdFontesPack(rows: readonly Row[]): RatingPack {
  const values = Object.entries(adFontesOutlets).map(([id, name]) => {
    const row = rows.find((each) => each['News Source'] === name);
    if (row === undefined) throw new Error(`Ad Fontes does not list "${name}" (${id})`);
    return [id, Number(row['Horizontal Rank'])] as const;
  });
  return {
    format: 'parallax-ratings-1',
    id: 'adfontes-2019',
    name: 'Ad Fontes Media: single ratings of chart 4',
    rater: 'Ad Fontes Media',
    rates: 'bias',
    scale: {
      type: 'axis',
      points: [
        { value: -42, bias: -3 },
        { value: -36, bias: -3 },
        { value: 36, bias: 3 },
        { value: 42, bias: 3 },
      ],
    },
    terms:
      'Single values cited as facts from the Media Bias Chart, version 4, by Ad Fontes Media (adfontesmedia.com), in use until 2019, each a statement of opinion by that rater. Not its chart or data: those are the work of Ad Fontes Media, which did not take part in this file.',
    source: 'https://adfontesmedia.com/',
    date: '2019',
    values: sorted(values),
  };
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
