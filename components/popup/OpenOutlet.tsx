// The open page's outlet, where no report of a story tells of it: its place and labels, and what is known of it.
import type { RatedOutlet } from '../../engine/schema.ts';
import { BiasTag } from '../coverage/BiasTag.tsx';
import { OutletCard, OutletLabels } from '../coverage/OutletCard.tsx';

export function OpenOutlet({ outlet }: { outlet: RatedOutlet }) {
  return (
    <section class="open-outlet">
      <h2 class="outlet-line">
        <bdi class="outlet-name">{outlet.name}</bdi>
        <BiasTag outlet={outlet} />
        <OutletLabels outlet={outlet} />
      </h2>
      <OutletCard outlet={outlet} />
    </section>
  );
}
