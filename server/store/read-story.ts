// One story of the served generation, and its members.
import type { RenamedMember } from '../../engine/coverage/story-member.ts';
import { StoryId } from '../../engine/ids.ts';
import { FORMER_TITLES_COLUMN, MEMBER_COLUMNS, RenamedRow, readRows } from './articles.ts';
import type { Queries } from './database.ts';
import { SERVING } from './generations.ts';

export type FoundStory =
  | { readonly status: 'live' }
  /** Nothing of it can be shown: see IS_SHOWN. */
  | { readonly status: 'withheld' }
  /** The id keeps working: its members are in this story now. */
  | { readonly status: 'merged'; readonly into: StoryId };

/** Null when the id is unknown or the story has expired. */
export async function readStory({ query }: Queries, id: StoryId): Promise<FoundStory | null> {
  const [row] = await query(
    `select merged_into, summary is null as "isWithheld" from stories where generation = ${SERVING} and id = $1`,
    [id],
  );
  if (row === undefined) return null;
  if (row.merged_into !== null) return { status: 'merged', into: StoryId.parse(row.merged_into) };
  return { status: row.isWithheld === true ? 'withheld' : 'live' };
}

/** With leads and former headlines, without bodies; in no particular order, and without unreadable ones. */
export async function readMembers({ query }: Queries, id: StoryId): Promise<readonly RenamedMember[]> {
  const rows = await query(
    `select ${MEMBER_COLUMNS}, article.lead, ${FORMER_TITLES_COLUMN}, place.family_id as "familyId"
    from places place join articles article on article.id = place.article_id
    where place.generation = ${SERVING} and place.story_id = $1`,
    [id],
  );
  return readRows(RenamedRow, rows).articles;
}
