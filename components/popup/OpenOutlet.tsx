// The open page's outlet, if no report of a story shows it: its place, labels and details.
import type { RatedOutlet } from '../../engine/schema.ts';
import { BiasTag } from '../coverage/BiasTag.tsx';
import { OutletCard } from '../coverage/OutletCard.tsx';
import { OutletLabels } from '../coverage/OutletLabels.tsx';

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
