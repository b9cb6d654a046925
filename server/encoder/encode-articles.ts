// Gives articles their vectors, made from their titles: longer texts drift to background, and most encoders were trained on sentences.
import type { ClusterArticle, EncodeError, Encoder } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';

/** In their order. Of an encoder that fails, the caller decides whether they go on without. */
export async function encodeArticles(
  encoder: Encoder,
  articles: readonly ClusterArticle[],
  signal: AbortSignal,
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
