// Invented: a column about nothing in particular that no other outlet writes about.
import type { SampleStory } from '../sample-story.ts';

export const columnStory: SampleStory = {
  id: 'column',
  section: 2,
  articles: [
    {
      outlet: 'prairie-sentinel',
      slug: 'column-in-praise-of-the-porch-light',
      hoursAgo: 36,
      kind: 'opinion',
      byline: 'Lorna Beck',
      title: 'In praise of the porch light',
      body: `My grandmother left her porch light on for sixty-one years, and when the bulb died she replaced it before she had her coffee.

        She said a light costs pennies and tells a stranger that somebody is home. I have thought about that since we moved to a street of motion sensors, where the lights only come on to accuse you.

        So I have put in a plain bulb, forty watts, and I leave it on. Last week a boy with a flat tire knocked, and he said that he had picked the house because of it.`,
    },
  ],
};
