import {
  addToCalibration,
  type BodyOf,
  beginCalibration,
  type CalibrationAddition,
  type CalibrationDetail,
  call,
  changeCalibration,
  closeCalibration,
  createCalibration,
  getCalibration,
  getCalibrationReading,
  getDefaultScorecard,
  getRaterSeverity,
  handInReading,
  listCalibrations,
  listDisputesToCalibrate,
  openComparison,
  proposeWording,
  recordConsensus,
  removeCalibration,
  removeFromCalibration,
} from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const all = ['calibrations'] as const;
const one = (id: string) => [...all, 'one', id] as const;
export const readingKey = (calibrationId: string, partId: string) =>
  [...all, 'reading', calibrationId, partId] as const;

export const useCalibrations = () =>
  useQuery({ queryKey: [...all, 'list'], queryFn: ({ signal }) => call(listCalibrations, { signal, query: {} }) });

/** Those that read one conversation. */
export const useCalibrationsReading = (conversationId: string) =>
  useQuery({
    queryKey: [...all, 'list', conversationId],
    queryFn: async ({ signal }) => (await call(listCalibrations, { signal, query: { conversationId } })).calibrations,
  });

/** While others rate, what has come in is asked for again. */
const whileRating = 20_000;

export const useCalibration = (calibrationId: string) =>
  useQuery({
    queryKey: one(calibrationId),
    queryFn: async ({ signal }) => (await call(getCalibration, { params: { calibrationId }, signal })).calibration,
    refetchInterval: ({ state }) => (state.data?.state === 'rating' ? whileRating : false),
  });

export const useReading = (calibrationId: string, partId: string) =>
  useQuery({
    queryKey: readingKey(calibrationId, partId),
    queryFn: async ({ signal }) =>
      (await call(getCalibrationReading, { params: { calibrationId, partId }, signal })).reading,
    // A draft on the page is newer than what a refetch would bring.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useDefaultScorecard = () =>
  useQuery({ queryKey: ['scorecards', 'default'], queryFn: ({ signal }) => call(getDefaultScorecard, { signal }) });

export const useSeverity = () =>
  useQuery({ queryKey: [...all, 'severity'], queryFn: ({ signal }) => call(getRaterSeverity, { signal }) });

export const useDisputesWorth = (isLead: boolean) =>
  useQuery({
    queryKey: [...all, 'disputes'],
    queryFn: ({ signal }) => call(listDisputesToCalibrate, { signal }),
    enabled: isLead,
  });

/** Every change answers with the calibration as it then is. */
function useKeeping<Given>(work: (given: Given) => Promise<{ calibration: CalibrationDetail }>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: ({ calibration }) => {
      queries.setQueryData<CalibrationDetail>(one(calibration.id), calibration);
      for (const part of ['list', 'severity', 'disputes']) {
        void queries.invalidateQueries({ queryKey: [...all, part] });
      }
      // Each dispute says which calibration has taken it up.
      void queries.invalidateQueries({ queryKey: ['disputes'] });
    },
  });
}

export const useCreateCalibration = () =>
  useKeeping((body: BodyOf<typeof createCalibration>) => call(createCalibration, { body }));

/** Into a planned one, or a new one that begins with it. */
export const useSendToCalibration = () =>
  useKeeping(({ to, what }: { to: { calibrationId: string } | { name: string }; what: CalibrationAddition }) =>
    'calibrationId' in to
      ? call(addToCalibration, { params: to, body: what })
      : call(createCalibration, { body: { name: to.name, raterIds: [], opens: 'all-in', first: [what] } }),
  );

export function useCalibrationChanges(calibrationId: string) {
  const params = { calibrationId };
  const queries = useQueryClient();
  return {
    change: useKeeping((body: BodyOf<typeof changeCalibration>) => call(changeCalibration, { params, body })),
    add: useKeeping((body: BodyOf<typeof addToCalibration>) => call(addToCalibration, { params, body })),
    takeOut: useKeeping((partId: string) => call(removeFromCalibration, { params: { ...params, partId } })),
    begin: useKeeping((_: undefined) => call(beginCalibration, { params })),
    compare: useKeeping((_: undefined) => call(openComparison, { params })),
    close: useKeeping((_: undefined) => call(closeCalibration, { params })),
    agree: useKeeping(({ partId, categoryId, ...body }: ConsensusGiven) =>
      call(recordConsensus, { params: { ...params, partId, categoryId }, body }),
    ),
    propose: useKeeping((body: BodyOf<typeof proposeWording>) => call(proposeWording, { params, body })),
    remove: useMutation({
      mutationFn: () => call(removeCalibration, { params }),
      onSuccess: () => queries.invalidateQueries({ queryKey: all }),
    }),
  };
}

type ConsensusGiven = BodyOf<typeof recordConsensus> & { partId: string; categoryId: string };

export function useHandIn(calibrationId: string, partId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (seconds: number) => call(handInReading, { params: { calibrationId, partId }, body: { seconds } }),
    onSuccess: ({ reading }) => {
      queries.setQueryData(readingKey(calibrationId, partId), reading);
      void queries.invalidateQueries({ queryKey: one(calibrationId) });
      for (const part of ['list', 'severity']) void queries.invalidateQueries({ queryKey: [...all, part] });
    },
  });
}
