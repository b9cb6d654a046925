// Text that PostgreSQL accepts: without the zero character and unpaired surrogates.

export function toStorableText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '');
}
