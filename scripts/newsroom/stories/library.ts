// Invented: a local library reopens; nobody else covers it.
import type { SampleStory } from '../sample-story.ts';

export const libraryStory: SampleStory = {
  id: 'library',
  section: 2,
  articles: [
    {
      outlet: 'maple-valley',
      slug: 'maple-valley-library-reopens',
      hoursAgo: 26,
      byline: 'Ida Sorrel',
      title: 'Maple Valley library reopens Saturday with a new children’s room',
      body: `After fourteen months of repairs the Maple Valley Public Library opens its doors again on Saturday at ten, with a children's room painted by pupils of Creekside Elementary.

        A burst pipe had soaked 6,000 books in September of last year. Volunteers dried and saved more than half of them in the curling rink.

        Librarian June Takahashi said overdue fines from before the flood are forgiven.

        There will be cider, and the quilt raffle will be drawn at noon.`,
    },
  ],
};
