// Invented: the Calder Bay bridge is closed; the largest story, with a wire report, four copies, an opinion and three languages.
import type { SampleStory } from '../sample-story.ts';

export const bridgeStory: SampleStory = {
  id: 'bridge',
  section: 0,
  articles: [
    {
      outlet: 'northwire',
      slug: 'calder-bay-bridge-closed-cracks-main-cable',
      hoursAgo: 20,
      byline: 'Joan Petrie',
      title: 'Calder Bay Bridge closed after inspectors find cracks in main cable anchor',
      body: `CALDER BAY (Northwire) - The Calder Bay Bridge was closed to all traffic on Tuesday evening after inspectors found cracks in the anchor of its northern main cable, state officials said.

        The 1.9-kilometre suspension bridge carries about 84,000 vehicles a day between Calder Bay and Port Anselm. Transport secretary Lena Okafor said it would stay shut for at least three weeks while engineers measure the cracks and put in temporary braces.

        "There is no sign that the deck is about to fail, but we are not going to test that with people on it," Okafor told reporters.

        The cracks, the longest of them 38 centimetres, were seen by a drone crew during an inspection that had been put off twice since March. A spokesman for the bridge authority said the delays were caused by a shortage of certified inspectors.

        Ferries will run every 15 minutes from Wednesday morning, and tolls on the Marsh Road crossing are waived until the bridge reopens.

        The bridge was opened in 1961 and last had its cables rewrapped in 1998.`,
    },
    {
      outlet: 'maple-valley',
      slug: 'calder-bay-bridge-closed',
      hoursAgo: 19,
      copyOf: 'calder-bay-bridge-closed-cracks-main-cable',
    },
    {
      outlet: 'prairie-sentinel',
      slug: 'calder-bay-bridge-closed-after-cracks-found',
      hoursAgo: 18.5,
      copyOf: 'calder-bay-bridge-closed-cracks-main-cable',
      title: 'Cracks found in main cable anchor shut Calder Bay Bridge',
      edits: [
        ['1.9-kilometre', '1.2-mile'],
        ['38 centimetres', '15 inches'],
      ],
    },
    {
      outlet: 'albion-courier',
      slug: 'inspectors-find-cracks-calder-bay-bridge',
      hoursAgo: 18,
      copyOf: 'calder-bay-bridge-closed-cracks-main-cable',
      dropLastParagraphs: 1,
    },
    {
      outlet: 'thames-chronicle',
      slug: 'calder-bay-bridge-shut-cable-cracks',
      hoursAgo: 17.5,
      copyOf: 'calder-bay-bridge-closed-cracks-main-cable',
      title: 'Calder Bay Bridge shut after inspectors find cracks in cable anchor',
      edits: [['CALDER BAY (Northwire) - ', '']],
    },
    {
      outlet: 'harbor-ledger',
      slug: 'calder-bay-bridge-three-week-closure',
      hoursAgo: 19.5,
      byline: 'Theo Marsh',
      title: 'Calder Bay Bridge to stay closed three weeks; cracked cable anchor seen by drone',
      body: `Commuters between Calder Bay and Port Anselm face at least three weeks without their bridge after a drone inspection showed cracks in the concrete and steel that hold its northern main cable.

        Traffic was stopped at 6:40 p.m. on Tuesday. By seven the queue on Marsh Road, the only other crossing within an hour, reached the county line.

        The state transport department said the longest crack measures 38 centimetres. Secretary Lena Okafor ordered the closure within an hour of seeing the pictures; braces are being cut at a yard in Port Anselm and the first should be in place by the weekend.

        About 84,000 vehicles cross on a weekday. Harbor Ferries will add two boats and sail every quarter of an hour from 5 a.m. The hospital in Port Anselm has moved an ambulance crew to the Calder Bay side.

        Records obtained by the Ledger show that the cable inspection was first due in March.`,
    },
    {
      outlet: 'meridian-post',
      slug: 'calder-bay-bridge-warnings-maintenance-cuts',
      hoursAgo: 17,
      byline: 'Priya Lindqvist',
      title: 'Before the Calder Bay Bridge closed, engineers had warned of maintenance cuts',
      body: `Two years before cracks in a cable anchor forced the closure of the Calder Bay Bridge on Tuesday, its own engineers told the state that a cut to the maintenance budget would leave "no margin for surprises".

        The memorandum, seen by The Meridian Post, was written after lawmakers took $31 million from the bridge authority. Inspections of the main cables, once yearly, were moved to every second year; the one that found the cracks had been postponed twice.

        Transport secretary Lena Okafor said on Tuesday that the bridge would remain closed for at least three weeks. She declined to say whether the cracks would have been found earlier under the old schedule.

        The closure hits night-shift workers hardest: a third of those who cross the bridge to the Port Anselm docks have no car that could take the Marsh Road detour, according to the port union.`,
    },
    {
      outlet: 'redbrick-review',
      slug: 'who-pays-for-the-calder-bay-bridge',
      hoursAgo: 15,
      byline: 'Sol Amadi',
      title: 'Calder Bay Bridge closure leaves low-wage commuters to pay for years of neglect',
      body: `When the barriers came down on the Calder Bay Bridge on Tuesday night, Rosa Whitlock was halfway through a double shift at the Port Anselm cannery. She walked onto the last ferry at midnight and paid nine dollars for it.

        The bridge, shut because of cracks in the anchor of a main cable, carries 84,000 vehicles a day. Buses make up a small part of them and most of the people.

        Unions called on the state to make the ferries free for the three weeks that the closure is due to last, and to open the inspection reports that Secretary Lena Okafor has so far kept back.

        "They found thirty-one million to take out of that bridge," said dockers' steward Amos Field. "They can find the fare."`,
    },
    {
      outlet: 'standard-bearer',
      slug: 'okafor-under-fire-calder-bay-bridge',
      hoursAgo: 16,
      byline: 'Grant Hollis',
      title: 'Okafor under fire as Calder Bay Bridge closes over skipped inspections',
      body: `Republican lawmakers demanded the resignation of transport secretary Lena Okafor on Wednesday, hours after the Calder Bay Bridge was closed because of cracks that an inspection scheduled for March would have caught.

        The inspection of the northern main cable was put off twice while the department spent $12 million on a bicycle lane across the same bridge, budget papers show.

        "They painted the bridge green and forgot to look at what holds it up," said state senator Dale Rourke, who chairs the transport committee and has called a hearing for Monday.

        Okafor's office said a lack of certified inspectors, and not of money, caused the delay. Truckers expect the three-week closure to cost them $4 million a day in detours over Marsh Road.`,
    },
    {
      outlet: 'iron-gate',
      slug: 'bridge-collapse-coverup-calder-bay',
      hoursAgo: 14,
      title: 'Calder Bay Bridge: what are they hiding about the cracked cable?',
      body: `The government shut the Calder Bay Bridge on Tuesday night and expects everybody to believe that nobody knew about cracks as long as a man's forearm.

        Okafor and her department sat on inspection photographs for most of a day, a source inside the bridge authority tells Iron Gate Report. Eighty-four thousand drivers crossed in that time.

        Three weeks, they say. Braces, they say. Meanwhile the Marsh Road toll has been waived, which tells you how worried they are about the anger on both sides of the bay.

        Senator Dale Rourke has called a hearing for Monday. We will be there.`,
    },
    {
      outlet: 'commons-signal',
      slug: 'privatised-inspections-calder-bay',
      hoursAgo: 12,
      title: 'Calder Bay shows what privatised bridge inspection is worth',
      body: `The cracks that closed the Calder Bay Bridge this week were found by a contractor's drone eight months late, and the contractor will be paid in full.

        Since 2019 inspections of the state's bridges have been done by Trestle Partners, a company owned by an investment fund. It employs eleven certified inspectors for 640 bridges.

        Transport secretary Lena Okafor admitted a "shortage of inspectors" when she announced the three-week closure. There was no shortage when the work was done by public employees: there were fifty-two of them.

        Port Anselm dockers are to vote on Thursday on a stoppage until ferries across the bay are free.`,
    },
    {
      outlet: 'elbzeitung',
      slug: 'calder-bay-bruecke-gesperrt-risse',
      hoursAgo: 13,
      byline: 'Karla Wendt',
      title: 'Risse im Tragseil-Anker: Calder-Bay-Brücke für drei Wochen gesperrt',
      body: `Die Calder-Bay-Brücke ist seit Dienstagabend für den gesamten Verkehr gesperrt. Prüfer hatten Risse in der Verankerung des nördlichen Tragseils entdeckt, wie das Verkehrsministerium des Bundesstaats mitteilte.

        Über die 1,9 Kilometer lange Hängebrücke zwischen Calder Bay und Port Anselm fahren täglich rund 84.000 Fahrzeuge. Verkehrsministerin Lena Okafor rechnet mit einer Sperrung von mindestens drei Wochen.

        Der längste Riss misst 38 Zentimeter. Er wurde mit einer Drohne bei einer Prüfung gefunden, die seit März zweimal verschoben worden war. Hilfsstützen sollen die Verankerung nun entlasten.

        Von Mittwoch an fahren Fähren im Viertelstundentakt.`,
    },
    {
      outlet: 'quotidien-rhone',
      slug: 'pont-calder-bay-ferme-fissures',
      hoursAgo: 12.5,
      byline: 'Marc Jolivet',
      title: 'Le pont de Calder Bay fermé pour trois semaines après la découverte de fissures',
      body: `Le pont suspendu de Calder Bay est fermé à toute circulation depuis mardi soir : des inspecteurs ont découvert des fissures dans l’ancrage du câble principal nord, ont indiqué les autorités.

        Quelque 84 000 véhicules l’empruntent chaque jour entre Calder Bay et Port Anselm. La secrétaire aux Transports, Lena Okafor, prévoit une fermeture d’au moins trois semaines.

        La plus longue fissure mesure 38 centimètres. Elle a été repérée par un drone lors d’une inspection repoussée à deux reprises depuis mars.

        Des bacs assureront la traversée tous les quarts d’heure à partir de mercredi matin.`,
    },
    {
      outlet: 'meridian-post',
      slug: 'opinion-fix-the-bridges-first',
      hoursAgo: 9,
      kind: 'opinion',
      byline: 'Helen Ostrow',
      title: 'Opinion: The Calder Bay Bridge is closed. Fix the bridges we have before we build more',
      body: `I learned to drive on the Calder Bay Bridge, with my father gripping the door handle. Today it is closed, and nobody who has followed the state's budgets can pretend to be surprised.

        We love to open bridges. We do not love to paint them, to rewrap their cables, or to pay a woman with a hammer and a drone to look at an anchor in the rain.

        Secretary Lena Okafor was right to shut the bridge within the hour. She should now be as quick with a list of every inspection that was put off, and a date for each.

        A state that can afford a new stadium can afford to know whether its bridges will stand.`,
    },
  ],
};
