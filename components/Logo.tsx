// The mark of Parallax: one summit seen from three sides.

export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M10 1 2 18h4z" class="logo-left" />
      <path d="m10 1 8 17h-4z" class="logo-right" />
      <path d="M10 1 6 18h8z" class="logo-center" />
    </svg>
  );
}
