// Invented: the prime minister of Velmark resigns and calls an election; with a live page and reports in three languages.
import type { SampleStory } from '../sample-story.ts';

export const electionStory: SampleStory = {
  id: 'election',
  section: 1,
  articles: [
    {
      outlet: 'thames-chronicle',
      slug: 'velmark-prime-minister-resigns',
      hoursAgo: 7.5,
      byline: 'Agnes Lowe',
      title: 'Velmark prime minister Tomas Brandvold resigns and calls snap election',
      body: `The prime minister of Velmark, Tomas Brandvold, has resigned after losing a confidence vote over his pension reform and called an election for 14 February.

        Parliament in Korsund voted 91 to 84 against him on Wednesday after six members of his Centre Union crossed the floor. He will stay on as caretaker.

        Brandvold, 58, had governed the Nordic country of six million for seven years. His plan to raise the pension age to 69 brought 300,000 people onto the streets in October.

        Opinion polls put the Labour Front of Sigrid Aune four points ahead.`,
    },
    {
      outlet: 'harbor-ledger',
      slug: 'live-velmark-government-falls',
      hoursAgo: 7,
      kind: 'live',
      byline: 'Harbor Ledger world desk',
      title: 'Live: Velmark government falls as Brandvold loses confidence vote',
      body: `Velmark's prime minister Tomas Brandvold has lost a confidence vote in parliament by 91 to 84. Follow the news from Korsund here.

        Sigrid Aune of the Labour Front says her party is ready to govern and that the pension reform "ends tonight".

        The election will be held on 14 February, the speaker of parliament says.

        Brandvold tells parliament that he will hand his resignation to the president within the hour. There is applause, and some shouting from the gallery.

        The votes are counted: 91 against the government, 84 for it. Six members of the Centre Union voted with the opposition.`,
    },
    {
      outlet: 'meridian-post',
      slug: 'velmark-pension-revolt-topples-brandvold',
      hoursAgo: 6.5,
      byline: 'Elias Romm',
      title: 'Pension revolt topples Velmark’s Brandvold; early election set for February',
      body: `A revolt over pensions brought down the government of Velmark on Wednesday, when Prime Minister Tomas Brandvold lost a vote of confidence by seven votes.

        It was the protests of October, the largest since the country's independence, that split his Centre Union. Six of its lawmakers said they could not vote for a retirement age of 69.

        Sigrid Aune, a former nurse who leads the Labour Front, is favored to win the election on Feb. 14. She has promised to fund pensions with a tax on shipping.

        Brandvold resigned within an hour of the vote and remains in office until a successor is chosen.`,
    },
    {
      outlet: 'standard-bearer',
      slug: 'velmark-reformer-ousted',
      hoursAgo: 6,
      byline: 'Grant Hollis',
      title: 'Velmark ousts reformer Brandvold, faces February election and a shipping tax',
      body: `Velmark's parliament on Wednesday threw out Prime Minister Tomas Brandvold, whose pension reform the International Budget Forum had called overdue.

        Brandvold lost the confidence vote 91-84. Investors answered at once: the crown fell by 2.3 percent and shares of the shipping line Nordskip by 6.

        The favorite for the election of Feb. 14 is Sigrid Aune of the Labour Front, who wants a tax on ships that owners say would drive the fleet abroad.

        Without reform, Velmark's pension fund runs dry in 2034, its own actuaries say.`,
    },
    {
      outlet: 'albion-courier',
      slug: 'brandvold-out-velmark-vote',
      hoursAgo: 6.2,
      byline: 'Caroline Voss',
      title: 'Brandvold out: Velmark goes to the polls after pension defeat',
      body: `Tomas Brandvold's seven years in power in Velmark ended on Wednesday in a seven-vote defeat.

        The prime minister staked his government on raising the pension age to 69 and lost, 91 to 84, when six of his own side deserted him.

        Voters will choose a new parliament on 14 February. Sigrid Aune's Labour Front leads the polls, but her plan to tax shipping has alarmed the ports.

        Downing Street said Britain would work with whoever governs in Korsund.`,
    },
    {
      outlet: 'elbzeitung',
      slug: 'velmark-regierung-brandvold-gestuerzt',
      hoursAgo: 6.8,
      byline: 'Karla Wendt',
      title: 'Velmarks Regierungschef Brandvold tritt nach verlorener Vertrauensfrage zurück',
      body: `In Velmark ist Ministerpräsident Tomas Brandvold nach einer verlorenen Vertrauensabstimmung zurückgetreten. Am 14. Februar wird neu gewählt.

        Das Parlament in Korsund stimmte am Mittwoch mit 91 zu 84 Stimmen gegen ihn. Sechs Abgeordnete seiner Zentrumsunion votierten mit der Opposition.

        Anlass war die Rentenreform, mit der das Eintrittsalter auf 69 Jahre steigen sollte. Dagegen hatten im Oktober 300.000 Menschen demonstriert.

        In den Umfragen liegt die Arbeitsfront von Sigrid Aune vier Punkte vorn.`,
    },
    {
      outlet: 'rheinblick',
      slug: 'velmark-brandvold-ruecktritt-rente',
      hoursAgo: 5.8,
      byline: 'Jonas Ehlers',
      title: 'Rente mit 69 kostet Velmarks Ministerpräsidenten Brandvold das Amt',
      body: `Die Rente mit 69 hat die Regierung in Velmark zu Fall gebracht: Ministerpräsident Tomas Brandvold verlor am Mittwoch die Vertrauensabstimmung und trat zurück.

        91 Abgeordnete stimmten gegen ihn, 84 für ihn. Den Ausschlag gaben sechs Abweichler aus der eigenen Zentrumsunion.

        Als Favoritin für die Neuwahl am 14. Februar gilt Sigrid Aune von der Arbeitsfront. Sie will die Renten mit einer Abgabe der Reedereien sichern.

        Gewerkschaften in Korsund feierten den Rücktritt am Abend auf der Straße.`,
    },
    {
      outlet: 'garonne-libre',
      slug: 'velmark-brandvold-demissionne',
      hoursAgo: 5.5,
      byline: 'Inès Carrère',
      title: 'Velmark : le Premier ministre Brandvold démissionne, élections le 14 février',
      body: `Le Premier ministre du Velmark, Tomas Brandvold, a démissionné mercredi après avoir perdu un vote de confiance sur sa réforme des retraites.

        Le Parlement de Korsund s’est prononcé contre lui par 91 voix contre 84. Six députés de son Union du centre ont rejoint l’opposition.

        La réforme portait l’âge de la retraite à 69 ans ; 300 000 personnes avaient manifesté en octobre.

        Des élections anticipées auront lieu le 14 février. Le Front travailliste de Sigrid Aune est en tête des sondages.`,
    },
  ],
};
