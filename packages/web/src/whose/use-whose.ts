/** Whose numbers a page shows, and filters that open the conversations behind them. */
import type { ConversationFilter } from '@rapport/contract';
import { createContext, useContext } from 'react';
import { filterSearch } from '../conversations/filter-address.ts';

/** Id of the team whose numbers stand on the page; undefined: everybody's. */
export const TeamOfNumbers = createContext<string | undefined>(undefined);

/** The words of an address for the conversations behind a number, of the team where it is a team's. */
export function useBehind(): (filter: ConversationFilter) => Record<string, string> {
  const teamId = useContext(TeamOfNumbers);
  return (filter) => filterSearch(teamId === undefined ? filter : { ...filter, teamId });
}
