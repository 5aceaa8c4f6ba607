/** The conversations before and after this one: in the hand that was picked, or in the list under the filter. */
import { useEffect } from 'react';
import type { ListPlace } from '../conversations/list-address.ts';
import { useConversations } from '../conversations/use-conversations.ts';

export interface Neighbours {
  before: string | undefined;
  after: string | undefined;
  /** "3 of 1,286", or null where this one is not in the list. */
  position: string | null;
}

export function useNeighbours(place: ListPlace, conversationId: string): Neighbours {
  const fromList = place.picked.length === 0;
  const list = useConversations(place.filter, fromList);
  const ids = fromList ? (list.data?.pages.flatMap((page) => page.rows.map((row) => row.id)) ?? []) : place.picked;
  const total = fromList ? (list.data?.pages[0]?.total ?? 0) : ids.length;
  const at = ids.indexOf(conversationId);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const nearEnd = fromList && at >= 0 && at >= ids.length - 5;
  // The next page comes early, so that J never waits at the end of one.
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    before: at > 0 ? ids[at - 1] : undefined,
    after: at >= 0 ? ids[at + 1] : ids[0],
    position: at < 0 ? null : `${(at + 1).toLocaleString()} of ${total.toLocaleString()}`,
  };
}
