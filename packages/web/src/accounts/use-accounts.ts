/** What the pages of accounts ask and change. After a change everything about accounts is asked anew. */
import {
  call,
  getAgentsRights,
  listAuthors,
  listInvitations,
  listKeys,
  listMembers,
  listSessions,
  listTeams,
} from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = 'accounts';

export const useMembers = () =>
  useQuery({ queryKey: [key, 'members'], queryFn: ({ signal }) => call(listMembers, { signal }) });
export const useInvitations = () =>
  useQuery({ queryKey: [key, 'invitations'], queryFn: ({ signal }) => call(listInvitations, { signal }) });
export const useTeams = () =>
  useQuery({ queryKey: [key, 'teams'], queryFn: ({ signal }) => call(listTeams, { signal }) });
export const useKeysForPrograms = () =>
  useQuery({ queryKey: [key, 'keys'], queryFn: ({ signal }) => call(listKeys, { signal }) });
export const useSessions = () =>
  useQuery({ queryKey: [key, 'sessions'], queryFn: ({ signal }) => call(listSessions, { signal }) });
export const useAgentsRights = () =>
  useQuery({ queryKey: [key, 'rights'], queryFn: ({ signal }) => call(getAgentsRights, { signal }) });

/** Authors who are agents, by name: whom a team is about, and who somebody may be. */
export const useAgentAuthors = () =>
  useQuery({
    queryKey: [key, 'authors'],
    queryFn: async ({ signal }) => {
      const { authors } = await call(listAuthors, { signal });
      return authors
        .filter(({ role }) => role === 'agent')
        .map(({ id, name, source }) => ({ id, name, beside: source }))
        .sort((a, b) => a.name.localeCompare(b.name));
    },
  });

/** One change; then whatever it may have touched is asked anew. */
export function useChange<Given, Answer>(change: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [key] });
      await queries.invalidateQueries({ queryKey: ['me'] });
    },
  });
}
