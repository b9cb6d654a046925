// Invented: a probe lands on a comet; three reports, each told in its own words.
import type { SampleStory } from '../sample-story.ts';

export const cometStory: SampleStory = {
  id: 'comet',
  section: 2,
  articles: [
    {
      outlet: 'meridian-post',
      slug: 'heliotrope-probe-lands-comet-wexler',
      hoursAgo: 38,
      byline: 'Yara Stein',
      title: 'Heliotrope probe lands on Comet Wexler after nine-year flight',
      body: `The Heliotrope probe touched down on Comet Wexler on Monday, 430 million kilometers from Earth, and sent a first picture of black, pitted ground.

        The lander, the size of a washing machine, bounced once before its harpoons held. It has power for about 60 hours.

        "It is sitting in a hole, slightly tilted, and it is wonderful," said mission leader Adaeze Nwosu.

        A drill is to bring up ice that may be older than the Sun's planets.`,
    },
    {
      outlet: 'thames-chronicle',
      slug: 'comet-wexler-landing-heliotrope',
      hoursAgo: 37,
      byline: 'Agnes Lowe',
      title: 'Comet landing: Heliotrope sends first picture from the surface of Wexler',
      body: `A spacecraft has landed on Comet Wexler and sent back a photograph of its surface, nine years after it left Earth.

        Heliotrope bounced once in the comet's feeble gravity before two harpoons fixed it to the ground.

        Scientists led by Adaeze Nwosu have 60 hours to drill for ice before the batteries run out. A third of the instruments were built in Leicester.

        The comet is 430 million kilometres away, so signals take 24 minutes to arrive.`,
    },
    {
      outlet: 'northwire',
      slug: 'heliotrope-comet-landing-success',
      hoursAgo: 38.5,
      byline: 'Devon Clarke',
      title: 'Heliotrope lander reaches surface of Comet Wexler, space agency says',
      body: `VARDEN (Northwire) - The lander of the Heliotrope mission reached the surface of Comet Wexler on Monday at 14:12 GMT, controllers said.

        Telemetry showed that it bounced about 50 metres before anchoring. All nine instruments are working, mission leader Adaeze Nwosu told reporters.

        The lander has batteries for 60 hours. Drilling is to start on Tuesday.

        The mission cost 1.1 billion dollars.`,
    },
  ],
};
