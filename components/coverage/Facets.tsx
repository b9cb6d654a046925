// Factuality, ownership and countries of a story's outlets: each with its denominator and what is unknown.
import type { Coverage, Facet, FactualityStep, Ownership } from '../../engine/schema.ts';
import { Parts } from '../words/Parts.tsx';
import { type TextKey, useWords, type Words } from '../words/words.ts';
import { FACTUALITY_NAMES, OWNERSHIP_NAMES } from './outlet-names.ts';

export function Facets({ coverage, most }: { coverage: Coverage; most: number }) {
  const words = useWords();
  return (
    <section class="facets" aria-label={words.text('facetsTitle')}>
      <FacetBar
        label="factualityLabel"
        facet={coverage.factuality}
        most={most}
        style="factuality"
        name={nameFactuality}
      />
      <FacetBar label="ownershipLabel" facet={coverage.ownership} most={most} style="ownership" name={nameOwnership} />
      <FacetBar label="countriesLabel" facet={coverage.countries} most={most} style="countries" name={nameCountry} />
    </section>
  );
}

// Values come from storage as text, so that a newer engine's value still shows as itself.
const isFactuality = (value: string): value is FactualityStep => Object.hasOwn(FACTUALITY_NAMES, value);
const isOwnership = (value: string): value is Ownership => Object.hasOwn(OWNERSHIP_NAMES, value);
const nameFactuality = (value: string, words: Words) =>
  isFactuality(value) ? words.text(FACTUALITY_NAMES[value]) : value;
const nameOwnership = (value: string, words: Words) =>
  isOwnership(value) ? words.text(OWNERSHIP_NAMES[value]) : value;
const nameCountry = (value: string, words: Words) => words.country(value);

type FacetBarProps = {
  label: TextKey;
  facet: Facet;
  /** Number of values shown by name; if more than one is left, the rest is summed up. */
  most: number;
  style: string;
  name: (value: string, words: Words) => string;
};

function FacetBar({ label, facet, most, style, name }: FacetBarProps) {
  const words = useWords();
  const known = facet.counts.reduce((sum, { outlets }) => sum + outlets, 0);
  const total = known + facet.unknown;
  // The data's own value "other" is added to the sum called "other", so that there are never two.
  const isNameable = ({ value }: { value: string }) => value !== 'other';
  const nameable = facet.counts.filter(isNameable);
  const ordered = [...nameable, ...facet.counts.filter((count) => !isNameable(count))];
  // A single remaining value is shown by name, since a sum would take as much room.
  const named = nameable.slice(0, facet.counts.length === most + 1 ? most + 1 : most);
  const rest = known - named.reduce((sum, { outlets }) => sum + outlets, 0);
  const texts = named.map(({ value, outlets }) => words.text('facetCount', words.number(outlets), name(value, words)));
  if (rest > 0) texts.push(words.count('facetOther', rest));
  return (
    <div class="facet">
      <h2>{words.text(label)}</h2>
      <div class="bar thin" aria-hidden="true">
        {ordered.map(({ value, outlets }, index) => (
          <span
            key={value}
            class={`segment ${style}-${style === 'factuality' ? value : Math.min(index, 5)}`}
            style={{ flexGrow: outlets }}
          />
        ))}
        {facet.unknown > 0 && <span class="segment unrated" style={{ flexGrow: facet.unknown }} />}
      </div>
      {texts.length > 0 && (
        <p>
          <Parts>{texts}</Parts>
        </p>
      )}
      <p class="muted">
        {facet.unknown > 0
          ? words.count('facetUnknown', total, words.number(facet.unknown))
          : words.count('facetAllKnown', total)}
      </p>
    </div>
  );
}
