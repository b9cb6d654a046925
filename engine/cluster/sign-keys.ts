// The keys of an article's signs (signs.ts), for hosts that look articles up without a clusterer.
import { createLexicon } from './lexicon.ts';
import { DEFAULT_TUNING } from './tuning.ts';
import { createVectorizer, type Readable } from './vectorize.ts';

/** Without repetitions. */
export type SignKeys = (article: Readable) => readonly string[];

/** Words that stay cached for the next article; past this the reader is opened anew. */
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
