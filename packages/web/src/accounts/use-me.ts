import { type AccessRule, call, whoAmI } from '@rapport/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';

/** Who is signed in and what they may; asked again when a request says that the session is over. */
export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: ({ signal }) => call(whoAmI, { signal }), staleTime: 300_000 });

/** For a question that only some may ask: the others are not answered "no", they never ask. */
export const useMayAsk = ({ access }: { access: AccessRule }): boolean => useHolds(access) || access === 'anyone';

export function useHolds(rule: AccessRule): boolean {
  const me = useMe();
  return me.data?.holds.includes(rule) === true;
}

/** After coming in or going out everything is asked anew: nothing of the person before stays on the screen. */
export function useForgetEverything(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.resetQueries();
}
