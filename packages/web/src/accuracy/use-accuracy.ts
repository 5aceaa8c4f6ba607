import { type Accuracy, call, getAccuracy, type QualityAccuracy, type QualityId } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';

/** What was measured of the scorer that ships; it changes only with a new version of the server. */
export const useAccuracy = () =>
  useQuery({
    queryKey: ['accuracy'],
    queryFn: ({ signal }) => call(getAccuracy, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const accuracyOf = (accuracy: Accuracy | undefined, quality: QualityId): QualityAccuracy | undefined =>
  accuracy?.qualities.find((one) => one.quality === quality);
