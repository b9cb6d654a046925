// One family in the list: its lead article, what kind of piece it is, and who reposted it.
import type { ArticleId } from '../../engine/ids.ts';
import type { ArticleKind, RatedOutlet } from '../../engine/schema.ts';
import { Parts } from '../words/Parts.tsx';
import { type TextKey, useWords } from '../words/words.ts';
import { FormerHeadlines } from './FormerHeadlines.tsx';
import type { Family } from './families.ts';
import { Headline } from './Headline.tsx';
import { OutletLine } from './OutletLine.tsx';

const KIND_MARKS: Readonly<Record<ArticleKind, TextKey | null>> = {
  report: null,
  opinion: 'kindOpinion',
  live: 'kindLive',
  media: 'kindMedia',
  'press-release': 'kindPressRelease',
};

export type ListMarks = { readonly firstId: ArticleId | null; readonly openUrl: string | null };

type FamilyItemProps = { family: Family; outlets: Readonly<Record<string, RatedOutlet>>; marks: ListMarks };

export function FamilyItem({ family, outlets, marks }: FamilyItemProps) {
  const words = useWords();
  const { lead, outlet } = family;
  const kind = KIND_MARKS[lead.kind];
  return (
    <li class="family">
      <span class="mono" aria-hidden="true">
        {toMonogram(outlet.name)}
      </span>
      <div class="grow">
        <OutletLine outlet={outlet} article={lead}>
          {marks.firstId === lead.id && <span class="mark">{words.text('firstMark')}</span>}
          {marks.openUrl === lead.url && <ThisPage />}
          {kind && <span class="tag label">{words.text(kind)}</span>}
        </OutletLine>
        <Headline article={lead} />
        <Origin family={family} />
        {lead.kind === 'opinion' && <p class="xs muted">{words.text('opinionNote')}</p>}
        {lead.kind === 'live' && <p class="xs muted">{words.text('liveNote')}</p>}
        <FormerHeadlines article={lead} />
        <Reposts family={family} outlets={outlets} openUrl={marks.openUrl} />
      </div>
    </li>
  );
}

/** Only what a reader of this interface would not see from the headline: a foreign language, a credited wire. */
function Origin({ family: { lead } }: { family: Family }) {
  const words = useWords();
  const isForeign = lead.lang !== 'und' && !words.locale.startsWith(lead.lang);
  const facts = [
    isForeign ? words.language(lead.lang) : null,
    lead.credit === null ? null : words.text('credits', lead.credit),
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return (
    <p class="xs muted">
      <Parts>{facts}</Parts>
    </p>
  );
}

function ThisPage() {
  const words = useWords();
  return <span class="mark">{words.text('thisPageMark')}</span>;
}

type RepostsProps = Pick<FamilyItemProps, 'family' | 'outlets'> & { openUrl: string | null };

function Reposts({ family, outlets, openUrl }: RepostsProps) {
  const words = useWords();
  if (family.copies.length === 0) return null;
  const others = new Set(family.copies.map((copy) => copy.outletId));
  others.delete(family.lead.outletId);
  const label =
    others.size > 0 ? words.count('repostedBy', others.size) : words.count('sameOutletCopies', family.copies.length);
  return (
    <details class="reposts">
      <summary>
        {label}
        {family.copies.some(({ url }) => url === openUrl) && <ThisPage />}
      </summary>
      <ul>
        {family.copies.map((copy) => {
          const outlet = outlets[copy.outletId];
          return (
            outlet && (
              <li key={copy.id}>
                <OutletLine outlet={outlet} article={copy}>
                  {copy.url === openUrl && <ThisPage />}
                </OutletLine>
                <Headline article={copy} />
                <FormerHeadlines article={copy} />
              </li>
            )
          );
        })}
      </ul>
    </details>
  );
}

/** Two letters of the outlet's name, without an English or Arabic article. Decorative: screen readers have the name. */
function toMonogram(name: string): string {
  const words = name.split(/[\s-]+/u).map((word) => word.replace(/^ال(?=\p{L})/u, ''));
  const [first = '', second] = words.filter((word) => /^[\p{L}\p{N}]/u.test(word) && word !== 'The');
  const letters =
    second === undefined ? [...first].slice(0, 2) : [...first].slice(0, 1).concat([...second].slice(0, 1));
  return letters.join('').toLocaleUpperCase();
}
