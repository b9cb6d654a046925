// The words of a large story's articles that are not read as reports, copies among them: whoever has a word, it is nobody's alone.
import type { StoryMember } from '../coverage/story-member.ts';
import type { OutletRater } from '../outlet/outlet-rater.ts';
import { createLanguageRules, type LanguageRule } from '../text/language-rules.ts';
import { groupBy } from './group-by.ts';
import { type Report, readSide } from './read-reports.ts';
import { readTokens } from './read-tokens.ts';

/** An outlet's words in one language. */
export type Voice = Pick<Report, 'outlet' | 'side' | 'lang'> & { readonly keys: ReadonlySet<string> };

export type VoicesQuestion = {
  readonly members: readonly StoryMember[];
  readonly reports: readonly Report[];
  readonly rater: OutletRater;
};

/** Takes time in proportion to the articles: 0.2 ms each, of 600 characters. */
export function readVoices({ members, reports, rater }: VoicesQuestion): readonly Voice[] {
  const rules = createLanguageRules();
  const read = new Set(reports.map(({ member }) => member));
  const rest = members.filter((member) => !read.has(member));
  return [...groupBy(rest, ({ lang }) => lang)].flatMap(([lang, ofLanguage]) => {
    const rule = rememberStems(rules(lang));
    return [...groupBy(ofLanguage, ({ outletId }) => outletId)].map(([outletId, own]) => {
      const outlet = rater.rate(outletId);
      const texts = own.flatMap(({ title, lead }) => [title, lead]);
      const keys = new Set<string>();
      for (const text of texts) for (const { key } of readTokens(text, lang, rule)) keys.add(key);
      return { outlet, side: readSide(outlet), lang, keys };
    });
  });
}

/** Most words of a story are in it a hundred times, and stemming is most of the work. */
function rememberStems(rule: LanguageRule): LanguageRule {
  const stems = new Map<string, string>();
  const stem = (word: string) => {
    const made = stems.get(word) ?? rule.stem(word);
    stems.set(word, made);
    return made;
  };
  return { ...rule, stem };
}
