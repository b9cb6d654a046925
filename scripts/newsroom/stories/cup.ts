// Invented: a cup final in French papers, one rated and one not: counts only, no percentages.
import type { SampleStory } from '../sample-story.ts';

export const cupStory: SampleStory = {
  id: 'cup',
  section: 2,
  articles: [
    {
      outlet: 'garonne-libre',
      slug: 'montferrand-valcroix-finale-coupe',
      hoursAgo: 52,
      byline: 'Bastien Roux',
      title: 'Coupe des Rivières : Valcroix renverse Saint-Brès en finale (3-2)',
      body: `Mené 2-0 à la pause, Valcroix a renversé Saint-Brès dimanche soir en finale de la Coupe des Rivières (3-2) devant 41 000 spectateurs.

        Le capitaine Yanis Delorme a marqué deux fois, dont un coup franc à la 89e minute.

        C’est le premier titre de Valcroix depuis 1987. L’entraîneuse Solène Maquet a dédié la victoire aux bénévoles du club.

        Saint-Brès, favori, perd sa troisième finale de suite.`,
    },
    {
      outlet: 'quotidien-rhone',
      slug: 'valcroix-remporte-coupe-des-rivieres',
      hoursAgo: 51,
      byline: 'Lucie Bertholet',
      title: 'Valcroix remporte la Coupe des Rivières face à Saint-Brès grâce à un doublé de Delorme',
      body: `Valcroix a remporté dimanche la Coupe des Rivières en battant Saint-Brès 3-2, au terme d’une finale renversante.

        Yanis Delorme, auteur d’un doublé, a donné la victoire aux siens à une minute de la fin. Saint-Brès menait pourtant de deux buts à la mi-temps.

        « Personne ne nous croyait capables de revenir », a dit l’entraîneuse Solène Maquet.

        Le trophée sera présenté mardi à l’hôtel de ville de Valcroix.`,
    },
  ],
};
