// Puts an article into the families of its copies and takes it out again, and moves copies into one story where that shows.
import { type ClustererState, join, leave, placementOf, touch } from './clusterer-state.ts';
import { familyOf, mayJoinFamily, mergeFamilies, nameFamily } from './families.ts';
import type { Copy } from './family-index.ts';
import type { ArticleRecord, Family } from './records.ts';
import { mayShareStory, redirectStory } from './stories.ts';

type Entering = {
  readonly record: ArticleRecord;
  readonly copies: readonly Copy[];
  /** The article stays in its story, whichever family is the larger. */
  readonly stays: boolean;
};

/** Merges the families of the article's copies with its own; copies of the whole text in other stories are moved together. */
export function enterFamilies(state: ClustererState, { record, copies, stays }: Entering): void {
  const copyRecords = new Set(copies.map((copy) => copy.record));
  const { story } = record.cluster;
  const isNear = ({ record: copy }: Copy) => copy.cluster.story === story;
  const ordered = stays ? [...copies.filter(isNear), ...copies.filter((copy) => !isNear(copy))] : copies;
  for (const [index, { record: copy, isWhole }] of ordered.entries()) {
    const own = familyOf(record);
    const family = familyOf(copy);
    if (family === own || (index > 0 && !isWhole) || !mayJoinFamily(family, copyRecords)) continue;
    if (copy.cluster.story !== record.cluster.story && !(isWhole && bringTogether(state, { family, own, stays })))
      continue;
    for (const member of [...own.members, ...family.members]) if (member !== record) touch(state, member);
    mergeFamilies(family, own);
  }
  if (record.family) renameFamily(state, record.family);
  state.touched.delete(record); // the host gets its place from `add`
}

/** The copies that arrived before the text that connects them may be in another story: the smaller family moves to the larger. */
function bringTogether(
  state: ClustererState,
  { family, own, stays }: { readonly family: Family; readonly own: Family; readonly stays: boolean },
): boolean {
  const isGuest = !stays && family.members.length > own.members.length - 1;
  const [host, guest] = isGuest ? [family, own] : [own, family];
  const home = host.members[0]?.cluster;
  if (!home) return false;
  const mayCome = ({ cluster }: ArticleRecord) =>
    cluster.language === home.language && mayShareStory(state, [cluster.story, home.story]);
  if (!guest.members.every(mayCome)) return false;
  for (const member of guest.members) {
    const { story } = member.cluster;
    if (story === home.story) continue;
    touch(state, member);
    leave(state, member);
    if (!state.stories.has(story.id)) redirectStory(state, { from: story.id, to: home.story.id });
    join(state, { record: member, cluster: home });
  }
  return true;
}

export function leaveFamily(state: ClustererState, record: ArticleRecord): void {
  const { family } = record;
  if (!family) return;
  family.members.splice(family.members.indexOf(record), 1);
  renameFamily(state, family);
  record.family = null;
}

function renameFamily(state: ClustererState, family: Family): void {
  const placesBefore = family.members.map((member) => [member, placementOf(member)] as const);
  if (!nameFamily(family)) return;
  for (const [member, place] of placesBefore) if (!state.touched.has(member)) state.touched.set(member, place);
}
