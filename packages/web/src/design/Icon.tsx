/** The handful of signs that stand beside words, never instead of them. */
const paths = {
  search: 'M11.2 7a4.2 4.2 0 1 1-8.400 0a4.200 4.200 0 0 1 8.400 0M10.200 10.200L14 14',
  down: 'M4.500 6.500L8 10l3.500-3.500',
  warning: 'M8 2.500l6 11H2zM8 6.500v3.200M8 11.400v.6',
  lock: 'M4 7.500h8v6H4zM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500',
  plus: 'M8 3v10M3 8h10',
  check: 'M3 8.500l3.500 3.500L13 4.500',
  close: 'M4 4l8 8M12 4l-8 8',
  menu: 'M2.500 4.500h11M2.500 8h11M2.500 11.500h11',
} as const;

export function Icon({ name, size = 13 }: { name: keyof typeof paths; size?: number }) {
  return (
    <svg
      className="inline"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
