// Invented: the Tesmond school board removes a reading list; told mostly by outlets of the right.
import type { SampleStory } from '../sample-story.ts';

export const schoolBoardStory: SampleStory = {
  id: 'school-board',
  section: 1,
  articles: [
    {
      outlet: 'prairie-sentinel',
      slug: 'tesmond-school-board-reading-list',
      hoursAgo: 33,
      byline: 'Lorna Beck',
      title: 'Tesmond school board drops contested reading list after parents’ petition',
      body: `The Tesmond school board voted 5-2 on Monday to drop a reading list that more than 3,100 parents had petitioned against.

        The list of 42 books had been drawn up by a consultant for grades six to eight. Board president Carl Mott said it would be replaced by one written by the district's own teachers.

        The meeting lasted five hours and heard 88 speakers, most of them in favor of the change.

        Two members voted no, saying that librarians should have been asked first.`,
    },
    {
      outlet: 'standard-bearer',
      slug: 'parents-win-tesmond',
      hoursAgo: 32,
      byline: 'Anne Calloway',
      title: 'Parents win in Tesmond: school board scraps consultant’s reading list',
      body: `Parents in Tesmond celebrated on Monday night after their school board scrapped a list of 42 books chosen by an outside consultant paid $180,000.

        The vote was 5-2 after a petition with 3,100 names. "It is our children and our money," said Dana Kerr, who started it at her kitchen table.

        Board president Carl Mott said teachers would write a new list for grades six to eight by spring.

        The consultant, Open Page, said its books had been used in 200 districts.`,
    },
    {
      outlet: 'iron-gate',
      slug: 'tesmond-moms-beat-the-book-lobby',
      hoursAgo: 30,
      title: 'Tesmond moms beat the book lobby: school board folds 5-2',
      body: `They called them cranks. On Monday night the moms of Tesmond packed a school gym and the board folded, five votes to two.

        Gone is the list of 42 books that an outfit called Open Page was paid $180,000 to put before eleven-year-olds.

        Dana Kerr and 3,100 neighbors did what no politician dared. President Carl Mott now says teachers will choose.

        Tesmond is a start. Your district is next.`,
    },
    {
      outlet: 'albion-courier',
      slug: 'american-town-school-books-row',
      hoursAgo: 29,
      byline: 'Caroline Voss',
      title: 'American parents force school board in Tesmond to drop reading list',
      body: `A petition by a mother of three has forced a school board in the American town of Tesmond to drop a list of books for its middle schools.

        Members voted five to two to end the contract with Open Page, a consultancy that had been paid $180,000.

        Dana Kerr gathered 3,100 signatures. The board will ask its own teachers for a new list of books by spring.

        Similar disputes have been decided in courts in three states this year.`,
    },
    {
      outlet: 'harbor-ledger',
      slug: 'tesmond-board-vote-reading-list',
      hoursAgo: 31,
      byline: 'Nadia Brandt',
      title: 'Tesmond board votes 5-2 to replace middle school reading list',
      body: `The school board in Tesmond voted 5-2 on Monday to withdraw a reading list for grades six to eight and have district teachers write another.

        Supporters of the change collected 3,100 signatures; a petition to keep the 42 books had 1,900. Librarians told the board that none of the books had been challenged in ten years.

        The list was bought from the consultancy Open Page for $180,000, of which about half has been spent.

        Teachers are to present a new list by March.`,
    },
  ],
};
