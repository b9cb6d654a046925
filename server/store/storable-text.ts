// Text as PostgreSQL takes it: without the zero character and without halves of surrogate pairs, which it refuses.

export function toStorableText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '');
}
