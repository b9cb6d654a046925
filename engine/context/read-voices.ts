// The words of a large story's articles that are not read as reports, copies among them: whoever has a word, it is nobody's alone.
import type { StoryMember } from '../coverage/story-member.ts';
import { groupBy } from '../group-by.ts';
import type { OutletRater } from '../outlet/outlet-rater.ts';
import { remember } from '../remember.ts';
import { createLanguageRules } from '../text/language-rules.ts';
import { toMultipliedKey } from './multipliers.ts';
import { type Report, readSide } from './read-reports.ts';
import { readTokens } from './read-tokens.ts';

/** An outlet's words in one language. */
export type Voice = Pick<Report, 'outlet' | 'side' | 'lang'> & { readonly keys: ReadonlySet<string> };

export type VoicesQuestion = {
  readonly members: readonly StoryMember[];
  readonly reports: readonly Report[];
  readonly rater: OutletRater;
};

/** Most words of a story are in it a hundred times, and stemming is most of the work. */
const STEMS_MAX = 50_000;

/** Takes time in proportion to the articles: 0.2 ms each, of 600 characters. */
export function readVoices({ members, reports, rater }: VoicesQuestion): readonly Voice[] {
  const rules = createLanguageRules();
  const read = new Set(reports.map(({ member }) => member));
  const rest = members.filter((member) => !read.has(member));
  return [...groupBy(rest, ({ lang }) => lang)].flatMap(([lang, ofLanguage]) => {
    const rule = rules(lang);
    const remembering = { ...rule, stem: remember(rule.stem, STEMS_MAX) };
    return [...groupBy(ofLanguage, ({ outletId }) => outletId)].map(([outletId, own]) => {
      const outlet = rater.rate(outletId);
      const texts = own.flatMap(({ title, lead }) => [title, lead]);
      const keys = new Set<string>();
      for (const tokens of texts.map((text) => readTokens(text, lang, remembering))) {
        for (const [index, { key }] of tokens.entries()) keys.add(key).add(toMultipliedKey(tokens, index, lang));
      }
      return { outlet, side: readSide(outlet), lang, keys };
    });
  });
}
