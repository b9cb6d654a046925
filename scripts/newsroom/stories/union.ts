// Invented: warehouse workers at Pellworth may vote on a union; no outlet of the right reports it, which is a blindspot.
import type { SampleStory } from '../sample-story.ts';

export const unionStory: SampleStory = {
  id: 'union',
  section: 1,
  articles: [
    {
      outlet: 'northwire',
      slug: 'pellworth-warehouse-union-vote-appeals-court',
      hoursAgo: 28,
      byline: 'Devon Clarke',
      title: 'Appeals court clears way for union vote at Pellworth warehouses',
      body: `HALLAM CITY (Northwire) - A federal appeals court on Monday cleared the way for 11,400 warehouse workers of the online retailer Pellworth to vote on joining a union, rejecting the company's claim that its sites must be counted one by one.

        The three judges ruled unanimously that Pellworth's nine warehouses around Hallam City are run as a single operation. The vote, first asked for in 2023, must be held within 60 days.

        Pellworth said it was disappointed and was considering an appeal. The company has 140,000 employees and none of its sites is unionised.

        Labour board lawyers had argued that shifts, pay and managers are shared between the warehouses.`,
    },
    {
      outlet: 'meridian-post',
      slug: 'pellworth-workers-win-right-to-vote',
      hoursAgo: 27,
      byline: 'Cora Vance',
      title: 'Pellworth workers win right to hold union vote across nine Hallam City warehouses',
      body: `After a three-year fight, workers at the retailer Pellworth won the right on Monday to vote on a union across nine warehouses at once, the biggest election of its kind in a decade.

        A federal appeals court found that the sites around Hallam City share managers, shifts and pay scales and so form one workplace. Pellworth had wanted nine separate votes.

        "We have waited three years for a ballot paper," said Imani Doyle, a picker at the Eastfield site, as colleagues embraced outside the courthouse.

        Some 11,400 people may vote, within 60 days. The company, which has no union at any site, said it may appeal.`,
    },
    {
      outlet: 'redbrick-review',
      slug: 'inside-the-pellworth-union-drive',
      hoursAgo: 25,
      byline: 'Sol Amadi',
      title: 'How pickers beat Pellworth in court: inside the warehouse union drive',
      body: `The ruling that lets 11,400 Pellworth warehouse workers vote on a union began with a broken freezer and a group chat.

        Imani Doyle and six others at the Eastfield site started to collect signatures in 2023. When the company answered that every one of its nine Hallam City warehouses needed a ballot of its own, they began to collect time sheets: proof that people were moved between sites at an hour's notice.

        Those time sheets filled forty pages of Monday's decision by the federal appeals court. The judges called the nine warehouses "one workplace with nine doors".

        Pellworth has hired two firms that specialise in stopping unions, filings show. The vote must take place within 60 days.`,
    },
    {
      outlet: 'commons-signal',
      slug: 'pellworth-court-victory',
      hoursAgo: 24,
      title: 'A victory over Pellworth: court orders union ballot in nine warehouses',
      body: `Pellworth, the retailer that fines pickers for slow scanning, must let 11,400 of them vote on a union within 60 days, an appeals court in Hallam City has ruled.

        The company tried to split its nine warehouses into nine ballots, an old trick that has drowned many campaigns. Three judges saw through it without a dissenting voice.

        Trade unions here said the decision would encourage workers at Pellworth's British depots, where an attempt at recognition failed by 28 votes last year.

        Pellworth's shares fell by 2 per cent.`,
    },
    {
      outlet: 'harbor-ledger',
      slug: 'court-rules-pellworth-sites-one-workplace',
      hoursAgo: 26.5,
      byline: 'Nadia Brandt',
      title: 'Court rules Pellworth warehouses are one workplace, orders union election',
      body: `Nine Pellworth warehouses around Hallam City must be treated as a single workplace for a union election, a federal appeals court ruled on Monday.

        The decision upholds a 2024 finding of the labor board. It orders the election among about 11,400 hourly employees to be held within 60 days.

        Judge Miriam Castell wrote that the retailer "moves people between its doors as others move them between desks". Pellworth argued that conditions differ from site to site and that a joint vote would silence smaller warehouses.

        Labor law scholars said other retailers with clusters of sites could see similar petitions.`,
    },
    {
      outlet: 'thames-chronicle',
      slug: 'us-court-backs-pellworth-union-ballot',
      hoursAgo: 23,
      byline: 'Jon Aldous',
      title: 'US court backs union ballot for 11,400 Pellworth warehouse staff',
      body: `A court in the United States has ordered the online retailer Pellworth to let 11,400 warehouse staff vote on forming a union.

        Judges said nine warehouses near Hallam City should vote together. The firm had asked for separate ballots at each.

        The vote has to be held within 60 days unless Pellworth, which employs 9,000 people in Britain, takes the case to the Supreme Court.

        Analysts at Brook & Tarrant said a union could raise the company's delivery costs by up to 4 per cent.`,
    },
    {
      outlet: 'rheinblick',
      slug: 'pellworth-gewerkschaft-abstimmung',
      hoursAgo: 22,
      byline: 'Jonas Ehlers',
      title: 'Gericht erzwingt Gewerkschaftsabstimmung in neun Pellworth-Lagern',
      body: `Beim Onlinehändler Pellworth dürfen 11.400 Beschäftigte in neun Lagern um Hallam City gemeinsam über eine Gewerkschaft abstimmen. Das entschied am Montag ein US-Berufungsgericht.

        Das Unternehmen hatte getrennte Abstimmungen an jedem Standort verlangt. Die drei Richter sahen in den Lagern jedoch einen einzigen Betrieb.

        Die Abstimmung muss binnen 60 Tagen stattfinden. Pellworth prüft Rechtsmittel.

        In Deutschland betreibt Pellworth zwei Lager, beide ohne Tarifvertrag.`,
    },
  ],
};
