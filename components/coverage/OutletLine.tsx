// The line above a headline: outlet, its bias tag, which opens the outlet's ratings, country, age and marks.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { readShownTime } from '../../engine/coverage/story-member.ts';
import type { CoverageArticle, RatedOutlet } from '../../engine/schema.ts';
import { useWords } from '../words/words.ts';
import { BiasTag, nameBias } from './BiasTag.tsx';
import { OutletCard } from './OutletCard.tsx';
import { OutletLabels } from './OutletLabels.tsx';

type OutletLineProps = { outlet: RatedOutlet; article: CoverageArticle; children?: ComponentChildren };

export function OutletLine({ outlet, article, children }: OutletLineProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const cardId = useId();
  const at = readShownTime(article);
  // The tag does not look like a button: a tooltip says that it opens, on an inner element so that it is not read out.
  const label = words.text('outletDetails', outlet.name, nameBias(outlet, words));
  return (
    <>
      <div class="outlet-line">
        {/* The button's label contains the name: without this, it would be read out twice. */}
        <bdi class="outlet-name" aria-hidden="true">
          {outlet.name}
        </bdi>
        <button
          type="button"
          class="tag-button"
          aria-expanded={isOpen}
          aria-controls={cardId}
          aria-label={label}
          onClick={() => setIsOpen(!isOpen)}
        >
          <span title={label}>
            <BiasTag outlet={outlet} />
          </span>
        </button>
        <OutletLabels outlet={outlet} />
        <span class="outlet-facts">
          {outlet.country !== null && <span>{words.country(outlet.country)}</span>}
          <time dateTime={new Date(at).toISOString()} title={words.time(at)}>
            {words.age(at)}
          </time>
          {children}
        </span>
      </div>
      <div hidden={!isOpen} id={cardId}>
        {isOpen && <OutletCard outlet={outlet} />}
      </div>
    </>
  );
}
