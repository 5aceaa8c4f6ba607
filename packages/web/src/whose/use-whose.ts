/** Whose numbers a page shows: the team its address names, and filters that open the conversations behind them. */
import type { ConversationFilter } from '@rapport/contract';
import { useSearch } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import { filterSearch } from '../conversations/filter-address.ts';

/** As the address says it; undefined: what the server takes for this person. */
export function useAskedTeam(): string | undefined {
  const search: Record<string, unknown> = useSearch({ strict: false });
  return typeof search.team === 'string' && search.team !== '' ? search.team : undefined;
}

/** Id of the team whose numbers stand on the page; undefined: everybody's. */
export const TeamOfNumbers = createContext<string | undefined>(undefined);

/** The words of an address for the conversations behind a number, of the team where it is a team's. */
export function useBehind(): (filter: ConversationFilter) => Record<string, string> {
  const teamId = useContext(TeamOfNumbers);
  return (filter) => filterSearch(teamId === undefined ? filter : { ...filter, teamId });
}
