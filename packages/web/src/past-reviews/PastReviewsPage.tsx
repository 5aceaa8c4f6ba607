/** Reviews a team made elsewhere: brought in, and what they may be used for. */
import type { PastReviewsSummary } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useToast } from '../design/Toast.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AgreementTable } from './AgreementTable.tsx';
import { FileList } from './FileList.tsx';
import { FilePicker } from './FilePicker.tsx';
import { LookPanel } from './LookPanel.tsx';
import { SeverityTable } from './SeverityTable.tsx';
import { usePastReviews } from './use-past-reviews.ts';
import './PastReviewsPage.css';

const pickerId = 'past-reviews-file';

export function PastReviewsPage() {
  usePageTitle('Past reviews');
  const query = usePastReviews();
  const [file, setFile] = useState<File | null>(null);
  const toast = useToast();
  const { data } = query;
  const mayImport = data?.mayImport === true;
  useKeys(mayImport ? { 'choose-file': () => document.getElementById(pickerId)?.click() } : {});
  return (
    <div className="past-reviews">
      <TopStrip
        where={
          <>
            <Link to="/scorecard">Scorecard</Link> / <b>Past reviews</b>
          </>
        }
      />
      <h1>{headlineOf(data)}</h1>
      <p className="second past-lead">
        How they were chosen is not known, so they are in no rate and no average. They show how far people agree, how
        strict each reviewer is, and what a category of your own looks like.
      </p>
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState>Fetching what was brought.</LoadingState> : null}
      {mayImport ? <FilePicker id={pickerId} onChoose={setFile} /> : null}
      {file === null ? null : (
        <LookPanel
          key={`${file.name} ${file.lastModified}`}
          file={file}
          onClose={() => setFile(null)}
          onKept={(kept, refused) => {
            setFile(null);
            toast({
              text: `${kept.toLocaleString()} ratings are kept${refused > 0 ? `, ${refused} rows are not` : ''}.`,
            });
          }}
        />
      )}
      {data !== undefined && data.ratings > 0 ? (
        <>
          <AgreementTable categories={data.categories} />
          <SeverityTable reviewers={data.reviewers} />
        </>
      ) : null}
      {data !== undefined && data.imports.length > 0 ? <FileList imports={data.imports} /> : null}
    </div>
  );
}

function headlineOf(data: PastReviewsSummary | undefined) {
  if (data === undefined || data.ratings === 0) return 'Bring the reviews you already have.';
  const { ratings, found } = data;
  return (
    <>
      <span className="marker">{ratings.toLocaleString()} past ratings</span>, {found.toLocaleString()} of conversations
      that are here.
    </>
  );
}
