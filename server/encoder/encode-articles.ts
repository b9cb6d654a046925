// Adds vectors to articles, made from titles only: longer texts drift into background, and most encoders know sentences.
import type { ClusterArticle, EncodeError, Encoder } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';

/** Keeps the order of the articles. If the encoder fails, the caller decides whether to continue without vectors. */
export async function encodeArticles(
  encoder: Encoder,
  { articles, signal }: { readonly articles: readonly ClusterArticle[]; readonly signal: AbortSignal },
): Promise<Result<readonly ClusterArticle[], EncodeError>> {
  const titles = articles.map(({ title }) => title);
  const vectors = await encoder.encode(titles, signal);
  if (!vectors.ok) return vectors;
  return ok(
    articles.map((article, at) => {
      const dense = vectors.value[at];
      return dense === undefined ? article : { ...article, dense };
    }),
  );
}
