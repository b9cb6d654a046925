// Invented: two rail companies merge; one event told in German, English and French.
import type { SampleStory } from '../sample-story.ts';

export const railStory: SampleStory = {
  id: 'rail',
  section: 0,
  articles: [
    {
      outlet: 'elbzeitung',
      slug: 'hanserail-uebernimmt-transvosges',
      hoursAgo: 45,
      byline: 'Henrik Saalfeld',
      title: 'Hanserail übernimmt Transvosges für 4,2 Milliarden Euro',
      body: `Der Bahnkonzern Hanserail übernimmt den französischen Konkurrenten Transvosges für 4,2 Milliarden Euro. Das teilten beide Unternehmen am Montag mit.

        Es entsteht der größte private Anbieter von Nachtzügen in Europa mit 61 Linien und 9.400 Beschäftigten. Sitz bleibt Hamburg.

        Hanserail-Chefin Birte Lohmann sagte, Stellen würden nicht gestrichen. Die Kartellbehörden müssen noch zustimmen, erwartet wird das bis Juni.

        Die Aktie von Transvosges stieg um 18 Prozent.`,
    },
    {
      outlet: 'rheinblick',
      slug: 'nachtzug-fusion-hanserail-transvosges',
      hoursAgo: 44,
      byline: 'Mina Yildiz',
      title: 'Nachtzug-Riese entsteht: Hanserail kauft Transvosges',
      body: `Hanserail kauft für 4,2 Milliarden Euro den französischen Nachtzugbetreiber Transvosges. Fahrgastverbände fürchten höhere Preise.

        Zusammen fahren die beiden Unternehmen auf 61 Linien, auf vielen ohne Konkurrenz. „Zwischen Köln und Marseille gibt es künftig nur noch einen Anbieter“, sagte Verbandssprecherin Tilda Krohn.

        Hanserail-Chefin Birte Lohmann versprach stabile Preise bis 2028 und schloss Entlassungen unter den 9.400 Beschäftigten aus.

        Die Kartellbehörden prüfen den Kauf bis Juni.`,
    },
    {
      outlet: 'thames-chronicle',
      slug: 'hanserail-buys-transvosges-night-trains',
      hoursAgo: 43.5,
      byline: 'Jon Aldous',
      title: 'Hanserail buys Transvosges for €4.2bn to form Europe’s biggest night train firm',
      body: `The German rail group Hanserail is to buy its French rival Transvosges for €4.2bn, creating Europe's largest private operator of night trains.

        The combined company would run 61 routes and employ 9,400 people, with its headquarters in Hamburg.

        Chief executive Birte Lohmann said there would be no redundancies. Passenger groups warned of higher fares on routes where the two now compete.

        Competition authorities are expected to decide by June.`,
    },
    {
      outlet: 'quotidien-rhone',
      slug: 'transvosges-rachete-par-hanserail',
      hoursAgo: 44.5,
      byline: 'Lucie Bertholet',
      title: 'Trains de nuit : l’allemand Hanserail rachète Transvosges pour 4,2 milliards d’euros',
      body: `Le groupe ferroviaire allemand Hanserail rachète le français Transvosges pour 4,2 milliards d’euros, ont annoncé lundi les deux entreprises.

        Le nouvel ensemble exploitera 61 lignes de trains de nuit avec 9 400 salariés. Le siège sera à Hambourg, l’atelier d’Épinal est conservé.

        La directrice générale de Hanserail, Birte Lohmann, a exclu toute suppression d’emploi. Les syndicats demandent des garanties écrites.

        Les autorités de la concurrence doivent se prononcer d’ici juin.`,
    },
  ],
};
