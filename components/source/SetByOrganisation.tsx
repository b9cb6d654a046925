// Says of a choice that it is not the reader's to make.
import { useWords } from '../words/words.ts';

export function SetByOrganisation() {
  const words = useWords();
  return <p class="small locked">{words.text('setByOrganisation')}</p>;
}
