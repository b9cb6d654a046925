// The line icons of the interface. They are decorative: the button that has one has its own accessible name.

const PATHS = {
  settings: 'M3 6h8m4 0h2M3 14h2m4 0h8M11 6a2 2 0 1 0 4 0 2 2 0 1 0-4 0ZM5 14a2 2 0 1 0 4 0 2 2 0 1 0-4 0Z',
  flag: 'M5 17.5V3.5h9l-1.5 3 1.5 3H5',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
