/** The sign: an interval with its middle marked. */
export function Brand({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <path d="M2 5v16M24 5v16" stroke="var(--ink)" strokeWidth={3} />
      <path d="M4 13h18" stroke="var(--ink)" strokeWidth={2} />
      <rect x={8} y={8.5} width={10} height={9} fill="var(--marker)" />
      <circle cx={13} cy={13} r={3.2} fill="var(--marker-ink)" />
    </svg>
  );
}
