// All evidence that can be found on a page, always including the closer look: the input for fitting the weights.
import { readBylines } from '../../utils/page/bylines.ts';
import { countDaysSeen } from '../../utils/page/dates.ts';
import { createElementNames } from '../../utils/page/element-names.ts';
import { findMainArticle } from '../../utils/page/find-main-article.ts';
import { readPageFacts } from '../../utils/page/page-facts.ts';
import { readPageMarks } from '../../utils/page/page-marks.ts';
import { createRegionFinder } from '../../utils/page/region.ts';
import { readVisibleDates } from '../../utils/page/visible-dates.ts';
import { weighCloserLook, weighPage } from '../../utils/page/weigh-page.ts';

/** Each reason with its weight: "+0.5 one heading". */
export function weighFully(
  document: Document,
  { url, now }: { readonly url: URL; readonly now: number },
): readonly string[] {
  const regionOf = createRegionFinder(document);
  const names = createElementNames(document);
  const facts = toEnd(readPageFacts(document, { url, regionOf }));
  const { structure, things, declaredLang } = facts;
  const shown = { structure, things, regionOf, names };
  const page = { ...facts, main: findMainArticle(facts) };
  return weighCloserLook(weighPage(page), {
    page,
    marks: toEnd(readPageMarks(document, shown)),
    daysSeen: countDaysSeen(readVisibleDates(document, shown), { now, lang: declaredLang }),
    hasByline: readBylines(document, shown).length > 0,
  }).reasons;
}

function toEnd<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
