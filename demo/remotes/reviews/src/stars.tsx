/** A rating of five, to the half star for the eye and as text for everyone else. */
export function Stars({ value }: { readonly value: number }) {
  return (
    <span className="stars" role="img" aria-label={`${value.toFixed(1)} of 5 stars`}>
      <span style={{ width: `${(value / 5) * 100}%` }} />
    </span>
  );
}
