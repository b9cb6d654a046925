// A story's articles prepared for comparison: sentences with their words, the outlet's side, and which article represents its family.

import { toSide } from '../bias-scale.ts';
import { findOriginals } from '../coverage/find-originals.ts';
import { compareByTrustedTime, type StoryMember } from '../coverage/story-member.ts';
import type { OutletRater } from '../outlet/outlet-rater.ts';
import type { RatedOutlet, Side } from '../schema.ts';
import type { Source } from '../schema-story-context.ts';
import { createLanguageRules } from '../text/language-rules.ts';
import { readTokens, type Token } from './read-tokens.ts';
import { splitSentences } from './split-sentences.ts';
import { stripFirstDateline } from './strip-dateline.ts';

export type Sentence = { readonly text: string; readonly tokens: readonly Token[]; readonly isTitle: boolean };

export type Report = {
  readonly member: StoryMember;
  readonly outlet: RatedOutlet;
  readonly side: Side | null;
  readonly lang: string;
  readonly isOriginal: boolean;
  readonly isOpinion: boolean;
  readonly source: Source;
  /** The title first, then the sentences of the lead. */
  readonly sentences: readonly Sentence[];
};

/** Time grows with its square. Of more articles the latest are read, which have corrections and what outlets say now. */
export const REPORTS_MAX = 120;

/** In order of trusted time. If there are too many, originals are kept before copies. */
export function readReports(members: readonly StoryMember[], rater: OutletRater): readonly Report[] {
  const rules = createLanguageRules();
  const originals = new Set(findOriginals(members, rater));
  const latest = members.toSorted((a, b) => compareByTrustedTime(b, a));
  const kept = [...latest.filter((one) => originals.has(one)), ...latest.filter((one) => !originals.has(one))]
    .slice(0, REPORTS_MAX)
    .sort(compareByTrustedTime);
  return kept.map((member) => {
    const { lang, title, lead } = member;
    const outlet = rater.rate(member.outletId);
    const side = readSide(outlet);
    const read = ({ text, isTitle }: Pick<Sentence, 'text' | 'isTitle'>): Sentence => ({
      text,
      tokens: readTokens(text, { lang, rule: rules(lang) }),
      isTitle,
    });
    return {
      member,
      outlet,
      side,
      lang,
      isOriginal: originals.has(member),
      isOpinion: member.kind === 'opinion',
      source: {
        articleId: member.id,
        outletId: member.outletId,
        outletName: outlet.name,
        link: member.link,
        title,
        side,
      },
      sentences: [
        ...(title.trim() === '' ? [] : [read({ text: title.trim(), isTitle: true })]),
        ...stripFirstDateline(splitSentences(lead, lang), outlet.name).map((text) => read({ text, isTitle: false })),
      ],
    };
  });
}

export function readSide({ bias }: RatedOutlet): Side | null {
  return bias === null ? null : toSide(bias.step);
}
