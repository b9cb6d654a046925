// Says that a setting is fixed by the user's organisation.
import { useWords } from '../words/words.ts';

export function SetByOrganisation() {
  const words = useWords();
  return <p class="small locked">{words.text('setByOrganisation')}</p>;
}
