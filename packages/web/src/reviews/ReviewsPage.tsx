/** What people's reviews say of the team, what is to be reviewed, and by whom; of all that, what the reader may see. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, buttonClass } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AboutMe } from './AboutMe.tsx';
import { DrawDialog } from './DrawDialog.tsx';
import { DrawList } from './DrawList.tsx';
import { PinList } from './PinList.tsx';
import { QueueList } from './QueueList.tsx';
import { ResultFigures } from './ResultFigures.tsx';
import { ResultTable } from './ResultTable.tsx';
import { ReviewerTable } from './ReviewerTable.tsx';
import { TaskTable } from './TaskTable.tsx';
import { useDraws, useMyTasks, useOpenReview, useResults, useTeamTasks } from './use-reviews.ts';
import './ReviewsPage.css';

export function ReviewsPage() {
  usePageTitle('Reviews');
  const mine = useMyTasks();
  const results = useResults();
  const team = useTeamTasks();
  const draws = useDraws();
  const open = useOpenReview();
  const navigate = useNavigate();
  const [drawing, setDrawing] = useState(false);
  const openTask = (assignmentId: string) =>
    open.mutate(assignmentId, { onSuccess: ({ review }) => void navigate({ to: `/reviews/${review.id}` }) });
  const next = mine.data?.tasks.find(({ state }) => state === 'open');
  const goOn = () => {
    if (next) openTask(next.assignmentId);
  };
  useKeys(next ? { open: goOn } : {});
  const isLead = team.data !== undefined;
  const found = results.data;
  return (
    <>
      <TopStrip where={<b>Reviews</b>} />
      <div className="reviews-head">
        <div>
          <h1>{found?.sentence ?? (results.isLoading ? 'Reviews' : 'Reviews to do, and reviews of your service.')}</h1>
          {found ? <p className="second reviews-lead">{coverageWords(found)}</p> : null}
        </div>
        {found ? <ResultFigures results={found} /> : null}
      </div>
      {results.isError ? <ErrorState error={results.error} retry={() => void results.refetch()} /> : null}
      {open.error ? <ErrorState error={open.error} /> : null}
      <div className="reviews">
        <div className="reviews-main">
          {results.isLoading ? <LoadingState bars={8}>Joining reviews with the machine’s scores.</LoadingState> : null}
          {found ? <ResultTable results={found} /> : null}
          <AboutMe />
          {isLead && team.data ? (
            <>
              <ReviewerTable progress={team.data.progress} tasks={team.data.tasks} />
              <TaskTable tasks={team.data.tasks} />
            </>
          ) : null}
          {draws.data ? <DrawList draws={draws.data.draws} /> : null}
          <PinList />
        </div>
        <aside className="reviews-side" aria-label="What is to be reviewed">
          {mine.error ? <ErrorState error={mine.error} retry={() => void mine.refetch()} /> : null}
          <p className="reviews-buttons">
            {next ? (
              <Button kind="primary" shortcut="Enter" onClick={goOn}>
                {next.started ? 'Go on reviewing' : 'Begin reviewing'}
              </Button>
            ) : null}
            {isLead ? (
              <Button kind={next ? 'secondary' : 'primary'} onClick={() => setDrawing(true)}>
                Draw reviews
              </Button>
            ) : null}
          </p>
          {mine.data && mine.data.tasks.length > 0 ? (
            <QueueList tasks={mine.data.tasks} progress={mine.data.progress} current={null} onOpen={openTask} />
          ) : null}
          {mine.data && next === undefined ? (
            <EmptyState title="Nothing waits for you.">
              {isLead
                ? 'Draw some by chance, the same number per agent, so that the team’s numbers are right.'
                : 'What you are given to review will stand here.'}
            </EmptyState>
          ) : null}
          {found ? (
            <Section title="Ten seconds each" className="reviews-moments">
              <p className="second">
                Single moments, drawn at random, count in the same rates. {found.reviewed.moments.toLocaleString()}{' '}
                judged so far.
              </p>
              <p className="reviews-buttons">
                <Link to="/check" className={buttonClass({ size: 'small' })}>
                  Judge ten moments
                </Link>
              </p>
            </Section>
          ) : null}
        </aside>
      </div>
      {drawing ? <DrawDialog onClose={() => setDrawing(false)} /> : null}
    </>
  );
}

type Found = NonNullable<ReturnType<typeof useResults>['data']>;

function coverageWords({ coverage, hours, reviewed, leftOut }: Found): string {
  const { reviewed: done, eligible } = coverage;
  const time = hours >= 0.05 ? `, ${hours.toFixed(1)} hours of reading` : '';
  const replaced = reviewed.replaced > 0 ? ` ${reviewed.replaced} drawn at random were taken out.` : '';
  const out = leftOut > 0 ? ` ${leftOut} ${leftOut === 1 ? 'agent has' : 'agents have'} no random review yet.` : '';
  return `A person has read ${done.toLocaleString()} of ${eligible.toLocaleString()}, counting one agent in one conversation${time}.${out}${replaced}`;
}
