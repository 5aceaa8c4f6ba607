/** Practice: a moment that was really missed, up to the reply. The person writes theirs; the scorer answers in this page. */
import { type QualityId, qualityIds, qualityWords } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { KeptList } from './KeptList.tsx';
import { MomentPractice } from './MomentPractice.tsx';
import { PracticeChoice } from './PracticeChoice.tsx';
import { usePracticeMoments } from './use-practice.ts';
import './PracticePage.css';

export function PracticePage() {
  usePageTitle('Practice');
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [chance] = useState(() => Math.floor(Math.random() * 2 ** 32));
  const quality = qualityIds.find((id) => id === search.quality);
  const whose = search.whose === 'own' || search.whose === 'team' ? search.whose : undefined;
  const seed = /^\d{1,9}$/.test(String(search.seed)) ? Number(search.seed) : chance;
  const query = usePracticeMoments({ quality, whose, seed });
  const moments = query.data?.moments ?? [];
  const at = Math.min(Math.max(0, Number(search.at ?? 0) || 0), Math.max(0, moments.length - 1));
  const moment = moments[at];
  const go = (changes: Record<string, string | undefined>) =>
    void navigate({ to: '/practice', search: onlyGiven({ ...search, ...changes }), replace: true });
  return (
    <>
      <TopStrip where={<b>Practice</b>} />
      <div className="practice-head">
        <div>
          <h1>
            A moment that was missed, <span className="marker">answered again</span>.
          </h1>
          <p className="second practice-lead">
            Write the reply you would send today. It is judged in this page; nothing is stored unless you keep it.
          </p>
        </div>
        <PracticeChoice
          quality={quality}
          whose={query.data?.whose}
          hasOwn={query.data?.hasOwn === true}
          onQuality={(next) => go({ quality: next, at: undefined })}
          onWhose={(next) => go({ whose: next, at: undefined })}
        />
      </div>
      {query.isPending ? <LoadingState>Looking for moments to practise on.</LoadingState> : null}
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {moment ? (
        <MomentPractice
          key={moment.id}
          moment={moment}
          place={at + 1}
          all={moments.length}
          onMove={(step) => {
            const next = at + step;
            // After the last come others: the next draw.
            if (next >= moments.length) go({ seed: String((seed + 1) % 1_000_000_000), at: undefined });
            else go({ at: String(Math.max(0, next)), seed: String(seed % 1_000_000_000) });
          }}
        />
      ) : null}
      {query.data && !moment ? <NothingToPractise quality={quality} whose={query.data.whose} /> : null}
      <KeptList />
    </>
  );
}

const onlyGiven = (search: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

function NothingToPractise({ quality, whose }: { quality: QualityId | undefined; whose: 'own' | 'team' }) {
  if (quality === 'responsiveness') {
    return (
      <EmptyState title="Waiting cannot be practised in words." action={<GuideLink quality={quality} />}>
        Whether an answer came in time does not stand in its words, so there is nothing here to write. The guide says
        what helps.
      </EmptyState>
    );
  }
  const what = quality ? `${qualityWords[quality].name.toLowerCase()} ` : '';
  return (
    <EmptyState
      title={whose === 'own' ? `None of your ${what}moments was missed.` : `No missed ${what}moment is here yet.`}
      action={
        quality ? (
          <GuideLink quality={quality} />
        ) : (
          <Link to="/try" className={buttonClass({ size: 'small' })}>
            Try a reply of your own
          </Link>
        )
      }
    >
      Moments come from scored conversations. Here they stand up to the reply, and the reply is yours.
    </EmptyState>
  );
}

function GuideLink({ quality }: { quality: QualityId }) {
  return (
    <Link to="/guides/$quality" params={{ quality }} className={buttonClass({ size: 'small' })}>
      Read the guide to {qualityWords[quality].name.toLowerCase()}
    </Link>
  );
}
