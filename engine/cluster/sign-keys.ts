// What of an article other languages share, by its keys: for hosts that look articles up where no clusterer is.
import { createLexicon } from './lexicon.ts';
import { DEFAULT_TUNING } from './tuning.ts';
import { createVectorizer, type Readable } from './vectorize.ts';

/** Keys of the article's signs (signs.ts), each once. */
export type SignKeys = (article: Readable) => readonly string[];

/** Words stay known for the next article until there are so many; then all begins anew. */
const KNOWN_MOST = 60_000;

export function createSignKeys(): SignKeys {
  let reader = open();
  return (article) => {
    if (reader.lexicon.size() > KNOWN_MOST) reader = open();
    const { lexicon, vectorizer } = reader;
    return Array.from(vectorizer.readArticle(article).signs, lexicon.key);
  };
}

function open() {
  const lexicon = createLexicon(DEFAULT_TUNING);
  return { lexicon, vectorizer: createVectorizer(lexicon, DEFAULT_TUNING) };
}
