/** A framework's logo in the text's colour, or its initials where simple-icons has none. Decoration: the name stands beside it. */
export function Logo({ icon, name, size = 20 }: { icon: string | null; name: string; size?: number }) {
  if (icon) {
    return (
      <svg width={size} height={size} aria-hidden="true" className="logo">
        <use href={`/logos.svg#${icon}`} />
      </svg>
    );
  }
  return (
    <span aria-hidden="true" style={{ width: size, height: size, fontSize: size * 0.45 }} className="logo">
      {name.slice(0, 2)}
    </span>
  );
}
