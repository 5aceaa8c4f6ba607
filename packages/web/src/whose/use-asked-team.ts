import { useSearch } from '@tanstack/react-router';

/** The team whose numbers are asked for, as the address says it; undefined: what the server takes for this person. */
export function useAskedTeam(): string | undefined {
  const search: Record<string, unknown> = useSearch({ strict: false });
  return typeof search.team === 'string' && search.team !== '' ? search.team : undefined;
}
