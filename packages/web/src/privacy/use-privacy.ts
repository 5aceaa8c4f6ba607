/** What the page of kept data asks and changes. */
import {
  call,
  type ErasureWanted,
  getRetention,
  listErasures,
  previewErasure,
  previewRetention,
  type RetentionRule,
} from '@rapport/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = 'privacy';

export const useRetention = () =>
  useQuery({ queryKey: [key, 'retention'], queryFn: ({ signal }) => call(getRetention, { signal }) });

/** What a rule that is being filled in would delete; null while it cannot be read. */
export const useRetentionPreview = (rule: RetentionRule | null) =>
  useQuery({
    queryKey: [key, 'retention-preview', rule],
    enabled: rule !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(previewRetention, { body: rule ?? emptyRule, signal }),
  });

const emptyRule: RetentionRule = { defaultDays: null, channelDays: {}, countedFrom: 'arrival' };

/** Asked again while one of them is under way. */
export const useErasures = () =>
  useQuery({
    queryKey: [key, 'erasures'],
    queryFn: ({ signal }) => call(listErasures, { signal }),
    refetchInterval: ({ state }) => (state.data?.erasures.some((one) => one.state !== 'done') ? 1000 : false),
  });

export const useErasurePreview = (wanted: ErasureWanted | null) =>
  useQuery({
    queryKey: [key, 'erasure-preview', wanted],
    enabled: wanted !== null,
    gcTime: 0,
    queryFn: ({ signal }) => call(previewErasure, { body: wanted ?? nobody, signal }),
  });

const nobody: ErasureWanted = { kind: 'customer', identityIds: [], words: [] };

export function usePrivacyChange<Given, Answer>(change: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: [key] }) });
}
