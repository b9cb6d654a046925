// Invented: storm Odile; the agency's report is updated at the same address with a new title and a higher toll.
import type { SampleStory } from '../sample-story.ts';

export const stormStory: SampleStory = {
  id: 'storm',
  section: 0,
  articles: [
    {
      outlet: 'northwire',
      slug: 'storm-odile-landfall-sable-coast',
      hoursAgo: 11,
      byline: 'Joan Petrie',
      title: 'Storm Odile hits Sable Coast, two dead and 200,000 without power',
      body: `PORT GARNET (Northwire) - Storm Odile came ashore on the Sable Coast before dawn on Wednesday with winds of 148 kilometres an hour, killing two people and cutting power to 200,000 homes.

        A fisherman drowned in the harbour of Port Garnet and a woman was killed by a falling tree in Linden Cove, police said.

        The coastguard evacuated 3,500 people from the low islands before the surge, which reached 2.4 metres. Schools in four counties are closed until Friday.

        The weather service expects Odile to weaken as it moves inland but warned of floods along the Tarrow river.`,
      update: {
        title: 'Storm Odile death toll rises to five as Tarrow river floods Linden Cove',
        body: `PORT GARNET (Northwire) - The death toll from storm Odile rose to five on Wednesday afternoon after the Tarrow river burst its banks and flooded part of Linden Cove.

        Three people died when a road washed away beneath their van, police said. A fisherman and a woman had been killed when the storm came ashore before dawn.

        Power is still cut to 160,000 homes along the Sable Coast. The coastguard has taken 5,200 people from low-lying places.

        Winds have dropped to 90 kilometres an hour, but the weather service expects the Tarrow to rise until Thursday noon.`,
      },
    },
    {
      outlet: 'harbor-ledger',
      slug: 'odile-sable-coast-port-garnet-harbor',
      hoursAgo: 10.5,
      byline: 'Theo Marsh',
      title: 'Odile batters Port Garnet; surge of eight feet floods Sable Coast harbor',
      body: `Storm Odile pushed a surge of about eight feet into the harbor of Port Garnet early Wednesday, sinking 40 boats and killing a fisherman who had gone to secure his own.

        A second death was reported from Linden Cove, where a tree fell on a house. Some 200,000 customers along the Sable Coast were without electricity at sunrise.

        The coastguard had moved 3,500 people off the low islands on Tuesday. "Everybody who wanted to leave, left," said Commander Ruth Ames.

        Forecasters now look to the Tarrow river, where up to five inches of rain may fall by Thursday.`,
    },
    {
      outlet: 'meridian-post',
      slug: 'odile-warming-sea-sable-coast',
      hoursAgo: 9.5,
      byline: 'Priya Lindqvist',
      title: 'Storm Odile, fed by a record-warm sea, leaves two dead on the Sable Coast',
      body: `Storm Odile drew its strength from water three degrees warmer than usual before it struck the Sable Coast on Wednesday, scientists said. At least two people died.

        A fisherman drowned at Port Garnet and a woman was crushed by a tree in Linden Cove. Two hundred thousand homes lost power.

        "A storm like this in late November would have been a curiosity thirty years ago," said oceanographer Wei Tan. Odile gained 40 kilometers an hour in wind speed in half a day.

        Three thousand five hundred people had been taken from the islands in time.`,
    },
    {
      outlet: 'prairie-sentinel',
      slug: 'odile-power-crews-sable-coast',
      hoursAgo: 9,
      byline: 'Buck Tierney',
      title: 'Power crews from the plains head to Sable Coast after Storm Odile',
      body: `More than 400 line workers from six states are on the road to the Sable Coast, where Storm Odile left 200,000 homes dark on Wednesday.

        The storm came in before dawn near Port Garnet with winds of 92 miles an hour. Two people were killed.

        Bluestem Electric sent 60 trucks overnight. "Their folks came when the ice took our lines down, so we go," said foreman Pete Sandoval.

        Utilities expect that most customers will have power again by Saturday, if the Tarrow river stays in its bed.`,
    },
    {
      outlet: 'quotidien-rhone',
      slug: 'tempete-odile-deux-morts-sable-coast',
      hoursAgo: 8.5,
      byline: 'Marc Jolivet',
      title: 'La tempête Odile fait deux morts et prive 200 000 foyers d’électricité sur la Sable Coast',
      body: `La tempête Odile a touché terre mercredi avant l’aube sur la Sable Coast, avec des vents de 148 km/h. Deux personnes ont péri et 200 000 foyers sont privés d’électricité.

        Un pêcheur s’est noyé dans le port de Port Garnet et une femme a été tuée par la chute d’un arbre à Linden Cove.

        Les garde-côtes avaient évacué 3 500 habitants des îles basses.

        Les autorités redoutent désormais une crue de la rivière Tarrow.`,
    },
    {
      outlet: 'garonne-libre',
      slug: 'odile-tempete-port-garnet',
      hoursAgo: 8,
      byline: 'Inès Carrère',
      title: 'Tempête Odile : deux morts, Port Garnet inondé, la Tarrow menace',
      body: `Deux morts, des rues sous l’eau et des dizaines de bateaux coulés : Port Garnet a subi mercredi matin le plus fort de la tempête Odile.

        Le vent a soufflé jusqu’à 148 km/h sur la Sable Coast et 200 000 foyers n’ont plus d’électricité.

        La victime du port est un pêcheur qui voulait amarrer son bateau ; une habitante de Linden Cove a été écrasée par un arbre.

        La crue de la Tarrow est attendue jeudi.`,
    },
  ],
};
