import { type ConversationFilter, call, type DriverOutcome, getDrivers, listConversations } from '@rapport/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

const busyMs = 3_000;

/** The answer for one outcome, or for the first that can say something; asked again while it is being worked out. */
export const useDrivers = (outcome: DriverOutcome | undefined) =>
  useQuery({
    queryKey: ['drivers', outcome ?? 'first'],
    queryFn: ({ signal }) => call(getDrivers, { query: outcome === undefined ? {} : { outcome }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.refreshing ? busyMs : false),
  });

/** A few conversations under a filter, the ones with most to learn first. */
export const useExamples = (filter: ConversationFilter, limit: number) =>
  useQuery({
    queryKey: ['conversations', 'examples', filter, limit],
    queryFn: ({ signal }) => call(listConversations, { query: { ...filter, limit }, signal }),
  });
