// Invented: another bridge, in another country and week, closes over cracks; it must not join the Calder Bay story.
import type { SampleStory } from '../sample-story.ts';

export const otherBridgeStory: SampleStory = {
  id: 'other-bridge',
  section: 0,
  articles: [
    {
      outlet: 'thames-chronicle',
      slug: 'dunmore-viaduct-closed-cracked-pier',
      hoursAgo: 122,
      byline: 'Ffion Rees',
      title: 'Dunmore viaduct closed to lorries after crack found in pier',
      body: `Lorries have been banned from the Dunmore viaduct after a routine survey found a crack in one of its stone piers, the council said on Friday.

        Cars may still use the Victorian viaduct over the Wenlow, at 20 miles an hour. Some 6,000 vehicles a day cross it, one in ten of them a lorry.

        Council leader Gareth Pym said repairs would cost about £900,000 and could not start before spring, when the river is low enough for scaffolding.

        Hauliers said the diversion through Aldersley added 40 minutes to each trip to the quarry.`,
    },
    {
      outlet: 'albion-courier',
      slug: 'dunmore-lorry-ban-viaduct',
      hoursAgo: 120,
      byline: 'Roger Tansley',
      title: 'Hauliers furious as Dunmore viaduct lorry ban to last until spring',
      body: `Quarry hauliers reacted with anger after the council banned lorries from Dunmore viaduct until at least the spring because of a single crack in a pier.

        The ban over the Wenlow came in on Friday without notice. Firms say the 40-minute diversion through Aldersley will cost them £15,000 a week.

        Gareth Pym, the council leader, said he would not take chances with a structure built in 1871, and that a repair for £900,000 was planned.

        The viaduct carries around 600 lorries a day.`,
    },
  ],
};
