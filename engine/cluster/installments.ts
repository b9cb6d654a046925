// Tells apart the installments of a daily series: the weather, a horoscope, the market's close, a live page.
//
// An outlet gives each of them nearly the same headline. They share more words than most reports of one event do, so no
// score keeps them apart; outlet, headline and time do. Other outlets' reports on each day then join the right one.
//
//   The Gull, Mon 17:00  "Westmark index gains 0.4 percent at the close"   one story, with what comes at
//             Mon 20:00  "Westmark index gains 0.5 percent at the close"   the same evening
//             Tue 17:00  "Westmark index gains 1.1 percent at the close"   another
import { UNKNOWN_OUTLET } from '../ids.ts';
import type { ArticleRecord, Cluster, Story } from './records.ts';

/** A changed headline that comes back sooner is mostly an update. */
const APART_LEAST_MS = 18 * 3_600_000;
/** Shorter headlines are alike by chance. */
const TITLE_WORDS_LEAST = 3;
/** Share of the headline's words that may differ, compared place by place. */
const OTHER_WORDS_MOST = 1 / 3;

export type Installment = Pick<ArticleRecord, 'outletId' | 'at' | 'family' | 'words' | 'titleLength'>;

function areInstallments(a: Installment, b: Installment): boolean {
  if (a.outletId !== b.outletId || a.outletId === UNKNOWN_OUTLET) return false;
  if (a.titleLength !== b.titleLength || a.titleLength < TITLE_WORDS_LEAST) return false;
  if (!(Math.abs(a.at - b.at) >= APART_LEAST_MS)) return false; // nor without a time
  if (a.family !== null && a.family === b.family) return false; // the same text once more
  let left = Math.floor(a.titleLength * OTHER_WORDS_MOST);
  for (let i = 0; i < a.titleLength && left >= 0; i++) if (a.words.charCodeAt(i) !== b.words.charCodeAt(i)) left--;
  return left >= 0;
}

export function hasOtherInstallment({ members }: Pick<Cluster, 'members'>, article: Installment): boolean {
  return members.some((member) => areInstallments(member, article));
}

/** True when an article of the one and an article of the other are installments of one series. */
export function shareSeries(a: Pick<Cluster, 'members'>, b: Pick<Cluster, 'members'>): boolean {
  return a.members.some((article) => hasOtherInstallment(b, article));
}

export function storiesShareSeries(a: Story, b: Story): boolean {
  return a.clusters.some((one) =>
    b.clusters.some((other) => one.language === other.language && shareSeries(one, other)),
  );
}
