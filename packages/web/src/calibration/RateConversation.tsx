/** One conversation of a calibration: rated blind by keys like a review, or read again with one's own reading. */
import { type CalibrationReading, call, saveCalibrationReading } from '@rapport/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useToast } from '../design/Toast.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { BlindReading } from '../reviews/BlindReading.tsx';
import { ReviewTranscript } from '../reviews/ReviewTranscript.tsx';
import { ratingOf } from '../reviews/review-draft.ts';
import { type DraftToSave, useReviewDraft } from '../reviews/use-review-draft.ts';
import { TopStrip } from '../shell/TopStrip.tsx';
import { PointTag } from './PointTag.tsx';
import { readingKey, useHandIn, useReading } from './use-calibration.ts';
import '../reviews/ReviewPage.css';

export function RateConversation({ calibrationId, partId }: { calibrationId: string; partId: string }) {
  const query = useReading(calibrationId, partId);
  const reading = query.data;
  return (
    <>
      <TopStrip
        where={
          <>
            <Link to="/calibration/$calibrationId" params={{ calibrationId }}>
              {reading?.calibration.name ?? 'Calibration'}
            </Link>{' '}
            / <b>{reading?.conversation.customer ?? 'Conversation'}</b>
          </>
        }
      >
        {reading ? `Conversation ${reading.number} of ${reading.of}` : null}
      </TopStrip>
      {reading === undefined ? (
        <>
          <h1 className="review-title">{query.isError ? 'This conversation cannot be shown.' : 'Calibration'}</h1>
          {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
          {query.isPending ? <LoadingState bars={6}>Fetching the conversation.</LoadingState> : null}
        </>
      ) : reading.mayRate ? (
        <Rate reading={reading} />
      ) : (
        <ReadAgain reading={reading} />
      )}
    </>
  );
}

function Rate({ reading }: { reading: CalibrationReading }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const { partId, calibration, conversation, categories } = reading;
  const calibrationId = calibration.id;
  const send = useCallback(
    async (body: DraftToSave) => {
      const { saves } = await call(saveCalibrationReading, { params: { calibrationId, partId }, body });
      queries.setQueryData<CalibrationReading>(readingKey(calibrationId, partId), (known) =>
        known === undefined ? known : { ...known, content: body.content, saves, seconds: body.seconds },
      );
      return saves;
    },
    [queries, calibrationId, partId],
  );
  const draft = useReviewDraft(reading, send);
  const handIn = useHandIn(calibrationId, partId);
  const finish = async (seconds: number) => {
    const { reading: done } = await handIn.mutateAsync(seconds);
    toast({
      text: done.next === null ? 'Handed in; that was the last one.' : 'Handed in. Here is the next conversation.',
    });
    const search = done.next === null ? {} : { read: done.next };
    await navigate({ to: '/calibration/$calibrationId', params: { calibrationId }, search });
  };
  return (
    <BlindReading
      read={{ conversation, agent: null, categories }}
      draft={draft}
      title="Read it alone. Nobody sees your reading, and you see nobody’s, until you compare."
      why={
        <>
          <b>Whose service it is stays unsaid:</b> the rubric is compared, not a person. It enters no number of an
          agent.
        </>
      }
      queue={null}
      finishWords="Hand in"
      hiddenWords="The machine, the rating and the other raters are hidden."
      canPin={false}
      isFinishing={handIn.isPending}
      onFinish={finish}
    />
  );
}

function ReadAgain({ reading }: { reading: CalibrationReading }) {
  const { conversation, categories, content, calibration, handedIn, next } = reading;
  const navigate = useNavigate();
  const goOn = () =>
    void navigate({
      ...{ to: '/calibration/$calibrationId', params: { calibrationId: calibration.id } },
      search: next !== null && calibration.state === 'rating' ? { read: next } : {},
    });
  useKeys({ 'go-on': goOn });
  return (
    <>
      <h1 className="review-title">{handedIn ? 'What you handed in stays as it is.' : 'The conversation.'}</h1>
      <div className="review without-queue">
        <div className="review-middle">
          <ReviewTranscript
            read={{ conversation, agent: null, categories }}
            content={content}
            current={null}
            canPin={false}
            onSelect={() => undefined}
          />
        </div>
        <aside className="review-side" aria-label="Your reading">
          <ul className="calibration-rows">
            {handedIn
              ? categories.map((category) => {
                  const { chosen, comment } = ratingOf(content, category.id);
                  return (
                    <li key={category.id}>
                      <b>{category.name}</b>{' '}
                      {chosen === undefined ? null : <PointTag category={category} chosen={chosen} />}
                      {comment === '' ? null : <p className="second">{comment}</p>}
                    </li>
                  );
                })
              : null}
          </ul>
          <p className="calibration-buttons">
            <Button kind="primary" shortcut="Enter" onClick={goOn}>
              {next !== null && calibration.state === 'rating' ? 'Next conversation' : 'Back to the calibration'}
            </Button>
          </p>
        </aside>
      </div>
    </>
  );
}
