/** One calibration: planned by its lead, rated blind, then compared. Which conversation is open stands in the address. */
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { CompareCalibration } from './CompareCalibration.tsx';
import { PlannedCalibration } from './PlannedCalibration.tsx';
import { RateConversation } from './RateConversation.tsx';
import { RatingCalibration } from './RatingCalibration.tsx';
import { useCalibration } from './use-calibration.ts';
import './CalibrationsPage.css';
import './CalibrationPage.css';

export function CalibrationPage() {
  const { calibrationId = '' }: { calibrationId?: string } = useParams({ strict: false });
  const search: Record<string, string> = useSearch({ strict: false });
  const query = useCalibration(calibrationId);
  const calibration = query.data;
  usePageTitle(calibration?.name ?? 'Calibration');
  if (search.read !== undefined) {
    return (
      <RateConversation key={`${calibrationId} ${search.read}`} {...{ calibrationId, partId: String(search.read) }} />
    );
  }
  return (
    <>
      {calibration?.comparison ? null : (
        <TopStrip
          where={
            <>
              <Link to="/calibration">Calibration</Link> / <b>{calibration?.name ?? 'One'}</b>
            </>
          }
        />
      )}
      {query.isError ? (
        <>
          <h1>This calibration cannot be shown.</h1>
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        </>
      ) : null}
      {query.isPending ? (
        <>
          <h1>Calibration</h1>
          <LoadingState>Fetching it.</LoadingState>
        </>
      ) : null}
      {calibration?.state === 'planned' ? <PlannedCalibration calibration={calibration} /> : null}
      {calibration?.state === 'rating' ? <RatingCalibration calibration={calibration} /> : null}
      {calibration?.comparison ? (
        <CompareCalibration key={calibration.id} calibration={calibration} comparison={calibration.comparison} />
      ) : null}
    </>
  );
}
